// SPDX-License-Identifier: EUPL-1.2
//
// What cannot be undone.
#include "kiosk/officerlog/desk/change.h"
#include "kiosk/officerlog/desk/erasing.h"
#include "kiosk/officerlog/desk/stepping.h"
#include "kiosk/officerlog/desk/tuning.h"

namespace inloop::desk {
namespace {

using entries::Status;

Outcome<Done> carry_out(Desk& desk, vault::Session& session, Erasure const& erasure) {
    if (auto done = erase(desk, session.actor(), erasure); !done) {
        return tl::unexpected(done.error());
    }
    return tl::expected<Done, Refusal>(Done{erasure.root.version + 1});
}

} // namespace

Outcome<Done> take_over(Desk& desk, vault::Session& session, Target const& target) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        if (auto const fault = begun.fault_in_step(Status::taken_over)) {
            return refused<Done>(*fault);
        }
        step(begun.root(), Status::taken_over, begun.now());
        return carry_out(
            desk, session,
            {.root = begun.root(), .by = session.actor().name, .reason = "taken-over"});
    });
}

Outcome<Done> redact(Desk& desk, vault::Session& session, Target const& target,
                     std::string_view reason) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        if (auto const fault = fault_in(reason, kMaxReasonCodePoints)) {
            return refused<Done>(*fault);
        }
        auto const repeated = warnings_about(desk, session, begun.root().id, reason);
        if (!repeated) {
            return tl::unexpected(repeated.error());
        }
        if (!repeated->empty()) {
            return refused<Done>(repeated->front().why);
        }
        if (begun.root().status != Status::closed) {
            close(begun.root(), entries::Closing::done, begun.now());
        }
        return carry_out(desk, session,
                         {.root = begun.root(),
                          .by = session.actor().name,
                          .reason = "redacted",
                          .why = std::string(reason)});
    });
}

} // namespace inloop::desk
