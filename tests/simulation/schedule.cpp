// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/schedule.h"

#include "tests/simulation/judgement.h"
#include "tests/simulation/network.h"
#include "tests/simulation/simulated_kiosk.h"
#include "tests/simulation/simulated_log.h"

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace inloop::simulation {

namespace {

using namespace std::chrono_literals;

// security.md R5: everything is at rest so soon after the network heals.
constexpr Milliseconds kHealsWithin = 10min;
// Nothing moves any more in two heartbeats after that.
constexpr Milliseconds kRests = 130s;

constexpr Milliseconds kSoonest = 100ms;
constexpr Milliseconds kShortTime = 1s;
constexpr Milliseconds kLongTime = 5min;
constexpr Milliseconds kHour = 1h;
constexpr Milliseconds kTenDays = std::chrono::days(10);
constexpr std::size_t kMostAtOnce = 200; // letters of one flood

class Schedule {
public:
    Schedule(Place const& place, std::uint64_t seed, Sabotage sabotage)
        : m_world(seed)
        , m_log(m_world, place, sabotage)
        , m_network(m_world, place, [this](ByteView body) { return m_log.serve(body); }) {
        // Often one, for a start costs more than anything that follows.
        constexpr std::array<std::size_t, 6> kKiosks{1, 1, 1, 2, 2, kMostKiosks};
        std::size_t const kiosks = kKiosks.at(m_world.dice.below(kKiosks.size()));
        for (std::size_t i = 0; i < kiosks; ++i) {
            m_kiosks.push_back(
                std::make_unique<SimulatedKiosk>(m_world, place, m_network, i, sabotage));
            m_kiosks.back()->acknowledged = [this](seal::EntryId const& entry) {
                if (!m_log.acknowledged(entry)) {
                    m_world.violated("a kiosk believed an acknowledgement the log never gave");
                }
            };
        }
    }

    Outcome run() {
        try {
            live();
            heal();
        } catch (std::exception const& exception) { // what the simulation takes for granted
            m_world.violated(exception.what());
        }
        return outcome();
    }

private:
    void live() {
        for (auto const& kiosk : m_kiosks) {
            kiosk->switch_on();
        }
        std::size_t const acts = 6 + m_world.dice.below(24);
        for (std::size_t i = 0; i < acts && !m_world.violation; ++i) {
            act();
            m_world.run_until(m_world.now() + m_world.dice.between(kSoonest, kShortTime * 60));
        }
    }

    struct Chance {
        unsigned weight;
        void (Schedule::*act)();
    };

    void act();
    void visitor_writes() { with_kiosk(&SimulatedKiosk::leave_letter); }
    void visitor_comes_back() { with_kiosk(&SimulatedKiosk::write_more); }
    void officer_works() { m_log.work(); }
    void flood();
    void power_cut() { with_kiosk(&SimulatedKiosk::cut_power); }
    void power_cut_soon() { with_kiosk(&SimulatedKiosk::cut_power_soon); }
    void disk_error();
    void index_lost();
    void kiosk_clock() { with_kiosk(&SimulatedKiosk::jump_clock); }
    void spoil() { with_kiosk(&SimulatedKiosk::spoil_a_letter); }
    void number_jump() { with_kiosk(&SimulatedKiosk::jump_ahead); }
    void closed_for_days();
    void kill_log();
    void back_up();
    void restore();
    void disk_full() { m_log.fill_disk(m_world.dice.between(kShortTime, kLongTime)); }
    void log_clock() { m_log.jump_clock(); }
    void network_down() { m_network.go_down(m_world.dice.between(kShortTime, kLongTime)); }

    void with_kiosk(void (SimulatedKiosk::*what)());
    void heal();
    bool settle(Milliseconds end);
    void rest();
    [[nodiscard]] std::uint64_t moved() const;
    [[nodiscard]] Outcome outcome();

    static std::array<Chance, 18> const kChances;

    World m_world;
    SimulatedLog m_log;
    Network m_network;
    Kiosks m_kiosks;
    Milliseconds m_healed_within{0};
};

// Of a thousand.
std::array<Schedule::Chance, 18> const Schedule::kChances{{
    {380, &Schedule::visitor_writes},
    {80, &Schedule::visitor_comes_back},
    {140, &Schedule::officer_works},
    {2, &Schedule::flood},
    {40, &Schedule::power_cut},
    {70, &Schedule::power_cut_soon},
    {30, &Schedule::disk_error},
    {20, &Schedule::index_lost},
    {20, &Schedule::kiosk_clock},
    {5, &Schedule::spoil},
    {3, &Schedule::number_jump},
    {20, &Schedule::closed_for_days},
    {70, &Schedule::kill_log},
    {40, &Schedule::back_up},
    {30, &Schedule::restore},
    {20, &Schedule::disk_full},
    {10, &Schedule::log_clock},
    {20, &Schedule::network_down},
}};

void Schedule::act() {
    std::size_t drawn = m_world.dice.below(1000);
    for (Chance const& chance : kChances) {
        if (drawn < chance.weight) {
            return (this->*chance.act)();
        }
        drawn -= chance.weight;
    }
}

void Schedule::with_kiosk(void (SimulatedKiosk::*what)()) {
    auto& kiosk = *m_kiosks[m_world.dice.below(m_kiosks.size())];
    if (kiosk.is_on()) {
        (kiosk.*what)();
    }
}

void Schedule::flood() {
    auto& kiosk = *m_kiosks[m_world.dice.below(m_kiosks.size())];
    for (std::size_t i = m_world.dice.below(kMostAtOnce); i > 0 && kiosk.is_on(); --i) {
        kiosk.leave_letter();
    }
}

void Schedule::disk_error() {
    with_kiosk(&SimulatedKiosk::let_disk_fail);
    visitor_writes();
}

void Schedule::index_lost() {
    auto& kiosk = *m_kiosks[m_world.dice.below(m_kiosks.size())];
    kiosk.lose_index_at_next_start();
    if (kiosk.is_on()) {
        kiosk.cut_power();
    }
}

void Schedule::closed_for_days() {
    m_world.count(Fault::closed_for_days);
    for (auto const& kiosk : m_kiosks) {
        kiosk->switch_off();
    }
    m_world.run_until(m_world.now() + m_world.dice.between(kHour, kTenDays));
    for (auto const& kiosk : m_kiosks) {
        kiosk->switch_on();
    }
}

void Schedule::kill_log() {
    using Kill = SimulatedLog::Kill;
    constexpr std::array kKills{Kill::before_commit, Kill::in_commit, Kill::after_commit};
    m_log.kill_at_next_request(kKills.at(m_world.dice.below(kKills.size())));
}

void Schedule::back_up() {
    if (m_log.is_up()) {
        m_log.back_up();
    }
}

void Schedule::restore() {
    m_log.restore();
}

// ---- the end

std::uint64_t Schedule::moved() const {
    std::uint64_t all = 0;
    for (auto const& kiosk : m_kiosks) {
        all += kiosk->moved();
    }
    return all;
}

// Whether everything came to rest by `end`.
bool Schedule::settle(Milliseconds end) {
    std::uint64_t looked_at = m_world.talks + 1;
    while (!m_world.violation) {
        if (std::exchange(looked_at, m_world.talks) != m_world.talks &&
            unsettled(m_kiosks, m_log).empty()) {
            return true;
        }
        if (!m_world.step(end)) {
            return false;
        }
    }
    return false;
}

void Schedule::heal() {
    if (m_world.violation) {
        return;
    }
    m_world.note("network", "heals");
    m_network.heal();
    m_log.mend();
    for (auto const& kiosk : m_kiosks) {
        kiosk->mend();
    }
    Milliseconds const healed = m_world.now();
    if (!settle(healed + kHealsWithin)) {
        return m_world.violated("not at rest after ten minutes: " + unsettled(m_kiosks, m_log));
    }
    m_healed_within = m_world.now() - healed;
    rest();
}

void Schedule::rest() {
    std::uint64_t const before = moved();
    m_world.run_until(m_world.now() + kRests);
    if (moved() != before) {
        m_world.violated("letters move though there is nothing to do");
    }
    if (auto wrong = wrong_at_rest(m_kiosks, m_log); !wrong.empty()) {
        m_world.violated(std::move(wrong));
    }
}

Outcome Schedule::outcome() {
    Outcome outcome{.violation = m_world.violation,
                    .story = std::move(m_world.story),
                    .counts = m_world.counts,
                    .kiosks = m_kiosks.size(),
                    .talks = m_world.talks,
                    .healed_within = m_healed_within,
                    .lasted = m_world.now()};
    for (auto const& kiosk : m_kiosks) {
        outcome.letters += kiosk->confirmed().size();
    }
    return outcome;
}

} // namespace

Outcome run_schedule(Place const& place, std::uint64_t seed, Sabotage sabotage) {
    return Schedule(place, seed, sabotage).run();
}

} // namespace inloop::simulation
