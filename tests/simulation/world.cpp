// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace inloop::simulation {

std::string_view name_of(Fault fault) {
    constexpr std::array<std::string_view, kFaults> kNames{"request lost",
                                                           "request twice",
                                                           "request late",
                                                           "reply lost",
                                                           "reply late",
                                                           "reply replayed",
                                                           "reply forged",
                                                           "network down",
                                                           "kiosk power cut",
                                                           "kiosk disk error",
                                                           "kiosk index lost",
                                                           "kiosk clock jump",
                                                           "kiosk letter spoiled",
                                                           "kiosk number jump",
                                                           "log killed before commit",
                                                           "log killed in commit",
                                                           "log killed after commit",
                                                           "log restored",
                                                           "log disk full",
                                                           "log clock jump",
                                                           "closed for days"};
    return kNames.at(static_cast<std::size_t>(fault));
}

void World::after(Milliseconds delay, std::function<void()> what) {
    m_due.push({m_now + delay, m_order++, std::move(what)});
}

bool World::step(Milliseconds end) {
    if (m_due.empty() || m_due.top().at > end) {
        m_now = std::max(m_now, end);
        return false;
    }
    Due const due = m_due.top();
    m_due.pop();
    m_now = due.at;
    due.what();
    return true;
}

void World::run_until(Milliseconds end) {
    while (!violation && step(end)) {
    }
}

void World::note(std::string_view who, std::string_view what) {
    std::array<char, 24> time{};
    (void)std::snprintf(time.data(), time.size(), "%12.3f s  ",
                        static_cast<double>(m_now.count()) / 1e3);
    story.push_back(std::string(time.data()).append(who).append(": ").append(what));
}

void World::violated(std::string what) {
    note("VIOLATED", what);
    if (!violation) {
        violation = std::move(what);
    }
}

WallTime MachineClock::wall() const {
    // Tuesday 4 June 2024, 12.00 UTC, when the site was founded.
    constexpr std::chrono::seconds kFounded{1'717'502'400};
    return WallTime(kFounded + std::chrono::floor<std::chrono::seconds>(m_world.now()) + m_off);
}

} // namespace inloop::simulation
