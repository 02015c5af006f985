// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/reply_steps.h"

#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/answer.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/durable_file.h"
#include "kiosk/seal/policy.h"
#include "kiosk/terminal/sync/site_documents.h"
#include "kiosk/terminal/sync/tuning.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace inloop::sync {

namespace {

using LetterPlace = letterbox::LetterState;

std::map<seal::EntryId, letterbox::StoredLetter> by_id(letterbox::Letterbox const& box) {
    std::map<seal::EntryId, letterbox::StoredLetter> all;
    for (letterbox::StoredLetter const& letter : box.letters()) {
        all.emplace(letter.entry_id, letter);
    }
    return all;
}

std::string named(letterbox::StoredLetter const& letter) {
    return "letter " + std::to_string(letter.seq);
}

} // namespace

ReplySteps::ReplySteps(Kept const& kept, wire::SyncReply const& reply,
                       seal::AckSignPublicKey const& ack_sign, std::set<seal::EntryId>& later)
    : m_kept(kept)
    , m_reply(reply)
    , m_ack_sign(ack_sign)
    , m_later(later) {}

void ReplySteps::problem(std::string what) {
    ++applied.problem_count;
    if (applied.problems.size() < kProblemsTold) {
        applied.problems.push_back(std::move(what));
    }
}

void ReplySteps::judge_letters() {
    auto const letters = by_id(m_kept.letterbox);
    for (wire::Verdict const& verdict : m_reply.verdicts) {
        auto const found = letters.find(verdict.entry);
        if (found == letters.end()) {
            problem("a verdict on a letter that is not here");
        } else if (found->second.state != LetterPlace::new_) {
            applied.index_behind = true; // it was moved though an error was told
        } else if (!m_judged.contains(verdict.entry)) { // else it was said before
            judge(verdict, found->second);
        }
    }
    if (!applied.arrived.empty()) { // what the log wanted later it may take now
        m_later = std::move(m_told_later);
    }
}

void ReplySteps::judge(wire::Verdict const& verdict, letterbox::StoredLetter const& letter) {
    switch (verdict.kind) {
    case wire::VerdictKind::stored:
        take_acknowledgement(verdict, letter);
        return;
    case wire::VerdictKind::later:
        m_later.insert(letter.entry_id);
        m_told_later.insert(letter.entry_id);
        return;
    case wire::VerdictKind::refused:
        break;
    }
    problem(named(letter) + " refused by the log: " + verdict.reason);
    if (auto moved = m_kept.letterbox.mark_dead(letter.entry_id); !moved) {
        applied.index_behind = true; // it may lie there already
        problem(named(letter) + " not set aside: " + moved.error().message);
        return;
    }
    m_judged.insert(letter.entry_id);
    m_later.erase(letter.entry_id);
    record(letter, memory::LetterState::dead);
    applied.refused.push_back(letter.seq);
}

// What is compared is the file, not what was sent: a log that acknowledged other bytes than lie
// here has another letter.
void ReplySteps::take_acknowledgement(wire::Verdict const& verdict,
                                      letterbox::StoredLetter const& letter) {
    auto const proof = seal::read_acknowledgement(verdict.acknowledgement, m_ack_sign);
    if (!proof) {
        problem(named(letter) + " stays: " + proof.error().message);
        return;
    }
    auto const envelope = m_kept.letterbox.read(letter.entry_id);
    if (!envelope || !seal::confirms(*proof, *envelope)) {
        problem(named(letter) + " stays: " +
                (envelope ? "the acknowledgement is about other bytes" : envelope.error().message));
        return;
    }
    if (auto moved = m_kept.letterbox.mark_sent(letter.entry_id); !moved) {
        applied.index_behind = true; // it may lie there already
        problem(named(letter) + " not marked as sent: " + moved.error().message);
        return;
    }
    m_judged.insert(letter.entry_id);
    m_later.erase(letter.entry_id);
    record(letter, memory::LetterState::sent);
    applied.arrived.push_back(letter.seq);
}

void ReplySteps::record(letterbox::StoredLetter const& letter, memory::LetterState state) {
    if (auto done = m_kept.memory.record_state(letter.entry_id, state); !done) {
        applied.index_behind = true;
        problem(named(letter) + " moved but not indexed: " + done.error().message);
    }
}

namespace {

bool log_lacks(wire::SyncReply const& reply, std::uint64_t number) {
    return number > reply.have_until ||
           std::ranges::any_of(reply.missing, [&](wire::NumberRange const& gap) {
               return gap.first <= number && number <= gap.last;
           });
}

} // namespace

// A log that was restored from a backup lacks what came after it. Letters that were judged in this
// very reply are left out: it may have counted before it judged.
void ReplySteps::offer_lost_again() {
    for (letterbox::StoredLetter const& letter : m_kept.letterbox.letters()) {
        if (letter.state != LetterPlace::sent || !log_lacks(m_reply, letter.seq) ||
            m_judged.contains(letter.entry_id)) {
            continue;
        }
        if (auto moved = m_kept.letterbox.mark_new(letter.entry_id); !moved) {
            applied.index_behind = true; // it may lie there already
            problem(named(letter) + " not offered again: " + moved.error().message);
            continue;
        }
        record(letter, memory::LetterState::new_);
        applied.offered_again.push_back(letter.seq);
    }
}

