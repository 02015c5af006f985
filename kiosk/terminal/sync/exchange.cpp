// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/exchange.h"

#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/sync/reply_steps.h"
#include "kiosk/terminal/sync/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::sync {

namespace {

using LetterPlace = letterbox::LetterState;

void count_letters(wire::KioskHealth& health, std::vector<letterbox::StoredLetter> const& letters) {
    for (letterbox::StoredLetter const& letter : letters) {
        health.letters_new += letter.state == LetterPlace::new_ ? 1U : 0U;
        health.letters_sent += letter.state == LetterPlace::sent ? 1U : 0U;
        health.letters_dead += letter.state == LetterPlace::dead ? 1U : 0U;
    }
}

std::uint8_t level_number(Result<letterbox::DiskLevel> const& level) {
    // A disk that cannot even say how full it is counts as full.
    return static_cast<std::uint8_t>(level.value_or(letterbox::DiskLevel::full));
}

// Letters to offer, those not yet in `later` first, each group by number.
std::vector<letterbox::StoredLetter> in_line(std::vector<letterbox::StoredLetter> letters,
                                             std::set<seal::EntryId> const& later) {
    std::erase_if(letters, [](auto const& letter) { return letter.state != LetterPlace::new_; });
    std::stable_partition(letters.begin(), letters.end(),
                          [&](auto const& letter) { return !later.contains(letter.entry_id); });
    return letters;
}

// A request with as many of them as fit; returns how many could not be read.
std::uint32_t add_envelopes(wire::SyncRequest& request, letterbox::Letterbox& box,
                            std::vector<letterbox::StoredLetter> const& line) {
    std::size_t together = 0;
    std::uint32_t unreadable = 0;
    for (letterbox::StoredLetter const& letter : line) {
        if (request.envelopes.size() == wire::kMaxEnvelopes) {
            break;
        }
        if (together + letter.size > wire::kMaxEnvelopeBytesTogether) {
            break;
        }
        auto envelope = box.read(letter.entry_id);
        if (!envelope) {
            ++unreadable;
            continue;
        }
        together += envelope->size();
        request.envelopes.push_back(std::move(*envelope));
    }
    return unreadable;
}

bool has_new_letters(letterbox::Letterbox const& box, std::set<seal::EntryId> const& later) {
    return std::ranges::any_of(box.letters(), [&](auto const& letter) {
        return letter.state == LetterPlace::new_ && !later.contains(letter.entry_id);
    });
}

} // namespace

Exchange::Exchange(ExchangeSpec spec) : m_spec(std::move(spec)) {}

Result<wire::SyncRequest> Exchange::gather(Kept const& kept, Letters letters, Clock const& clock) {
    auto const state = kept.memory.sync_state();
    if (!state) {
        return tl::unexpected(state.error());
    }
    auto const all = kept.letterbox.letters();
    auto const highest = kept.memory.highest_sequence().value_or(0);
    // Of the file, not of what is in memory: it is what the kiosk follows after the next start.
    auto const policy = kept.files.read(kept.data / seal::kPolicyFile, kLargestPolicyFile);

    wire::SyncRequest request;
    request.device = kept.sealer.device().id();
    request.boot = m_spec.boot;
    request.since_boot_ms = static_cast<std::uint64_t>(
        std::max<Milliseconds::rep>(0, (clock.now() - m_spec.booted).count()));
    request.known_instance = {state->instance.bytes};
    request.seen_change = state->seen_change;
    request.policy = policy ? seal::hash_of(*policy) : seal::Hash{};
    request.audit = {state->audit_row, state->audit_hash};
    if (letters == Letters::taken_along) {
        m_unreadable = add_envelopes(request, kept.letterbox, in_line(all, m_later));
    }
    request.health = {.version = m_spec.version,
                      .letters_made = kept.letterbox.next_sequence(highest) - 1,
                      .quarantined =
                          static_cast<std::uint32_t>(kept.letterbox.repair_report().quarantined),
                      .disk_level = level_number(kept.letterbox.disk_level()),
                      .clock = clock.trust(),
                      .wall = clock.wall().time_since_epoch().count(),
                      .problems = m_problems + m_unreadable};
    count_letters(request.health, all);
    return request;
}

Applied Exchange::apply(Kept const& kept, wire::SyncReply const& reply) {
    ReplySteps steps(kept, reply, m_spec.ack_sign, m_later);
    steps.applied.kind = reply.kind;
    steps.applied.retry_after = Milliseconds(std::int64_t{1000} * reply.retry_after_s);
    steps.applied.log_time = reply.time;
    if (reply.kind != wire::ReplyKind::done) {
        return std::move(steps.applied); // nothing else counts in it
    }
    steps.judge_letters();
    steps.offer_lost_again();
    steps.take_policy(); // before the answers, which a new key may have signed
    steps.take_files();
    steps.take_news();

    Applied applied = std::move(steps.applied);
    // Only while letters move: a log that takes none must not be asked in a loop.
    bool const moving =
        !applied.arrived.empty() || !applied.refused.empty() || !applied.offered_again.empty();
    applied.more = applied.more || (moving && has_new_letters(kept.letterbox, m_later));
    m_problems = applied.problem_count;
    return applied;
}

} // namespace inloop::sync
