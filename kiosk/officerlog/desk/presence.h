// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/roster.h"
#include "kiosk/officerlog/desk/desk.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::desk {

// Present until the end of the shift the roster says now, or for kPresenceHours without one;
// absent until the same moment. Goes down to the kiosks with the next sync.
[[nodiscard]] Result<records::Presence> set_present(Desk& desk, vault::Session& session,
                                                    bool present);
// What holds now: set by an officer and not over, else by the roster.
[[nodiscard]] Result<records::Presence> presence_now(Desk& desk);

// roster.toml as it was last kept; empty when there was none.
[[nodiscard]] Result<std::string> roster_text(Desk& desk);
[[nodiscard]] Result<entries::Roster> roster(Desk& desk);
// Checked before it is kept; goes down to the kiosks with the next sync. Returns what is wrong with
// it, for people; when nothing is, it was kept. Blank: no fixed times. Officers and leads.
[[nodiscard]] Result<std::vector<std::string>> set_roster(Desk& desk, vault::Session& session,
                                                          std::string_view text);

// Minutes on the clock of the wall here, for a time of the log; and back.
[[nodiscard]] entries::LocalMinute local_minute_of(records::Seconds at);
[[nodiscard]] records::Seconds seconds_of(entries::LocalMinute minute);

} // namespace inloop::desk