// Followed only once it is durable: a kiosk that followed it in memory alone would fall back to the
// old one at the next start.
void ReplySteps::take_policy() {
    if (!m_reply.policy) {
        return;
    }
    seal::Policy const& current = m_kept.sealer.policy();
    auto next = seal::read_policy(*m_reply.policy, current.deployment().first_log_sign);
    auto const fits =
        next ? seal::check_succession(current, *next) : Result<void>(tl::unexpected(next.error()));
    if (!fits) {
        problem("policy refused: " + fits.error().message);
        return;
    }
    auto const done =
        seal::store_durably(m_kept.files, m_kept.data / seal::kPolicyFile, *m_reply.policy)
            .and_then([&] { return m_kept.sealer.replace_policy(std::move(*next)); });
    if (!done) {
        m_all_durable = false; // answers that a new key signed come again with it
        problem("policy not kept: " + done.error().message);
        return;
    }
    applied.policy = true;
}

void ReplySteps::take_files() {
    for (wire::Document const& document : m_reply.documents) {
        if (is_site_document(document)) {
            replace(document.name, document.content);
        } else {
            problem("document refused: its name is not one of a file of the site");
        }
    }
    if (m_reply.presence) {
        take_presence(as_bytes(presence_text(*m_reply.presence)));
    }
}

// Every reply says who is present: a card is not written once a minute for that. Only here, because
// only this is said again when what lies there turns out not to be durable.
void ReplySteps::take_presence(ByteView text) {
    auto const there = m_kept.files.read(m_kept.data / kPresenceFile, wire::kMaxDocumentBytes);
    if (!there || !std::ranges::equal(*there, text)) {
        replace(kPresenceFile, text);
    }
}

void ReplySteps::replace(std::string const& name, ByteView content) {
    if (auto const done = keep_document(m_kept.files, m_kept.data, name, content); !done) {
        m_all_durable = false;
        problem(name + " not kept: " + done.error().message);
        return;
    }
    applied.documents.push_back(name);
}

std::vector<memory::AnswerRecord> ReplySteps::verified_answers() {
    auto const keys = seal::signing_keys(m_kept.sealer.policy());
    std::vector<memory::AnswerRecord> good;
    for (std::size_t i = 0; i < m_reply.answers.size(); ++i) {
        Bytes const& bytes = m_reply.answers[i];
        auto const answer = seal::read_answer_header(bytes, keys);
        if (!answer) {
            problem("answer " + std::to_string(i + 1) + " of " +
                    std::to_string(m_reply.answers.size()) + " refused: " + answer.error().message);
            continue;
        }
        good.push_back({answer->id, answer->receipt, answer->number, bytes});
    }
    return good;
}

// A log with another instance was restored or is another one: what this kiosk heard of the one
// before counts for nothing, so it listens again from the first change.
memory::SyncState ReplySteps::next_state(memory::SyncState const& before) {
    memory::SyncState next = before;
    next.instance = {m_reply.instance.bytes};
    next.seen_change =
        next.instance == before.instance || before.seen_change == 0 ? m_reply.through_change : 0;
    if (m_reply.audit.row > before.audit_row) {
        next.audit_row = m_reply.audit.row;
        next.audit_hash = m_reply.audit.hash;
    } else if (m_reply.audit.row < before.audit_row || m_reply.audit.hash != before.audit_hash) {
        problem("the log's audit chain ends at row " + std::to_string(m_reply.audit.row) +
                ", but this kiosk has seen row " + std::to_string(before.audit_row) +
                ": rows were lost or changed");
    }
    return next;
}

void ReplySteps::take_news() {
    auto const before = m_kept.memory.sync_state();
    if (!before) {
        problem("what the log said is not kept: " + before.error().message);
        return;
    }
    memory::SyncChanges changes{
        .cases = {}, .answers = verified_answers(), .state = next_state(*before)};
    for (wire::CaseNews const& news : m_reply.cases) {
        changes.cases.push_back(
            {news.entry, news.receipt, news.status, news.closing, news.version});
    }
    bool const told_all = changes.state.seen_change == m_reply.through_change;
    if (!told_all) { // of changes since one of another log: this one's are heard from the first on
        changes.cases.clear();
    }
    if (!m_all_durable) { // so that the log says all of it again
        changes.state.instance = before->instance;
        changes.state.seen_change = before->seen_change;
    }
    if (auto done = m_kept.memory.apply(changes); !done) {
        problem("what the log said is not kept: " + done.error().message);
        return;
    }
    applied.news = !changes.cases.empty() || !changes.answers.empty();
    bool const listened_on = changes.state.seen_change > before->seen_change;
    applied.more = m_all_durable && ((m_reply.more && listened_on) || !told_all);
}

} // namespace inloop::sync
