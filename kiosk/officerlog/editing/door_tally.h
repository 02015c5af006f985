// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"

#include <vector>

// The sheet of paper at the door: four buttons, counted per hour.
namespace inloop::editing {

// A press, now or earlier: a phone without network sends it when it is back, up to two days later.
// `dates` for an hour that lies further back or ahead of the present one. The same press again
// counts once. Everyone who may edit.
[[nodiscard]] Outcome<void> press(Editing& editing, vault::Session& session,
                                  records::DoorPress const& press);
// Takes it back; `gone` when there is none, or it is of an earlier hour than the one before now.
[[nodiscard]] Outcome<void> undo_press(Editing& editing, vault::Session& session,
                                       records::PressId const& id);

struct DoorDay {
    std::chrono::local_days day{};
    std::vector<records::DoorCount> counts{}; // by hour and reason
};
// Today and the six days before, newest first; days without presses too.
[[nodiscard]] Result<std::vector<DoorDay>> door_week(Editing& editing);

} // namespace inloop::editing
