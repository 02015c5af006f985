// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"
#include "tests/flow/seen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace inloop::flow {
namespace {

using entries::ContactWish;
using entries::EntryKind;

// What each letter of a row stands for when it is a screen; the columns come in the same order.
constexpr std::string_view kScreens = "AHPIXGSD1WFRLCTYZBVONKEUJQM789";

// One row: an event and what it does on each screen of kScreens, in groups of five:
//   attract, home, pages, information, cannot write, | happening, subjects, desk, question, write,
//   | personal data, recognisable, where, contact, contact detail, | summary, already sent,
//   waiting, sending, receipt, | not stored, afterwards, code entry, looking up, code result, |
//   withdraw, followed up, service, pairing code, linking
// A capital or 7 8 9 is that screen, 1 2 3 are the questions. Else:
//   .  nothing at all      w  wiped, back to attract      m  the same screen shows something else
//   e l v  emergency, languages or view settings lies over the screen (over home, when it was
//          attract)        t  the same screen looks different: language or settings
// then what it does under the emergency page, the languages and the view settings: c closes it.
// `then` says what else is to be seen afterwards, where it does anything.
struct Row {
    std::string_view name;
    std::function<Event()> event;
    std::string_view bare;
    std::string_view under; // emergency, languages, view settings
    void (*then)(Seen& seen, Place from) = [](Seen& /*seen*/, Place /*from*/) {};

