// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/engine.h"

#include "kiosk/terminal/sync/tuning.h"

#include <algorithm>

namespace inloop::sync {

namespace {

using Phase = State::Phase;

Step send(State state) {
    state.phase = Phase::in_flight;
    state.letter_waits = false;
    return {state, command::SendNow{}};
}

Step wait(State state, Instant moment) {
    state.phase = Phase::waiting;
    state.due = std::max(moment, state.quiet_until);
    return {state, command::WaitUntil{state.due}};
}

// Where nothing changes.
Step go_on(State const& state) {
    if (state.phase == Phase::waiting) {
        return {state, command::WaitUntil{state.due}};
    }
    return {state, command::WaitForEvent{}};
}

// At once, unless the log asked for quiet.
Step send_soon(State const& state, Instant now) {
    return now < state.quiet_until ? wait(state, state.quiet_until) : send(state);
}

State kept_quiet(State state, Instant now, Milliseconds asked) {
    state.quiet_until = now + std::clamp(asked, Milliseconds(0), kLongestRetryAfter);
    return state;
}

Milliseconds drawn_wait(unsigned failures, Random& random) {
    constexpr unsigned kDoublings = 8; // 2 s * 2^8 is more than kLongestWait
    auto const bound = std::min(kLongestWait, kFirstWait * (1U << std::min(failures, kDoublings)));
    return Milliseconds(random.below(static_cast<std::uint32_t>(bound.count()) + 1));
}

Step back_off(State state, Instant now, Random& random) {
    Milliseconds const drawn = drawn_wait(state.failures, random);
    ++state.failures;
    state.letter_waits = false; // it had its try: the one that just failed
    switch (state.standing) {
    case Standing::revoked:
        return wait(state, now + kRevokedWait);
    case Standing::too_old:
        return wait(state, now + kTooOldWait);
    case Standing::admitted:
        break;
    }
    return wait(state, now + drawn);
}

Step challenged(State state, Instant now, Random& random) {
    ++state.challenges;
    if (state.challenges > kChallengesAtOnce) {
        state.challenges = 0;
        return back_off(state, now, random);
    }
    return send_soon(state, now);
}

Step done(State state, bool more, Instant now) {
    state.standing = Standing::admitted;
    state.failures = 0;
    state.challenges = 0;
    return more || state.letter_waits ? send_soon(state, now) : wait(state, now + kHeartbeat);
}

Step held_off(State state, Standing standing, Instant moment) {
    state.standing = standing;
    state.failures = 0;
    state.challenges = 0;
    state.letter_waits = false;
    return wait(state, moment);
}

Step on(State const& state, event::Paired const& /*event*/, Instant /*now*/, Random& /*random*/) {
    return state.phase == Phase::unpaired ? send(state) : go_on(state);
}

Step on(State state, event::LetterStored const& /*event*/, Instant now, Random& /*random*/) {
    if (!state.may_send_letters() || state.phase == Phase::unpaired) {
        return go_on(state);
    }
    if (state.phase == Phase::in_flight) {
        state.letter_waits = true;
        return go_on(state);
    }
    return send_soon(state, now);
}

Step on(State const& state, event::TimerDue const& /*event*/, Instant now, Random& /*random*/) {
    return state.phase == Phase::waiting && now >= state.due ? send(state) : go_on(state);
}

Step on(State state, event::LinkUp const& /*event*/, Instant now, Random& /*random*/) {
    state.failures = 0;
    return state.phase == Phase::waiting && state.may_send_letters() ? send_soon(state, now)
                                                                     : go_on(state);
}

Step on(State state, event::Replied const& reply, Instant now, Random& random) {
    if (state.phase != Phase::in_flight) {
        return go_on(state); // to nothing that was asked
    }
    state = kept_quiet(state, now, reply.retry_after);
    switch (reply.outcome) {
    case event::Outcome::challenged:
        return challenged(state, now, random);
    case event::Outcome::revoked:
        return held_off(state, Standing::revoked, now + kRevokedWait);
    case event::Outcome::too_old:
        return held_off(state, Standing::too_old, now + kTooOldWait);
    case event::Outcome::done:
        break;
    }
    return done(state, reply.more, now);
}

Step on(State state, event::Failed const& failure, Instant now, Random& random) {
    if (state.phase != Phase::in_flight) {
        return go_on(state);
    }
    state = kept_quiet(state, now, failure.retry_after.value_or(Milliseconds(0)));
    state.challenges = 0;
    return back_off(state, now, random);
}

} // namespace

Step step(State state, Event const& event, Instant now, Random& random) {
    return std::visit([&](auto const& one) { return on(state, one, now, random); }, event);
}

} // namespace inloop::sync
