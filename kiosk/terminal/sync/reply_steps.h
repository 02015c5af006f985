// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/sync/exchange.h"

#include <filesystem>
#include <set>
#include <string>

namespace inloop::sync {

// The steps of Exchange::apply, one part of a reply each. Not a public header.
class ReplySteps {
public:
    ReplySteps(Kept const& kept, wire::SyncReply const& reply,
               seal::AckSignPublicKey const& ack_sign, std::set<seal::EntryId>& later);

    void judge_letters(); // verdicts
    void offer_lost_again(); // have_until and missing
    void take_policy();
    void take_files(); // documents and presence
    void take_news(); // cases, answers, and how far the kiosk has listened

    Applied applied;

private:
    void judge(wire::Verdict const& verdict, letterbox::StoredLetter const& letter);
    void take_acknowledgement(wire::Verdict const& verdict, letterbox::StoredLetter const& letter);
    void record(letterbox::StoredLetter const& letter, memory::LetterState state);
    void take_presence(ByteView text);
    void replace(std::string const& name, ByteView content);
    [[nodiscard]] std::vector<memory::AnswerRecord> verified_answers();
    [[nodiscard]] memory::SyncState next_state(memory::SyncState const& before);
    void problem(std::string what);

    Kept const& m_kept;
    wire::SyncReply const& m_reply;
    seal::AckSignPublicKey const& m_ack_sign;
    std::set<seal::EntryId>& m_later;
    std::set<seal::EntryId> m_judged; // moved by this reply, which may have been counted before
    std::set<seal::EntryId> m_told_later; // by this reply
    bool m_all_durable = true; // what is said once only if it could be kept
};

} // namespace inloop::sync