    [[nodiscard]] char on(Place place) const {
        std::string columns(bare);
        std::erase(columns, ' ');
        return columns[static_cast<std::size_t>(place)];
    }
};

void letter_goes(Seen& seen, Place from) {
    seen.text.clear();
    if (from == Place::withdraw) {
        ++seen.followed;
    } else {
        seen.contact.clear();
        ++seen.sent;
    }
}

void letter_forgotten(Seen& seen, Place /*from*/) {
    seen.draft = {};
    ++seen.wipes;
}

template <class E>
Event bare_event() {
    return E{};
}

constexpr std::string_view kNowhere = "..... ..... ..... ..... ..... .....";
constexpr std::string_view kAnywhere = ".tttt ttttt ttttt ttt.t ttt.t ttttt"; // where a visitor is

Row const kBeginning[] = {
    {"Start", bare_event<event::Start>, "H.... ..... ..... ..... ..... .....", "..."},
    {"StartIn en", [] { return event::StartIn{"en"}; }, "H.... ..... ..... ..... ..... .....",
     "...", [](Seen& seen, Place /*from*/) { seen.language = "en"; }},
    {"StartIn unknown", [] { return event::StartIn{"xx"}; }, kNowhere, "..."},
    {"Choose question", [] { return event::Choose{EntryKind::question}; },
     ".G... ..... ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.kind = EntryKind::question; }},
    {"Choose pass_on", [] { return event::Choose{EntryKind::pass_on}; },
     ".G... ..... ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.kind = EntryKind::pass_on; }},
    {"Choose idea", [] { return event::Choose{EntryKind::idea}; },
     ".W... ..... ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.draft.kind = EntryKind::idea;
         seen.draft.subject = "idea";
     }},
    {"OpenPages", bare_event<event::OpenPages>, ".P... ..... ..... ..... ..... .....", "..."},
    {"OpenPage", [] { return event::OpenPage{"who-solves"}; },
     ".II.. ..... ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.own.page = "who-solves"; }},
    {"OpenCode", bare_event<event::OpenCode>, ".E... ..... ..... ..... ..... .....", "..."},
    {"Next", bare_event<event::Next>, "...G. ....R .LC.Y ..... ..... .....", "c..",
     [](Seen& seen, Place from) {
         if (from == Place::information) {
             seen.draft.kind = EntryKind::question;
         }
     }},
    {"Back", bare_event<event::Back>, "..HHH HGSD3 WWRLC TYY.. Y.H.E J.w77", "ccc",
     [](Seen& seen, Place from) {
         if (from == Place::code_entry || from == Place::code_result) {
             seen.typed_code = {};
             seen.visit = {};
             ++seen.wipes;
         } else if (from == Place::withdraw) {
             seen.visit.follow_up.reset();
         } else if (from == Place::linking) {
             ++seen.confirmed;
         }
     }},
    {"Skip", bare_event<event::Skip>, "..... ...2. ..CY. ..... .m... .....", "...",
     [](Seen& seen, Place from) {
         if (from == Place::afterwards) {
             seen.own.step = AfterwardsStep::smile;
         }
     }},
};

Row const kAbout[] = {
    {"Happens no", [] { return event::Happens{false}; }, "..... S.... ..... ..... ..... .....",
     "...", [](Seen& seen, Place /*from*/) { seen.draft.happening = entries::Happening::no; }},
    {"Happens yes", [] { return event::Happens{true}; }, "..... S.... ..... ..... ..... .....",
     "...",
     [](Seen& seen, Place /*from*/) {
         seen.draft.happening = entries::Happening::yes;
         seen.overlay = Overlay::emergency;
     }},
    {"ChooseSubject", [] { return event::ChooseSubject{std::string(kPlainSubject)}; },
     "..... .W... ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.subject = kPlainSubject; }},
    {"ChooseSubject unknown", [] { return event::ChooseSubject{"parking"}; }, kNowhere, "..."},
    {"AllowPassing yes", [] { return event::AllowPassing{true}; },
     "..... ..1.. ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.passing = entries::Passing::yes; }},
    {"AllowPassing no", [] { return event::AllowPassing{false}; },
     "..... ..1.. ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.passing = entries::Passing::no; }},
    {"ChooseOption",
     [] {
         return event::ChooseOption{"what", "that"};
     },
     "..... ...2. ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.draft.answers = {{"what", "that"}};
     }},
    {"ChooseOption of another question",
     [] {
         return event::ChooseOption{"when", "day"};
     },
     kNowhere, "..."},
    {"ChooseOption unknown",
     [] {
         return event::ChooseOption{"what", "day"};
     },
     kNowhere, "..."},
    {"RemovePersonalData", bare_event<event::RemovePersonalData>,
     "..... ..... R.... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.text = "Bel Jan op [...] of [...]"; }},
    {"KeepPersonalData", bare_event<event::KeepPersonalData>, "..... ..... R.... ..... ..... .....",
     "...", [](Seen& seen, Place /*from*/) { seen.draft.personal_data_kept = 2; }},
    {"ChooseStreet", [] { return event::ChooseStreet{"gedempte-singel"}; },
     "..... ..... ..m.. ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.draft.spot = {"gedempte-singel", {}};
     }},
    {"ChoosePoint",
     [] {
         return event::ChoosePoint{{52'993'700, 6'564'800}, "rolderstraat"};
     },
     "..... ..... ..m.. ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.draft.spot = {"rolderstraat", entries::MapPoint{52'993'700, 6'564'800}};
     }},
    {"ChooseContact email", [] { return event::ChooseContact{ContactWish::email}; },
     "..... ..... ...T. ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.contact_wish = ContactWish::email; }},
    {"ChooseContact come_by", [] { return event::ChooseContact{ContactWish::come_by}; },
     "..... ..... ...Y. ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.draft.contact_wish = ContactWish::come_by; }},
};

Row const kSending[] = {
    {"Change message", [] { return event::Change{Part::message}; },
     "..... ..... .W... WW... ..... .....", "...",
     [](Seen& seen, Place from) { seen.changing = from != Place::recognisable; }},
    {"Change subject", [] { return event::Change{Part::subject}; },
     "..... ..... ..... S.... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.changing = true; }},
    {"Change where", [] { return event::Change{Part::where}; },
     "..... ..... ..... L.... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.changing = true; }},
    {"Change contact", [] { return event::Change{Part::contact}; },
     "..... ..... ..... C.... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.changing = true; }},
    {"Send", bare_event<event::Send>, "..... ..... ..... V.... ..... V....", "...", letter_goes},
    {"Retry", bare_event<event::Retry>, "..... ..... ..... ..... V.... .....", "...", letter_goes},
    {"SendAnyway", bare_event<event::SendAnyway>, "..... ..... ..... .V... ..... .....", "...",
     letter_goes},
    {"HasCode", bare_event<event::HasCode>, "..... ..... ..... ....K ..... .....", "...",
     letter_forgotten},
    {"WouldHaveGone", [] { return event::WouldHaveGone{WouldGo::no}; },
     "..... ..... ..... ..... .m... .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.own.step = AfterwardsStep::smile;
         ++seen.counted;
     }},
    {"Smiled before it is asked", [] { return event::Smiled{Smile::sad}; }, kNowhere, "..."},
};

Row const kCodes[] = {
    {"CodeLetter", [] { return event::CodeLetter{'a'}; }, "..... ..... ..... ..... ..m.. .....",
     "...", [](Seen& seen, Place /*from*/) { seen.typed_code.letters = "a"; }},
    {"CodeLetter of no word", [] { return event::CodeLetter{'z'}; }, kNowhere, "..."},
    {"CodeDigit among words", [] { return event::CodeDigit{'1'}; }, kNowhere, "..."},
    {"CodeWord", [] { return event::CodeWord{4}; }, "..... ..... ..... ..... ..m.. .....", "...",
     [](Seen& seen, Place /*from*/) { ++seen.typed_code.words; }},
    {"CodeWord unknown", [] { return event::CodeWord{2048}; }, kNowhere, "..."},
    {"CodeErase", bare_event<event::CodeErase>, "..... ..... ..... ..... ..m.. .....", "...",
     [](Seen& seen, Place /*from*/) { --seen.typed_code.words; }},
    {"ChooseCodeMode digits", [] { return event::ChooseCodeMode{CodeMode::digits}; },
     "..... ..... ..... ..... ..m.. .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.typed_code.mode = CodeMode::digits;
         seen.typed_code.words = 0;
     }},
    {"ChooseCodeMode words", [] { return event::ChooseCodeMode{CodeMode::words}; }, kNowhere,
     "..."},
    {"FollowUp more", [] { return event::FollowUp{FollowUpAction::more}; },
     "..... ..... ..... ..... ....W .....", "...",
     [](Seen& seen, Place /*from*/) { seen.visit.follow_up = FollowUpAction::more; }},
    {"FollowUp withdraw", [] { return event::FollowUp{FollowUpAction::withdraw}; },
     "..... ..... ..... ..... ....Q .....", "...",
     [](Seen& seen, Place /*from*/) { seen.visit.follow_up = FollowUpAction::withdraw; }},
};

Row const kService[] = {
    {"OpenService", bare_event<event::OpenService>, "7.... ..... ..... ..... ..... .....", "...",
     [](Seen& seen, Place /*from*/) { ++seen.wipes; }},
    {"OpenPairing", bare_event<event::OpenPairing>, "..... ..... ..... ..... ..... ..8..", "..."},
    {"PairingSign", [] { return event::PairingSign{'Z'}; }, "..... ..... ..... ..... ..... ...m.",
     "...", [](Seen& seen, Place /*from*/) { seen.own.pairing_code += 'Z'; }},
    {"PairingErase", bare_event<event::PairingErase>, "..... ..... ..... ..... ..... ...m.", "...",
     [](Seen& seen, Place /*from*/) { seen.own.pairing_code.pop_back(); }},
    {"AnswerPairing before there are words", [] { return event::AnswerPairing{true}; }, kNowhere,
     "..."},
};

Row const kAnyTime[] = {
    {"WipeAndStop", bare_event<event::WipeAndStop>, ".wwww wwwww wwwww www.w www.w wwwww", "www"},
    {"OpenEmergency", bare_event<event::OpenEmergency>, "eeeee eeeee eeeee eeeee eeeee eeeee",
     ".ee"},
    {"OpenLanguages", bare_event<event::OpenLanguages>, ".llll lllll lllll lll.l lll.l lllll",
     "l.l"},
    {"OpenViewSettings", bare_event<event::OpenViewSettings>, ".vvvv vvvvv vvvvv vvv.v vvv.v vvvvv",
     "vv."},
    {"CloseOverlay", bare_event<event::CloseOverlay>, kNowhere, "ccc"},
    {"ChooseLanguage en", [] { return event::ChooseLanguage{"en"}; }, kAnywhere, "tcc",
     [](Seen& seen, Place /*from*/) { seen.language = "en"; }},
    {"ChooseLanguage nl", [] { return event::ChooseLanguage{"nl"}; }, kNowhere, ".cc"},
    {"ChooseLanguage unknown", [] { return event::ChooseLanguage{"xx"}; }, kNowhere, "..."},
    {"ToggleLargeLetters", bare_event<event::ToggleLargeLetters>,
     "Htttt ttttt ttttt ttt.t ttt.t ttttt", "ttt",
     [](Seen& seen, Place /*from*/) {
         seen.settings.large_letters = !seen.settings.large_letters;
     }},
    {"ToggleContrast", bare_event<event::ToggleContrast>, "Htttt ttttt ttttt ttt.t ttt.t ttttt",
     "ttt",
     [](Seen& seen, Place /*from*/) {
         seen.settings.high_contrast = !seen.settings.high_contrast;
     }},
    {"ToggleLowReach", bare_event<event::ToggleLowReach>, "Htttt ttttt ttttt ttt.t ttt.t ttttt",
     "ttt", [](Seen& seen, Place /*from*/) { seen.settings.low_reach = !seen.settings.low_reach; }},
    {"StillHere", bare_event<event::StillHere>, kNowhere, "..."},
};

Row const kServices[] = {
    {"Stored",
     [] {
         return support::RecordingSender::stored({{9, 8, 7, 6, 5}});
     },
     "..... ..... ..... ...O. ..... .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.own.code = {{9, 8, 7, 6, 5}};
     }},
    {"StoreFailed",
     [] {
         return event::StoreFailed{
             NotStoredReason::full,
             {{}, SecretText::with_capacity(8192).value(), SecretText::with_capacity(254).value()}};
     },
     "..... ..... ..... ...N. ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.own.reason = NotStoredReason::full; }},
    {"FollowUpStored without a follow-up", bare_event<event::FollowUpStored>, kNowhere, "..."},
    {"FollowUpFailed without a follow-up",
     [] {
         return event::FollowUpFailed{NotStoredReason::full,
                                      SecretText::with_capacity(8192).value()};
     },
     kNowhere, "..."},
    {"Arrived",
     [] {
         return event::Arrived{{3, 1}};
     },
     "..... ..... ..... ....m ..... .....", "...",
     [](Seen& seen, Place /*from*/) { seen.own.arrived = true; }},
    {"Arrived of others",
     [] {
         return event::Arrived{{2, 3}};
     },
     kNowhere, "..."},
    {"CodeRead", [] { return support::RecordingSender::code_read(CodeState::with_police); },
     "..... ..... ..... ..... ...J. .....", "...",
     [](Seen& seen, Place /*from*/) {
         seen.typed_code.words = 0;
         seen.visit = {};
         seen.visit.here = true;
         seen.visit.state = CodeState::with_police;
         ++seen.wipes;
     }},
    {"LettersHere", [] { return event::LettersHere{3}; }, "mmmmm mmmmm mmmmm mmmmm mmmmm mmmmm",
     "mmm", [](Seen& seen, Place /*from*/) { seen.letters_here = 3; }},
    {"ServiceFacts", [] { return event::ServiceFacts{{.version = "0.4", .letters_made = 7}}; },
     "..... ..... ..... ..... ..... ..m..", "...",
     [](Seen& seen, Place /*from*/) { seen.own.facts = {.version = "0.4", .letters_made = 7}; }},
    {"PairingWords",
     [] {
         return event::PairingWords{{"boot", "roos", "kaas", "lamp", "wolk"}};
     },
     "..... ..... ..... ..... ..... ....m", "...",
     [](Seen& seen, Place /*from*/) {
         seen.own.pairing = screen::PairingStep::words;
         seen.own.words = {"boot", "roos", "kaas", "lamp", "wolk"};
     }},
    {"PairingFailed", [] { return event::PairingFailed{PairingFailure::wrong_code}; },
     "..... ..... ..... ..... ..... ....m", "...",
     [](Seen& seen, Place /*from*/) {
         seen.own.pairing = screen::PairingStep::failed;
         seen.own.failure = PairingFailure::wrong_code;
     }},
    {"PairingDone before the words were the same", bare_event<event::PairingDone>, kNowhere, "..."},
};

template <class Do>
void for_each_row(Do const& act) {
    auto const all = [&act](auto const& rows) { std::ranges::for_each(rows, act); };
    all(kBeginning);
    all(kAbout);
    all(kSending);
    all(kCodes);
    all(kService);
    all(kAnyTime);
    all(kServices);
}

bool is_from_service(Row const& row) {
    return &row >= std::begin(kServices) && &row < std::end(kServices);
}
// While a letter or a code is on its way a visitor can only close the emergency page.
char under_emergency_on_the_way(Row const& row) {
    return row.under[0] == 'c' ? 'c' : '.';
}
constexpr std::string_view kOverlays = "elv";
Overlay overlay_named(char letter) {
    return static_cast<Overlay>(1 + kOverlays.find(letter));
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

// What is to be seen after `outcome`, a letter of the table.
Seen expected(Seen seen, char outcome, Row const& row) {
    if (outcome == '.') {
        return seen;
    }
    if (outcome == 'w') {
        return wiped(seen);
    }
    Place const from = seen.place;
    if (outcome == 'c') {
        seen.overlay = {};
        if (std::holds_alternative<event::ChooseLanguage>(row.event())) {
            row.then(seen, from);
        }
        return seen;
    }
    if (kOverlays.find(outcome) != std::string_view::npos) {
        seen.overlay = overlay_named(outcome);
        seen.place = from == Place::attract ? Place::home : from;
    } else if (outcome != 't' && outcome != 'm') {
        seen.own = {};
        seen.place =
            outcome == '2' || outcome == '3' ? Place::question : kPlaces[kScreens.find(outcome)];
        seen.own.question =
            seen.place == Place::question ? static_cast<std::size_t>(outcome - '1') : 0;
    }
    row.then(seen, from);
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
    for_each_row([&](Row const& row) {
        EXPECT_EQ(std::ranges::count_if(row.bare, [](char c) { return c != ' '; }),
                  static_cast<std::ptrdiff_t>(kPlaceCount))
            << row.name;
        EXPECT_EQ(row.under.size(), 3U) << row.name;
        rows.insert(row.event().index());
    });
    EXPECT_EQ(rows.size(), std::variant_size_v<Event>);
    EXPECT_EQ(kPlaceCount, std::variant_size_v<Screen>);
    EXPECT_EQ(kScreens.size(), kPlaceCount);
}

TEST(JourneyTable, EveryEventOnEveryBareScreen) {
    for (Place place : kPlaces) {
        for_each_row([place](Row const& row) {
            SCOPED_TRACE(name_of(place));
            JourneyRig rig(rig_spec_for(place));
            rig.lead_to(place);
            ASSERT_EQ(rig.place(), place);
            char const outcome = row.on(place);

            expect_outcome(rig, row, outcome, expected(look(rig), outcome, row));
        });
    }
}

TEST(JourneyTable, EveryEventUnderEveryOverlay) {
    for (Place place : kPlaces) {
        bool const on_the_way = place == Place::sending || place == Place::looking_up;
        for (std::size_t which = 0; which < kOverlays.size(); ++which) {
            for_each_row([&](Row const& row) {
                JourneyRig rig(rig_spec_for(place));
                rig.lead_to(place);
                rig.journey.handle(opening(kOverlays[which]));
                if (rig.journey.overlay() == Overlay::none) {
                    return; // the table above has proved that it does not open here
                }
                SCOPED_TRACE(std::string(name_of(place)) + ", overlay " + std::to_string(which));
                ASSERT_EQ(rig.journey.overlay(), overlay_named(kOverlays[which]));
                char const outcome = is_from_service(row) ? row.on(place)
                                     : on_the_way         ? under_emergency_on_the_way(row)
                                                          : row.under[which];

                expect_outcome(rig, row, outcome, expected(look(rig), outcome, row));
            });
        }
    }
}

TEST(JourneyTable, EveryEventUnderTheWarning) {
    for (Place place : kPlaces) {
        bool const never_warned = place == Place::attract || place == Place::waiting ||
                                  place == Place::sending || place == Place::looking_up ||
                                  leaves_quietly(place);
        for_each_row([&](Row const& row) {
            SCOPED_TRACE(name_of(place));
            JourneyRig rig(rig_spec_for(place));
            rig.lead_to(place);
            EXPECT_NE(rig.wait_for_warning(), never_warned);
            if (never_warned) {
                return;
            }
            char const outcome = row.on(place);
            Seen want = expected(look(rig), outcome, row);
            want.warning_left = is_from_service(row) ? want.warning_left : 0;

            expect_outcome(rig, row, outcome, want);
        });
    }
}

} // namespace
} // namespace inloop::flow
