// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/presence_now.h"

#include "kiosk/terminal/ui/tuning.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace inloop::loop {

namespace ch = std::chrono;

namespace {

// What an officer said of himself, in the time of this place. Minutes are what a screen shows, so
// it is over with the minute in which it ends.
struct Notice {
    bool present = false;
    entries::LocalMinute until;
};

std::optional<Notice> notice_in_force(pages::SiteFiles const& site, Clock const& clock) {
    if (!site.presence || clock.trust() != ClockTrust::synced) {
        return std::nullopt;
    }
    auto const left =
        ch::floor<ch::minutes>(site.presence->until) - ch::floor<ch::minutes>(clock.wall());
    if (left <= ch::minutes(0)) {
        return std::nullopt;
    }
    return Notice{site.presence->present, entries::local_minute(clock.local()) + left};
}

ui::Presence by_roster(entries::Roster const& roster, entries::LocalMinute now) {
    return {.now = roster.at(now),
            .next = roster.upcoming(now, ui::kShiftsShown),
            .read_by = entries::read_by(roster, now)};
}

// As the roster has it from the moment he is back; what is left of a shift then comes next.
ui::Presence while_away(entries::Roster const& roster, entries::LocalMinute back) {
    ui::Presence presence = by_roster(roster, back);
    if (presence.now) {
        presence.next.insert(presence.next.begin(),
                             {back, presence.now->until, presence.now->kind});
        presence.now.reset();
        presence.next.resize(std::min(presence.next.size(), ui::kShiftsShown));
    }
    return presence;
}

// Nobody said until when: the shift is as long as this minute. What comes next is the roster's.
ui::Presence switched_on(entries::Roster const& roster, Clock const& clock) {
    entries::LocalMinute const now = entries::local_minute(clock.local());
    ui::Presence presence;
    if (clock.trust() != ClockTrust::unset) {
        presence = by_roster(roster, now);
    }
    presence.now = entries::Shift{now, now + ch::minutes(1), entries::ShiftKind::present};
    presence.by_hand = true;
    return presence;
}

} // namespace

ui::Presence presence_now(pages::SiteFiles const& site, Clock const& clock, Switched switched) {
    if (switched == Switched::on) {
        return switched_on(site.roster, clock);
    }
    if (clock.trust() == ClockTrust::unset) {
        return {};
    }
    entries::LocalMinute const now = entries::local_minute(clock.local());
    std::optional<Notice> const notice = notice_in_force(site, clock);
    if (notice && !notice->present) {
        return while_away(site.roster, notice->until);
    }
    ui::Presence presence = by_roster(site.roster, now);
    if (notice) {
        presence.now = entries::Shift{now, notice->until, entries::ShiftKind::present};
    }
    return presence;
}

} // namespace inloop::loop
