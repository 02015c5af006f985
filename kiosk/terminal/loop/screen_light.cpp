// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/screen_light.h"

#include "kiosk/terminal/loop/tuning.h"

#include <algorithm>

namespace inloop::loop {

namespace ch = std::chrono;
using platform::FingerEvent;
using platform::FingerPhase;

namespace {

// "22:00", of a day that ends at 23:59.
std::optional<ch::minutes> parse_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    int number = 0;
    for (char const digit : {text[0], text[1], text[3], text[4]}) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = number * 10 + (digit - '0');
    }
    int const hour = number / 100;
    int const minute = number % 100;
    if (hour > 23 || minute > 59) {
        return std::nullopt;
    }
    return ch::hours(hour) + ch::minutes(minute);
}

} // namespace

std::optional<NightHours> parse_night(std::string_view text) {
    constexpr std::size_t kDash = 5;
    if (text.size() <= kDash || text[kDash] != '-') {
        return std::nullopt;
    }
    auto const from = parse_time(text.substr(0, kDash));
    auto const until = parse_time(text.substr(kDash + 1));
    if (!from || !until || *from == *until) {
        return std::nullopt;
    }
    return NightHours{*from, *until};
}

// At a night as light as the day nothing is dark, and no touch may be lost.
ScreenLight::ScreenLight(std::optional<NightLight> night, Clock const& clock)
    : m_night(night && night->level < 1 ? night : std::nullopt)
    , m_clock(clock)
    , m_last_sign(clock.now()) {}

bool ScreenLight::is_night() const {
    if (!m_night || m_clock.trust() == ClockTrust::unset) {
        return false;
    }
    LocalTime const time = m_clock.local();
    ch::minutes const now = ch::hours(time.hour) + ch::minutes(time.minute);
    NightHours const& hours = m_night->hours;
    return hours.from < hours.until ? hours.from <= now && now < hours.until
                                    : hours.from <= now || now < hours.until;
}

bool ScreenLight::swallows(FingerEvent const& event) {
    bool const leaves = event.phase == FingerPhase::up || event.phase == FingerPhase::cancelled;
    if (m_dark) {
        if (leaves) {
            m_swallowed.erase(event.finger);
        } else {
            m_swallowed.insert(event.finger);
        }
        if (event.phase == FingerPhase::down) { // a drop on the glass moves for ever
            noticed();
            m_woken = m_last_sign;
        }
        return true;
    }
    if (event.phase != FingerPhase::move) {
        m_last_sign = m_clock.now();
    }
    if (event.phase == FingerPhase::down) {
        m_swallowed.erase(event.finger); // that it left before was never told
        if (m_woken && m_clock.now() < *m_woken + kWakes) {
            m_swallowed.insert(event.finger);
        }
        return m_swallowed.contains(event.finger);
    }
    return leaves ? m_swallowed.erase(event.finger) > 0 : m_swallowed.contains(event.finger);
}

void ScreenLight::noticed() {
    m_last_sign = m_clock.now();
    m_dark = false;
}

bool ScreenLight::tick(Rest rest) {
    m_rest = rest;
    bool const night = is_night();
    m_refused = m_refused && night;
    bool const dark =
        night && !m_refused && rest == Rest::nobody && m_clock.now() >= m_last_sign + kNightQuiet;
    bool const fell = dark && !m_dark;
    m_dark = dark;
    if (fell) {
        m_swallowed.clear(); // who has lain there for a minute is not who wakes it
    }
    return fell;
}

void ScreenLight::refused() {
    m_refused = true;
    m_dark = false;
}

// The clock on the wall may be put on or back until then; whoever sleeps until this moment asks
// again there, and each minute that the screen shows asks as well.
Instant ScreenLight::next_time(ch::minutes of_day) const {
    LocalTime const time = m_clock.local();
    auto ahead = of_day - ch::hours(time.hour) - ch::minutes(time.minute);
    if (ahead <= ch::minutes(0)) {
        ahead += ch::days(1);
    }
    WallTime const wall = m_clock.wall();
    return m_clock.now() + ahead - (wall - ch::floor<ch::minutes>(wall));
}

std::optional<Instant> ScreenLight::next_deadline() const {
    if (!m_night || m_rest == Rest::visitor || m_clock.trust() == ClockTrust::unset) {
        return std::nullopt;
    }
    if (!is_night()) {
        return next_time(m_night->hours.from);
    }
    if (m_dark || m_refused) {
        return next_time(m_night->hours.until);
    }
    return std::max(m_clock.now(), m_last_sign + kNightQuiet);
}

} // namespace inloop::loop
