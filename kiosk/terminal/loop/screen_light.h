// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "platform/api/input.h"

#include <chrono>
#include <optional>
#include <set>
#include <string_view>

namespace inloop::loop {

// From when until when it is night in this place. Minutes since midnight; `until` before `from` is
// that of the next day.
struct NightHours {
    std::chrono::minutes from{};
    std::chrono::minutes until{};
    friend bool operator==(NightHours const&, NightHours const&) = default;
};

// "22:00-07:00"; nullopt for anything else. Two equal times are no night.
[[nodiscard]] std::optional<NightHours> parse_night(std::string_view text);

struct NightLight {
    NightHours hours{};
    float level = 0; // 0 off, 1 as by day
};

// What the visitor's way is at.
enum class Rest : std::uint8_t { nobody, visitor };

// How light the screen is to be: full by day, at night full only while somebody is there. The touch
// that wakes it does nothing else, because who made it did not see what he touched. Full also while
// the clock is not set: nobody knows then whether it is night. One thread.
class ScreenLight {
public:
    // nullopt: always full. `clock` outlives it.
    ScreenLight(std::optional<NightLight> night, Clock const& clock);

    // Looks at finger and clock. True: the event only wakes and is to be given to nobody else.
    [[nodiscard]] bool swallows(platform::FingerEvent const& event);
    // Somebody is there although no finger came down.
    void noticed();
    // At every step, and at next_deadline(). True: it became dark, and the fingers that are still
    // on the glass count no longer.
    bool tick(Rest rest);
    // The device did not take the night's level: it counts as full until the next night, and no
    // touch is swallowed by a screen that is light.
    void refused();

    // 0 off, 1 full.
    [[nodiscard]] float level() const { return m_dark ? m_night->level : 1.0F; }
    [[nodiscard]] bool dark() const { return m_dark; }
    // When level() changes next without a touch; nullopt: not before something happens.
    [[nodiscard]] std::optional<Instant> next_deadline() const;

private:
    [[nodiscard]] bool is_night() const;
    [[nodiscard]] Instant next_time(std::chrono::minutes of_day) const;

    std::optional<NightLight> m_night;
    Clock const& m_clock;
    Instant m_last_sign; // of somebody
    std::optional<Instant> m_woken; // by a finger
    std::set<std::int64_t> m_swallowed; // fingers, until they leave
    Rest m_rest = Rest::visitor;
    bool m_dark = false;
    bool m_refused = false;
};

} // namespace inloop::loop
