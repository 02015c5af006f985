// SPDX-License-Identifier: EUPL-1.2
//
// Cuts the power at every file operation of a letterbox at work, lets the disk lose what it may
// lose, switches on again with the real start-up code and looks what became of the letters
// (security.md 3.5, R1 and R2).
#include "kiosk/terminal/letterbox/letterbox.h"
#include "tests/support/crash_states.h"
#include "tests/support/memory_files.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace inloop::letterbox {

using support::crash_state;
using support::Damage;
using support::Dice;
using support::entry_id;
using support::Forgets;
using support::make_letter;
using support::MemoryFiles;
using support::Moment;

namespace {

std::filesystem::path const kRoot = "/data/letterbox";
constexpr std::uint64_t kLetters = 5;
constexpr std::size_t kStatesInCi = 250'000; // security.md R1
constexpr std::size_t kControlMustFind = 10'000; // security.md R2

std::size_t states_wanted() {
    char const* const wanted = std::getenv("INLOOP_CRASH_STATES");
    return wanted == nullptr ? kStatesInCi : std::strtoul(wanted, nullptr, 10);
}

// What the visitors of one run were told, and when.
struct Promises {
    std::map<std::uint64_t, Bytes> offered; // number -> envelope
    std::map<std::uint64_t, std::size_t> confirmed_before; // number -> operation that came next
};

// A day of the kiosk: letters come, some are acknowledged or refused, it is restarted in between.
void live(MemoryFiles& disk, platform::Files& files, Promises& promises) {
    auto box = Letterbox::open(files, kRoot);
    ASSERT_TRUE(box) << box.error().message;
    for (std::uint64_t seq = 1; seq <= kLetters; ++seq) {
        Bytes const& envelope = promises.offered.emplace(seq, make_letter(seq)).first->second;
        ASSERT_TRUE(box->store(envelope));
        promises.confirmed_before.emplace(seq, disk.operations().size());
        if (seq == 2) {
            ASSERT_TRUE(box->mark_sent(entry_id(1)));
        }
        if (seq == 3) {
            ASSERT_TRUE(box->mark_dead(entry_id(2)));
            box = Letterbox::open(files, kRoot);
            ASSERT_TRUE(box);
        }
    }
    ASSERT_TRUE(box->mark_sent(entry_id(4)));
    ASSERT_TRUE(box->mark_new(entry_id(1)));
}

// Empty when the box holds what was promised before `operation`, and nothing else; otherwise what
// is wrong.
std::string broken_promise(Letterbox& box, Promises const& promises, std::size_t operation) {
    auto const letters = box.letters();
    for (StoredLetter const& letter : letters) {
        auto const offered = promises.offered.find(letter.seq);
        auto const bytes = box.read(letter.entry_id);
        if (offered == promises.offered.end() || !bytes || *bytes != offered->second) {
            return "letter " + std::to_string(letter.seq) + " is not what was stored";
        }
    }
    for (auto const& [seq, next] : promises.confirmed_before) {
        bool const due = next <= operation;
        if (due && std::ranges::find(letters, seq, &StoredLetter::seq) == letters.end()) {
            return "confirmed letter " + std::to_string(seq) + " is lost";
        }
        if (due && box.next_sequence() <= seq) {
            return "number " + std::to_string(seq) + " would be used again";
        }
    }
    return {};
}

// Switches the disk on again and looks.
std::string restart_and_look(MemoryFiles& disk, Promises const& promises, std::size_t operation) {
    auto box = Letterbox::open(disk, kRoot);
    if (!box) {
        return "does not start: " + box.error().message;
    }
    if (box->repair_report().quarantined > 0) {
        return "a damaged letter appeared: " + box->repair_report().messages.back();
    }
    if (auto broken = broken_promise(*box, promises, operation); !broken.empty()) {
        return broken;
    }
    // The box goes on working, and what was found stays found.
    if (!box->store(make_letter(box->next_sequence(), 999))) {
        return "takes no more letters";
    }
    return {};
}

struct Found {
    std::size_t states = 0;
    std::string what; // empty: nothing wrong in all of them
};

struct Run {
    std::vector<Moment> const& moments;
    Promises const& promises;
    std::size_t per_cut; // states for each moment and kind of damage
};

std::string describe(Moment const& moment, Damage damage, std::string const& what) {
    return what + " (power cut during operation " + std::to_string(moment.operation) + ", " +
           std::string(name_of(damage)) + ")";
}

// Every moment, every kind of damage, `per_cut` samples. Stops at the first thing that is wrong.
Found cut_everywhere(Run const& run) {
    Found found;
    for (Moment const& moment : run.moments) {
        for (Damage const damage : support::kDamages) {
            Dice dice(moment.operation * 8 + static_cast<std::size_t>(damage));
            for (std::size_t i = 0; i < run.per_cut; ++i) {
                ++found.states;
                MemoryFiles disk(crash_state(moment, damage, dice));
                std::string const wrong = restart_and_look(disk, run.promises, moment.operation);
                if (!wrong.empty()) {
                    found.what = describe(moment, damage, wrong);
                    return found;
                }
            }
        }
    }
    return found;
}

// A second power cut while the first is being repaired, at every operation of the repair.
Found cut_repairs(Run const& run) {
    Found found;
    for (Moment const& moment : run.moments) {
        for (Damage const damage : support::kDamages) {
            Dice dice(moment.operation * 8 + static_cast<std::size_t>(damage) + 4);
            for (std::size_t i = 0; i < run.per_cut; ++i) {
                MemoryFiles once(crash_state(moment, damage, dice));
                once.record_moments();
                (void)Letterbox::open(once, kRoot);
                for (Moment const& repair : once.moments()) {
                    ++found.states;
                    MemoryFiles twice(crash_state(repair, damage, dice));
                    std::string const wrong =
                        restart_and_look(twice, run.promises, moment.operation);
                    if (!wrong.empty()) {
                        found.what = describe(moment, damage, "second cut in the repair: " + wrong);
                        return found;
                    }
                }
            }
        }
    }
    return found;
}

// One recorded life, through `wrap` if something is to be broken on purpose.
struct Life {
    MemoryFiles disk;
    Promises promises;
};

Life recorded_life(std::optional<Forgets> forgets = std::nullopt) {
    Life life;
    life.disk.record_moments();
    if (forgets) {
        support::ForgetfulFiles files(life.disk, *forgets);
        live(life.disk, files, life.promises);
    } else {
        live(life.disk, life.disk, life.promises);
    }
    return life;
}

std::size_t per_cut_for(std::size_t states, Life const& life) {
    return states / (life.disk.moments().size() * support::kDamages.size()) + 1;
}

} // namespace

