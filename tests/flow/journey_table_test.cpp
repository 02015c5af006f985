// SPDX-License-Identifier: EUPL-1.2
// Every event on every screen, bare, under every overlay and under the idle warning.
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace inloop::flow {
namespace {

SecretText fresh_text() {
    return SecretText::with_capacity(8192).value();
}

// One row: an event and what it does on attract, home, information, write, summary, sending,
// receipt, not stored.
//   A H I W S X R N  that screen        .  nothing at all      w  wiped, back to attract
//   e l v            emergency, languages or view settings lies over the screen (over home, when it
//   was attract) t                the same screen looks different: language or settings
// then what it does under the emergency page, the languages and the view settings: c closes it.
struct Row {
    std::string_view name;
    std::function<Event()> event;
    std::string_view bare;
    std::string_view under; // emergency, languages, view settings
};

Row const kRows[] = {
    {"Start", [] { return event::Start{}; }, "H.......", "..."},
    {"StartIn en", [] { return event::StartIn{"en"}; }, "H.......", "..."},
    {"StartIn unknown", [] { return event::StartIn{"xx"}; }, "........", "..."},
    {"Choose question", [] { return event::Choose{entries::EntryKind::question}; }, ".W......",
     "..."},
    {"Choose pass_on", [] { return event::Choose{entries::EntryKind::pass_on}; }, ".W......",
     "..."},
    {"Choose idea", [] { return event::Choose{entries::EntryKind::idea}; }, ".W......", "..."},
    {"OpenPage", [] { return event::OpenPage{"who-solves"}; }, ".I......", "..."},
    {"Next", [] { return event::Next{}; }, "..WS....", "c.."},
    {"Back", [] { return event::Back{}; }, "..HHW..S", "ccc"},
    {"Change", [] { return event::Change{}; }, "....W...", "..."},
    {"Send", [] { return event::Send{}; }, "....X...", "..."},
    {"Retry", [] { return event::Retry{}; }, ".......X", "..."},
    {"HasCode", [] { return event::HasCode{}; }, "......w.", "..."},
    {"WipeAndStop", [] { return event::WipeAndStop{}; }, ".wwww.ww", "www"},
    {"OpenEmergency", [] { return event::OpenEmergency{}; }, "eeeeeeee", ".ee"},
    {"OpenLanguages", [] { return event::OpenLanguages{}; }, ".llll.ll", "l.l"},
    {"OpenViewSettings", [] { return event::OpenViewSettings{}; }, ".vvvv.vv", "vv."},
    {"CloseOverlay", [] { return event::CloseOverlay{}; }, "........", "ccc"},
    {"ChooseLanguage en", [] { return event::ChooseLanguage{"en"}; }, ".tttt.tt", "tcc"},
    {"ChooseLanguage nl", [] { return event::ChooseLanguage{"nl"}; }, "........", ".cc"},
    {"ChooseLanguage unknown", [] { return event::ChooseLanguage{"xx"}; }, "........", "..."},
    {"ToggleLargeLetters", [] { return event::ToggleLargeLetters{}; }, ".tttt.tt", "ttt"},
    {"ToggleContrast", [] { return event::ToggleContrast{}; }, ".tttt.tt", "ttt"},
    {"ToggleLowReach", [] { return event::ToggleLowReach{}; }, ".tttt.tt", "ttt"},
    {"StillHere", [] { return event::StillHere{}; }, "........", "..."},
    {"Stored",
     [] {
         return support::RecordingSender::stored({{9, 8, 7, 6, 5}});
     },
     ".....R..", "..."},
    {"StoreFailed",
     [] {
         return event::StoreFailed{NotStoredReason::full, fresh_text()};
     },
     ".....N..", "..."},
};

// While a letter is on its way only closing the emergency page and the outcome do anything.
char under_emergency_while_sending(Row const& row) {
    if (row.under[0] == 'c') {
        return 'c';
    }
    return row.bare[5] == 'e' ? '.' : row.bare[5];
}

// All that can be seen, in one comparable value.
struct Seen {
    Place place;
    Overlay overlay;
    std::string language;
    ViewSettings settings;
    std::string text;
    entries::EntryKind kind;
    bool warning;
    std::uint64_t wipes;
    std::size_t sent;
    friend bool operator==(Seen const&, Seen const&) = default;
    friend std::ostream& operator<<(std::ostream& out, Seen const& seen) {
        return out << name_of(seen.place) << ", overlay " << static_cast<int>(seen.overlay) << ", "
                   << seen.language << ", text '" << seen.text << "', warning " << seen.warning
                   << ", wipes " << seen.wipes << ", sent " << seen.sent;
    }
};

Seen look(JourneyRig const& rig) {
    return {.place = rig.place(),
            .overlay = rig.journey.overlay(),
            .language = rig.journey.language(),
            .settings = rig.journey.settings(),
            .text = std::string(rig.text()),
            .kind = rig.journey.draft().kind,
            .warning = rig.journey.idle_warning().has_value(),
            .wipes = rig.journey.wipes(),
            .sent = rig.sender.sent()};
}

Overlay overlay_named(char letter) {
    switch (letter) {
    case 'e':
        return Overlay::emergency;
    case 'l':
        return Overlay::languages;
    default:
        return Overlay::view_settings;
    }
}

Event opening(char letter) {
    switch (letter) {
    case 'e':
        return event::OpenEmergency{};
    case 'l':
        return event::OpenLanguages{};
    default:
        return event::OpenViewSettings{};
    }
}

void apply_to_language_and_settings(Seen& seen, Event const& event) {
    if (auto const* start = std::get_if<event::StartIn>(&event)) {
        seen.language = start->language;
    } else if (auto const* choose = std::get_if<event::ChooseLanguage>(&event)) {
        seen.language = choose->language;
    } else if (std::holds_alternative<event::ToggleLargeLetters>(event)) {
        seen.settings.large_letters = !seen.settings.large_letters;
    } else if (std::holds_alternative<event::ToggleContrast>(event)) {
        seen.settings.high_contrast = !seen.settings.high_contrast;
    } else if (std::holds_alternative<event::ToggleLowReach>(event)) {
        seen.settings.low_reach = !seen.settings.low_reach;
    }
}

// What is to be seen after `outcome`, a letter of the table.
Seen expected(Seen seen, char outcome, Event const& event) {
    if (outcome == '.') {
        return seen;
    }
    apply_to_language_and_settings(seen, event);
    if (outcome == 'w') {
        return {Place::attract, Overlay::none,  "nl",     {}, "", entries::EntryKind::question,
                false,          seen.wipes + 1, seen.sent};
    }
    if (outcome == 'c') {
        seen.overlay = Overlay::none;
    } else if (outcome == 'e' || outcome == 'l' || outcome == 'v') {
        seen.overlay = overlay_named(outcome);
        seen.place = seen.place == Place::attract ? Place::home : seen.place;
    } else if (outcome != 't') {
        seen.place = kPlaces[std::string_view("AHIWSXRN").find(outcome)];
    }
    if (outcome == 'W') {
        if (auto const* choose = std::get_if<event::Choose>(&event)) {
            seen.kind = choose->kind;
        } else if (std::holds_alternative<event::Next>(event)) {
            seen.kind = entries::EntryKind::question;
        }
    }
    if (outcome == 'X') {
        seen.text.clear();
        ++seen.sent;
    }
    return seen;
}

void expect_outcome(JourneyRig& rig, Row const& row, char outcome, Seen const& want) {
    std::uint64_t const version = rig.journey.version();
    bool const same = want == look(rig);

    rig.journey.handle(row.event());

    EXPECT_EQ(look(rig), want) << row.name << ", expected " << outcome;
    EXPECT_EQ(rig.journey.version() == version, same) << row.name << " and the version";
}

TEST(JourneyTable, HasEveryEvent) {
    std::set<std::size_t> rows;
    for (Row const& row : kRows) {
        EXPECT_EQ(row.bare.size(), std::size(kPlaces)) << row.name;
        EXPECT_EQ(row.under.size(), 3U) << row.name;
        rows.insert(row.event().index());
    }
    EXPECT_EQ(rows.size(), std::variant_size_v<Event>);
    EXPECT_EQ(std::size(kPlaces), std::variant_size_v<Screen>);
}

TEST(JourneyTable, EveryEventOnEveryBareScreen) {
    for (Place place : kPlaces) {
        for (Row const& row : kRows) {
            SCOPED_TRACE(name_of(place));
            JourneyRig rig;
            rig.lead_to(place);
            ASSERT_EQ(rig.place(), place);
            char const outcome = row.bare[static_cast<std::size_t>(place)];

            expect_outcome(rig, row, outcome, expected(look(rig), outcome, row.event()));
        }
    }
}

TEST(JourneyTable, EveryEventUnderEveryOverlay) {
    for (Place place : kPlaces) {
        for (std::size_t which = 0; which < 3; ++which) {
            for (Row const& row : kRows) {
                JourneyRig rig;
                rig.lead_to(place);
                rig.journey.handle(opening("elv"[which]));
                if (rig.journey.overlay() == Overlay::none) {
                    continue; // the table above has proved that it does not open here
                }
                SCOPED_TRACE(std::string(name_of(place)) + ", overlay " + std::to_string(which));
                ASSERT_EQ(rig.journey.overlay(), overlay_named("elv"[which]));
                char const outcome =
                    place == Place::sending ? under_emergency_while_sending(row) : row.under[which];

                expect_outcome(rig, row, outcome, expected(look(rig), outcome, row.event()));
            }
        }
    }
}

TEST(JourneyTable, EveryEventUnderTheWarning) {
    for (Place place : kPlaces) {
        for (Row const& row : kRows) {
            SCOPED_TRACE(name_of(place));
            JourneyRig rig;
            rig.lead_to(place);
            if (!rig.wait_for_warning()) {
                EXPECT_TRUE(place == Place::attract || place == Place::sending);
                continue;
            }
            char const outcome = row.bare[static_cast<std::size_t>(place)];
            Seen want = expected(look(rig), outcome, row.event());
            bool const from_visitor = row.name != "Stored" && row.name != "StoreFailed";
            want.warning = !from_visitor;

            expect_outcome(rig, row, outcome, want);
        }
    }
}

} // namespace
} // namespace inloop::flow
