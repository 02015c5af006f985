// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "tests/simulation/dice.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::simulation {

// What went wrong on purpose.
enum class Fault : std::uint8_t {
    request_lost,
    request_twice,
    request_late,
    reply_lost,
    reply_late,
    reply_replayed,
    reply_forged,
    network_down,
    kiosk_power_cut,
    kiosk_disk_error,
    kiosk_index_lost,
    kiosk_clock_jump,
    kiosk_letter_spoiled,
    kiosk_number_jump,
    log_killed_before_commit,
    log_killed_in_commit,
    log_killed_after_commit,
    log_restored,
    log_disk_full,
    log_clock_jump,
    closed_for_days,
};
inline constexpr std::size_t kFaults = 21;
[[nodiscard]] std::string_view name_of(Fault fault);
using Counts = std::array<std::uint64_t, kFaults>;

// What one schedule does wrong on purpose, for the negative controls.
enum class Sabotage : std::uint8_t {
    none,
    log_forgets_letters, // it does not notice that a letter comes again
    log_thanks_too_early, // what it acknowledged is not durable yet
    kiosk_believes_anybody, // acknowledgements are not verified
};

// Time, chance and what is due, in one thread. Time stands still while something happens.
class World {
public:
    explicit World(std::uint64_t seed) : dice(seed) {}

    [[nodiscard]] Milliseconds const& now() const { return m_now; }
    void after(Milliseconds delay, std::function<void()> what);
    // Does what is due next, if that is at `end` or before; else time goes on to `end`.
    bool step(Milliseconds end);
    void run_until(Milliseconds end);

    // A line of the story that is told of a schedule that fails.
    void note(std::string_view who, std::string_view what);
    void count(Fault fault) { ++counts[static_cast<std::size_t>(fault)]; }
    // Something that must not be. The first one is kept.
    void violated(std::string what);

    Dice dice;
    Counts counts{};
    std::vector<std::string> story;
    std::optional<std::string> violation;
    std::uint64_t talks = 0; // replies that were applied

private:
    struct Due {
        Milliseconds at;
        std::uint64_t order; // what was put in line first comes first
        std::function<void()> what;
        [[nodiscard]] bool operator>(Due const& other) const {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    Milliseconds m_now{0};
    std::uint64_t m_order = 0;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
};

// What one machine takes for the time. Its steady time begins anew at every start; its calendar may
// be years off.
class MachineClock final : public Clock {
public:
    explicit MachineClock(World const& world) : m_world(world) {}

    [[nodiscard]] Instant now() const override {
        return Instant(m_world.now() - m_started + Milliseconds(5'000));
    }
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] LocalTime local() const override { return {}; }
    [[nodiscard]] ClockTrust trust() const override { return m_trust; }

    void start() { m_started = m_world.now(); }
    void jump(std::chrono::seconds by) { m_off = by; }
    void set_trust(ClockTrust trust) { m_trust = trust; }

private:
    World const& m_world;
    Milliseconds m_started{0};
    std::chrono::seconds m_off{0};
    ClockTrust m_trust = ClockTrust::synced;
};

} // namespace inloop::simulation
