// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/door_tally.h"

#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/tuning.h"

#include <utility>

namespace inloop::editing {

namespace {

using records::Seconds;

Seconds hour_of(Seconds at) {
    return at - at % kHourSeconds;
}

// What the wall shows minus UTC, now. A week in which summer time begins or ends has its other
// hours off by one: it shows around midnight only, when nobody stands at the door.
Seconds offset_of(Editing const& editing) {
    LocalTime const here = editing.clock.local();
    auto const wall = today_of(editing).time_since_epoch() + std::chrono::hours(here.hour) +
                      std::chrono::minutes(here.minute);
    auto const utc = std::chrono::floor<std::chrono::minutes>(editing.clock.wall());
    return std::chrono::seconds(wall - utc.time_since_epoch()).count();
}

Seconds seconds_of(std::chrono::local_days day) {
    return std::chrono::seconds(day.time_since_epoch()).count();
}

// Ends a transaction without a change, for a reason that is no error.
tl::unexpected<Error> take_back() {
    return fail(ErrorCode::not_found, "too late to undo");
}

} // namespace

Outcome<void> press(Editing& editing, vault::Session& session, records::DoorPress const& press) {
    if (!may_edit(session)) {
        return refused<void>(Refusal::role);
    }
    Seconds const now = hour_of(now_of(editing));
    records::DoorPress counted = press;
    counted.hour = hour_of(press.hour);
    if (counted.hour > now || counted.hour < now - kLatePressSeconds) {
        return refused<void>(Refusal::dates);
    }
    return editing.pages.add_press(counted).map([] { return tl::expected<void, Refusal>(); });
}

Outcome<void> undo_press(Editing& editing, vault::Session& session, records::PressId const& id) {
    if (!may_edit(session)) {
        return refused<void>(Refusal::role);
    }
    Seconds const earliest = hour_of(now_of(editing)) - kUndoSeconds;
    auto const undone = editing.store.transaction([&]() -> Result<void> {
        auto const press = editing.pages.undo_press(id);
        if (!press) {
            return tl::unexpected(press.error());
        }
        return press->hour >= earliest ? Result<void>() : take_back();
    });
    if (!undone && undone.error().code == ErrorCode::not_found) {
        return refused<void>(Refusal::gone);
    }
    return undone.map([] { return tl::expected<void, Refusal>(); });
}

Result<std::vector<DoorDay>> door_week(Editing& editing) {
    Seconds const offset = offset_of(editing);
    std::vector<DoorDay> week;
    for (int back = 0; back < kDoorDays; ++back) {
        auto const day = today_of(editing) - std::chrono::days(back);
        Seconds const begin = seconds_of(day) - offset;
        auto counts = editing.pages.door_counts(begin, begin + 24 * kHourSeconds);
        if (!counts) {
            return tl::unexpected(counts.error());
        }
        week.push_back({.day = day, .counts = std::move(*counts)});
    }
    return week;
}

} // namespace inloop::editing
