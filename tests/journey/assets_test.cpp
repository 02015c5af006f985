// SPDX-License-Identifier: EUPL-1.2
// A volunteer's slip of the pen must not stop the kiosk without a word: whatever is wrong with a
// file of assets/, either the start says which file and what to do, or the kiosk goes on without
// it.
#include "tests/journey/stops.h"
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace inloop::journey {
namespace {

using support::AssetFolder;
using support::KioskRig;
using support::KioskSpec;

constexpr std::size_t kHuge = std::size_t{10} << 20U;

enum class Damage { missing, empty, cut_in_half, huge, utf_16, latin_1 };

std::string_view name_of(Damage damage) {
    constexpr std::array<std::string_view, 6> kNames{"Missing", "Empty", "CutInHalf",
                                                     "Huge",    "Utf16", "Latin1"};
    return kNames.at(static_cast<std::size_t>(damage));
}

std::string as_utf_16(std::string_view text) {
    std::string wide = "\xFF\xFE";
    for (char const letter : text) {
        wide += letter;
        wide += '\0';
    }
    return wide;
}

std::string damaged(std::string const& content, Damage damage) {
    switch (damage) {
    case Damage::cut_in_half:
        return content.substr(0, content.size() / 2);
    case Damage::huge: {
        std::string huge = content;
        while (huge.size() < kHuge) {
            huge += content;
        }
        return huge;
    }
    case Damage::utf_16:
        return as_utf_16(content);
    case Damage::latin_1:
        return content + "\n# caf\xE9\n";
    case Damage::missing:
    case Damage::empty:
        break;
    }
    return {};
}

// What the start of the kiosk would say: an error that stops it, or what it does without.
struct Told {
    bool starts = false;
    std::vector<std::string> lines;
};

Told start_with(AssetFolder const& folder) {
    auto const assets = pages::load_assets(folder.path());
    auto const words = support::read_words(folder.path());
    Told told{.starts = assets.has_value() && words.has_value(), .lines = {}};
    if (!assets) {
        told.lines.push_back(assets.error().message);
    } else {
        for (pages::Problem const& problem : assets->problems) {
            told.lines.push_back(pages::to_string(problem));
        }
    }
    if (!words) {
        told.lines.push_back(words.error().message);
    }
    return told;
}

bool names(std::string const& line, std::string_view file) {
    return line.find(file) != std::string::npos;
}

// A page that ends early is a shorter page; a language whose strings were taken away is not
// offered.
bool may_pass_unseen(std::string_view file, Damage damage) {
    return (file.ends_with(".md") && damage == Damage::cut_in_half) ||
           (file == "strings/en.toml" && damage == Damage::missing);
}

bool says_how_to_mend(std::string const& line) {
    constexpr std::array<std::string_view, 5> kWays{"Mend: ", "; ", "add words", "take words away",
                                                    "write one word"};
    return std::ranges::any_of(kWays, [&](std::string_view way) { return names(line, way); });
}

// The stops that show what assets say.
constexpr std::array kStops{Stop::attract,   Stop::home,      Stop::pages,     Stop::happening,
                            Stop::subjects,  Stop::desk,      Stop::question,  Stop::write,
                            Stop::where,     Stop::contact,   Stop::summary,   Stop::receipt,
                            Stop::emergency, Stop::languages, Stop::code_entry};

// Those stops, and every page of every language that is offered, without a finding.
void expect_usable(AssetFolder const& folder) {
    for (Stop const stop : kStops) {
        KioskRig rig(KioskSpec{.assets = folder.path()});
        lead_to(rig, stop);
        EXPECT_EQ(rig.findings(), "") << journey::name_of(stop);
        leave(rig);
        EXPECT_TRUE(rig.on<flow::screen::Attract>());
    }
    KioskRig rig(KioskSpec{.assets = folder.path()});
    for (pages::Language const& language : rig.assets->languages) {
        rig.tap("attract.language." + language.code);
        rig.tap("home.information");
        for (pages::Page const* page : rig.assets->listed_pages(language.code)) {
            rig.tap("pages." + page->id);
            EXPECT_EQ(rig.findings(), "") << language.code << " " << page->id;
            rig.tap("bar.back");
        }
        rig.tap("bar.wipe");
    }
}

using Slip = std::tuple<std::string, Damage>;

class AssetSlips : public testing::TestWithParam<Slip> {};

TEST_P(AssetSlips, AreNamedOrLivedWith) {
    auto const& [file, damage] = GetParam();
    AssetFolder folder;
    if (damage == Damage::missing) {
        folder.remove(file);
    } else {
        folder.write(file, damaged(folder.read(file), damage));
    }
    Told const told = start_with(folder);

    EXPECT_TRUE(!told.lines.empty() || may_pass_unseen(file, damage)) << "nobody is told";
    std::string const bare = file.substr(file.rfind('/') + 1);
    // Half a list of facts is a list: then the pages that name the others are at fault.
    EXPECT_TRUE(
        told.lines.empty() || damage == Damage::cut_in_half ||
        std::ranges::any_of(told.lines, [&](std::string const& line) { return names(line, bare); }))
        << told.lines.front();
    for (std::string const& line : told.lines) {
        EXPECT_LT(line.size(), 600U) << "too long to read: " << line.substr(0, 200);
        EXPECT_TRUE(says_how_to_mend(line)) << line;
    }
    if (told.starts) {
        expect_usable(folder);
    }
}

std::string slip_name(testing::TestParamInfo<Slip> const& info) {
    std::string name = std::get<0>(info.param);
    std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
    return name + std::string(name_of(std::get<1>(info.param)));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, AssetSlips,
    testing::Combine(testing::Values("strings/nl.toml", "strings/en.toml", "pages/nl/pilot.md",
                                     "pages/en/your-message.md", "facts.toml", "place.toml",
                                     "subjects.toml", "place.geojson", "fonts.toml",
                                     "words.nl.txt"),
                     testing::Values(Damage::missing, Damage::empty, Damage::cut_in_half,
                                     Damage::huge, Damage::utf_16, Damage::latin_1)),
    slip_name);
INSTANTIATE_TEST_SUITE_P(Pictures, AssetSlips,
                         testing::Combine(testing::Values("pictures/street.png"),
                                          testing::Values(Damage::missing, Damage::empty,
                                                          Damage::huge)),
                         slip_name);

TEST(AssetSlips, LetTheKioskWalkWithoutADecodablePicture) {
    AssetFolder folder;
    folder.write("pictures/street.png",
                 damaged(folder.read("pictures/street.png"), Damage::cut_in_half));

    expect_usable(folder);
}

TEST(AssetSlips, AreNoneInTheShippedFolder) {
    AssetFolder folder;
    Told const told = start_with(folder);

    EXPECT_TRUE(told.starts);
    EXPECT_TRUE(told.lines.empty());
    expect_usable(folder);
}

// ---- the clock

class ClockJumps : public testing::TestWithParam<Stop> {};

TEST_P(ClockJumps, ChangeNothingButTheTimeShown) {
    using std::chrono::hours;
    constexpr std::array kJumps{hours(24 * 365 * 12),
                                hours(-24 * 365 * 40),
                                hours(24 * 365 * 40),
                                hours(-24 * 365 * 12),
                                hours(1),
                                hours(-1)};
    KioskRig rig;
    lead_to(rig, GetParam());
    auto const screen = rig.journey().screen().index();
    auto const overlay = rig.journey().overlay();
    std::string const text(rig.text());
    bool const warned = rig.journey().idle_warning().has_value();
    for (hours const jump : kJumps) {
        rig.clock.manual.set_wall(rig.clock.wall() + jump);
        for (ClockTrust const trust :
             {ClockTrust::synced, ClockTrust::estimated, ClockTrust::unset, ClockTrust::synced}) {
            rig.clock.manual.set_trust(trust);
            rig.step();
            rig.redraw();
            EXPECT_EQ(rig.findings(), "");
            EXPECT_EQ(rig.journey().screen().index(), screen);
            EXPECT_EQ(rig.journey().overlay(), overlay);
            EXPECT_EQ(rig.journey().idle_warning().has_value(), warned);
            EXPECT_EQ(rig.text(), text);
            if (auto const next = rig.terminal().next_deadline()) {
                EXPECT_LE(*next - rig.clock.now(), std::chrono::minutes(3));
            }
        }
    }
    leave(rig);
    EXPECT_TRUE(rig.on<flow::screen::Attract>()) << "deadlines count from another clock";
    EXPECT_TRUE(rig.text().empty());
}

std::string stop_name(testing::TestParamInfo<Stop> const& info) {
    std::string name(journey::name_of(info.param));
    std::ranges::replace_if(
        name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(EveryStop, ClockJumps, testing::ValuesIn(all_stops()), stop_name);

TEST(ClockJumps, NeverShowAnExpiredNumberAsChecked) {
    KioskRig rig;
    lead_to(rig, Stop::home);
    auto const shown = [&rig](std::string_view words) {
        return std::ranges::any_of(rig.terminal().registry().letterings(),
                                   [words](ui::Lettering const& lettering) {
                                       return lettering.text.find(words) != std::string::npos;
                                   });
    };
    rig.redraw();
    ASSERT_TRUE(shown("0900-8844"));
    ASSERT_TRUE(shown("112"));
    rig.clock.manual.set_wall(rig.clock.wall() + std::chrono::hours(24 * 365 * 12));
    rig.redraw();

    EXPECT_FALSE(shown("0900-8844"));
    EXPECT_TRUE(shown("112")) << "law, whatever the date";
}

} // namespace
} // namespace inloop::journey