TEST(LetterboxPowerCut, LosesNoConfirmedLetterAndShowsNoHalfOne) {
    Life const life = recorded_life();
    std::size_t const wanted = states_wanted() * 3 / 4; // the rest are cuts during repairs

    Found const found =
        cut_everywhere({life.disk.moments(), life.promises, per_cut_for(wanted, life)});

    EXPECT_EQ(found.what, "");
    EXPECT_GE(found.states, wanted);
    std::cout << found.states << " states at " << life.disk.moments().size() << " operations\n";
}

TEST(LetterboxPowerCut, MayHappenAgainDuringTheRepair) {
    Life const life = recorded_life();
    std::size_t const wanted = states_wanted() / 4;
    constexpr std::size_t kCutsInARepair =
        12; // about: each first cut is cut again at so many places

    Found const found = cut_repairs(
        {life.disk.moments(), life.promises, per_cut_for(wanted / kCutsInARepair, life)});

    EXPECT_EQ(found.what, "");
    std::cout << found.states << " states\n";
}

TEST(LetterboxPowerCut, IsNoticedWhenFoldersAreNotSynced) {
    Life const life = recorded_life(Forgets::directory_syncs);
    Found const found = cut_everywhere({life.disk.moments(), life.promises, 20});
    EXPECT_NE(found.what, "") << "negative control: the harness is blind";
    EXPECT_LT(found.states, kControlMustFind);
    std::cout << "found after " << found.states << " states: " << found.what << '\n';
}

TEST(LetterboxPowerCut, IsNoticedWhenFilesAreNotSynced) {
    Life const life = recorded_life(Forgets::file_syncs);
    Found const found = cut_everywhere({life.disk.moments(), life.promises, 20});
    EXPECT_NE(found.what, "") << "negative control: the harness is blind";
    EXPECT_LT(found.states, kControlMustFind);
    std::cout << "found after " << found.states << " states: " << found.what << '\n';
}

} // namespace inloop::letterbox
