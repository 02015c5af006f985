// SPDX-License-Identifier: EUPL-1.2
//
// Kiosks, network and log in one thread under one seed: whatever goes wrong, no letter is lost and
// none is there twice (security.md R5). INLOOP_SEED=N replays one schedule and tells its story;
// INLOOP_SIMULATIONS=N runs so many.
#include "tests/simulation/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

namespace inloop::simulation {
namespace {

constexpr std::uint64_t kShards = 4; // cases, so that ctest uses all cores
constexpr std::uint64_t kControlMustFind = 500; // schedules

std::optional<std::uint64_t> number_in(char const* variable) {
    char const* const text = std::getenv(variable);
    return text == nullptr ? std::nullopt : std::optional(std::strtoull(text, nullptr, 10));
}

Place const& place() {
    static Place const made;
    return made;
}

std::string told(std::uint64_t seed, Outcome const& outcome) {
    std::string text = "seed " + std::to_string(seed) + ": " +
                       outcome.violation.value_or("nothing is wrong") + '\n';
    for (std::string const& line : outcome.story) {
        text += line + '\n';
    }
    text +=
        std::to_string(outcome.talks) + " talks, " + std::to_string(outcome.letters) + " letters\n";
    return text + "Again: INLOOP_SEED=" + std::to_string(seed) +
           " ctest --preset dev -R Simulation.Replays -V\n";
}

// What many schedules came to.
struct Sum {
    void add(Outcome const& outcome) {
        ++schedules;
        letters += outcome.letters;
        talks += outcome.talks;
        slowest = std::max(slowest, outcome.healed_within);
        for (std::size_t i = 0; i < kFaults; ++i) {
            counts.at(i) += outcome.counts.at(i);
        }
    }
    void tell() const {
        std::cout << schedules << " schedules, " << letters << " letters, " << talks
                  << " talks; slowest to heal: " << slowest.count() / 1000 << " s\n";
        for (std::size_t i = 0; i < kFaults; ++i) {
            std::cout << "  " << counts.at(i) << ' ' << name_of(static_cast<Fault>(i)) << '\n';
        }
    }

    std::uint64_t schedules = 0;
    std::uint64_t letters = 0;
    std::uint64_t talks = 0;
    Milliseconds slowest{0};
    Counts counts{};
};

class Simulation : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Simulation, LosesNoLetterAndDoublesNone) {
    std::uint64_t const wanted = number_in("INLOOP_SIMULATIONS").value_or(INLOOP_SIMULATIONS);
    Sum sum;
    for (std::uint64_t seed = 1 + GetParam(); seed <= wanted; seed += kShards) {
        Outcome const outcome = run_schedule(place(), seed);
        ASSERT_FALSE(outcome.violation) << told(seed, outcome);
        sum.add(outcome);
    }
    sum.tell();
    for (std::size_t i = 0; i < kFaults && sum.schedules >= 500; ++i) {
        EXPECT_GT(sum.counts.at(i), 0U) << name_of(static_cast<Fault>(i)) << " never happened";
    }
}

INSTANTIATE_TEST_SUITE_P(Shard, Simulation, testing::Range<std::uint64_t>(0, kShards));

TEST(Simulation, ReplaysOneSeed) {
    std::uint64_t const seed = number_in("INLOOP_SEED").value_or(1);
    Outcome const first = run_schedule(place(), seed);
    Outcome const second = run_schedule(place(), seed);
    EXPECT_FALSE(first.violation);
    EXPECT_EQ(first.story, second.story);
    if (number_in("INLOOP_SEED") || first.violation) {
        std::cout << told(seed, first);
    }
}

// Negative controls: the first schedule in which a sabotaged program is found out.
std::optional<std::uint64_t> found_out(Sabotage sabotage, std::string const& by) {
    for (std::uint64_t seed = 1; seed <= kControlMustFind; ++seed) {
        Outcome const outcome = run_schedule(place(), seed, sabotage);
        if (outcome.violation && outcome.violation->find(by) != std::string::npos) {
            std::cout << "found after " << seed << " schedules: " << *outcome.violation << '\n';
            return seed;
        }
    }
    return std::nullopt;
}

TEST(Simulation, FindsALogThatForgetsWhatItHas) {
    EXPECT_TRUE(found_out(Sabotage::log_forgets_letters, "DOUBLE"));
}

TEST(Simulation, FindsALogThatThanksBeforeALetterIsDurable) {
    EXPECT_TRUE(found_out(Sabotage::log_thanks_too_early, "did not survive"));
}

TEST(Simulation, FindsAKioskThatBelievesAnybody) {
    EXPECT_TRUE(found_out(Sabotage::kiosk_believes_anybody, "never gave"));
}

} // namespace
} // namespace inloop::simulation
