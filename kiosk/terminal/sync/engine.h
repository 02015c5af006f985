// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"

#include <cstdint>
#include <optional>
#include <variant>

// When the kiosk speaks to the log: (state, event, now) -> (state, command). Pure but for the draws
// of `random`. Counts on Instant alone, which never jumps: a calendar that is ten years off changes
// nothing here.
namespace inloop::sync {

namespace event {

struct Paired {}; // there is a log to speak to
struct LetterStored {};
struct TimerDue {}; // the moment of the last WaitUntil has come
struct LinkUp {}; // the network came back

enum class Outcome : std::uint8_t {
    done,
    challenged, // nothing was done: the log wants its new nonce
    revoked,
    too_old,
};
// A reply that was verified and applied.
struct Replied {
    Outcome outcome = Outcome::done;
    bool more = false; // there is more to ask or to send, and this reply brought something
    Milliseconds retry_after{0}; // asked for by the log; 0: nothing
};

// No reply, or none to be believed.
struct Failed {
    std::optional<Milliseconds> retry_after{}; // of an HTTP answer that had one
};

} // namespace event

using Event = std::variant<event::Paired, event::LetterStored, event::TimerDue, event::LinkUp,
                           event::Replied, event::Failed>;

namespace command {

struct SendNow {}; // one request; Replied or Failed follows
struct WaitUntil {
    Instant moment; // then TimerDue, unless another event comes first
};
struct WaitForEvent {}; // a request is under way, or there is no log

} // namespace command

using Command = std::variant<command::SendNow, command::WaitUntil, command::WaitForEvent>;

// What the log thinks of this kiosk, as it last said.
enum class Standing : std::uint8_t { admitted, revoked, too_old };

struct State {
    enum class Phase : std::uint8_t { unpaired, waiting, in_flight };

    Phase phase = Phase::unpaired;
    Standing standing = Standing::admitted;
    unsigned failures = 0; // in a row
    unsigned challenges = 0; // in a row
    bool letter_waits = false; // one was stored while a request was under way
    Instant due{}; // while waiting
    Instant quiet_until{}; // the log asked for it: nothing before

    // A kiosk that may not send its letters still asks whether it may.
    [[nodiscard]] bool may_send_letters() const { return standing == Standing::admitted; }
};

struct Step {
    State state;
    Command command;
};

// What to do about `event` at `now`. At most one request is under way: SendNow is never given while
// Phase::in_flight lasts.
[[nodiscard]] Step step(State state, Event const& event, Instant now, Random& random);

} // namespace inloop::sync
