// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/sealer.h"
#include "kiosk/terminal/letterbox/letterbox.h"
#include "kiosk/terminal/memory/memory.h"
#include "kiosk/wire/messages.h"
#include "platform/api/files.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace inloop::sync {

// What the kiosk keeps, borrowed for one call from who owns it.
struct Kept {
    letterbox::Letterbox& letterbox;
    memory::Memory& memory;
    seal::Sealer& sealer;
    platform::Files& files;
    std::filesystem::path const& data; // where policy.pkp and the documents lie
};

// What does not change while the program runs.
struct ExchangeSpec {
    seal::AckSignPublicKey ack_sign{}; // pinned when the kiosk was paired
    std::string version{}; // of the program
    wire::BootId boot{}; // random, made at the start of the program
    Instant booted{};
};

enum class Letters : std::uint8_t { taken_along, held_back };

// What one reply changed here.
struct Applied {
    wire::ReplyKind kind = wire::ReplyKind::done;
    bool more = false; // worth asking again at once
    Milliseconds retry_after{0};
    std::int64_t log_time = 0; // seconds since 1970 by the log's clock; sets no clock here
    std::vector<std::uint64_t> arrived{}; // numbers of letters the log has now, each once
    std::vector<std::uint64_t> refused{}; // and of those it never takes: they lie in dead/
    std::vector<std::uint64_t> offered_again{}; // it lost them: back in new/
    bool news = false; // cases or answers were stored
    bool policy = false; // another policy is followed from now on
    std::vector<std::string> documents{}; // names of files that were replaced
    // kiosk.db could not be told of a letter that moved: bring it in line before a code is looked
    // up.
    bool index_behind = false;
    std::uint32_t problem_count = 0;
    std::vector<std::string> problems{}; // what was refused and why, for the operator; at most
                                         // kProblemsTold
};

// Both ends of one talk with the log: what to say, and what to do about the reply. Whatever the log
// says is verified here or by what it is handed to; one part that is refused never stops another.
// Belongs to the thread that owns what is in Kept. No clock decides anything.
class Exchange {
public:
    explicit Exchange(ExchangeSpec spec);

    // The request, but for its nonces. Letters that the log wanted later stand behind those it has
    // not seen; one that cannot be read is left out and counted. Fails with the errors of Memory
    // and Letterbox.
    [[nodiscard]] Result<wire::SyncRequest> gather(Kept const& kept, Letters letters,
                                                   Clock const& clock);

    // Does what `reply` says. A letter leaves new/ only for an acknowledgement that is signed by
    // the log and confirms the bytes on the disk. How far the kiosk has listened is written last,
    // when everything before is durable: what failed for lack of space is said again by the log.
    [[nodiscard]] Applied apply(Kept const& kept, wire::SyncReply const& reply);

private:
    ExchangeSpec m_spec;
    std::set<seal::EntryId> m_later; // the log could not take them now
    std::uint32_t m_unreadable = 0; // letters left out of the last request
    std::uint32_t m_problems = 0; // of the last reply that did something
};

} // namespace inloop::sync
