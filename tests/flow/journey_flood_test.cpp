// SPDX-License-Identifier: EUPL-1.2
// A hundred thousand random things, in every order a prankster can think of, and what must stay
// true all the time.
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;

// All that can be seen. Equal when and only when the version is.
struct Seen {
    std::size_t screen = 0;
    std::string page;
    entries::ReceiptCode code;
    NotStoredReason reason = NotStoredReason::broken;
    Overlay overlay = Overlay::none;
    int seconds_left = 0;
    std::string language;
    ViewSettings settings;
    std::int64_t minute = -1;
    friend bool operator==(Seen const&, Seen const&) = default;
};

Seen look(JourneyRig const& rig) {
    Screen const& screen = rig.journey.screen();
    Seen seen;
    seen.screen = screen.index();
    seen.overlay = rig.journey.overlay();
    seen.language = rig.journey.language();
    seen.settings = rig.journey.settings();
    if (auto const* information = std::get_if<screen::Information>(&screen)) {
        seen.page = information->page;
    }
    if (auto const* receipt = std::get_if<screen::Receipt>(&screen)) {
        seen.code = receipt->code;
    }
    if (auto const* failed = std::get_if<screen::NotStored>(&screen)) {
        seen.reason = failed->reason;
    }
    if (rig.journey.idle_warning()) {
        seen.seconds_left = rig.journey.idle_warning()->seconds_left;
    }
    if (rig.place() <= Place::home && rig.clock.trust() != ClockTrust::unset) {
        seen.minute =
            std::chrono::floor<std::chrono::minutes>(rig.clock.wall()).time_since_epoch().count();
    }
    return seen;
}

// What is wrong with this state, in words; nullopt: nothing.
std::optional<std::string_view> problem_of(JourneyRig const& rig, JourneySpec const& spec) {
    Draft const& draft = rig.journey.draft();
    if (rig.place() == Place::attract && left_behind(rig.journey, spec)) {
        return left_behind(rig.journey, spec);
    }
    if (std::ranges::find(spec.languages, rig.journey.language()) == spec.languages.end()) {
        return "a language nobody offered";
    }
    if ((rig.place() == Place::sending || rig.place() == Place::receipt) && !draft.text.empty()) {
        return "a text that is sent and kept";
    }
    if (rig.place() == Place::summary && utf8::is_blank(draft.text.view())) {
        return "nothing to send";
    }
    if (rig.place() == Place::sending && rig.journey.idle_warning()) {
        return "a warning while sending";
    }
    if (draft.caret > draft.text.size() || draft.text.capacity() != 8192) {
        return "a caret outside the text, or no room";
    }
    if (rig.journey.next_deadline() && *rig.journey.next_deadline() <= rig.clock.now()) {
        return "a deadline that has passed";
    }
    return std::nullopt;
}

class Prankster {
public:
    explicit Prankster(std::uint32_t seed) : m_random(seed) {}

    // One random thing: time, typing, or an event. Typing happens only where the keyboard is.
    void act(JourneyRig& rig) {
        auto const dice = m_random() % 20;
        if (dice < 3) {
            pass_time(rig);
        } else if (dice < 6 && rig.place() == Place::write) {
            type(rig);
        } else if (dice < 8 && rig.place() == Place::sending) {
            rig.journey.handle(outcome(rig));
        } else if (dice == 8) {
            rig.journey.touched();
        } else {
            rig.journey.handle(any_event(rig));
        }
    }

private:
    void pass_time(JourneyRig& rig) {
        constexpr Milliseconds kSteps[] = {0ms, 1ms, 999ms, 1s, 20s, 45s, 60s, 61s, 2h};
        rig.clock.advance(kSteps[m_random() % std::size(kSteps)]);
        if (m_random() % 8 == 0) {
            int const year = 1969 + static_cast<int>(m_random() % 130);
            rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(year) / 12 / 31) +
                               std::chrono::seconds(m_random() % 86'400));
        }
        if (m_random() % 8 == 0) {
            rig.clock.set_trust(static_cast<ClockTrust>(m_random() % 3));
        }
        rig.journey.tick();
    }

    void type(JourneyRig& rig) {
        constexpr std::string_view kPieces[] = {"a", " ", "\n", "\xC3\xA9", "\xF0\x9F\x98\x80"};
        Draft& draft = rig.journey.draft();
        bool const done = m_random() % 4 == 0
                              ? draft.text.erase(0, draft.text.size())
                              : draft.text.insert(0, kPieces[m_random() % std::size(kPieces)]);
        EXPECT_TRUE(done || draft.text.size() > 8000);
        draft.caret = draft.text.size();
    }

    Event outcome(JourneyRig& rig) {
        if (m_random() % 2 == 0) {
            return support::RecordingSender::stored(
                {{static_cast<std::uint16_t>(m_random() % 2048), 2, 3, 4, 5}});
        }
        return rig.sender.failed(static_cast<NotStoredReason>(m_random() % 4));
    }

    std::string language() {
        constexpr std::string_view kTags[] = {"nl", "en", "ar", "xx", ""};
        return std::string(kTags[m_random() % std::size(kTags)]);
    }

    Event any_event(JourneyRig& rig) {
        switch (m_random() % 20) {
        case 0:
            return event::Start{};
        case 1:
            return event::StartIn{language()};
        case 2:
            return event::Choose{static_cast<entries::EntryKind>(1 + m_random() % 3)};
        case 3:
            return event::OpenPage{m_random() % 2 == 0 ? "pilot" : "who-solves"};
        case 4:
        case 5:
            return event::Next{};
        case 6:
            return event::Back{};
        case 7:
            return event::Change{};
        case 8:
        case 9:
            return event::Send{};
        case 10:
            return event::Retry{};
        case 11:
            return event::HasCode{};
        case 12:
            return m_random() % 8 == 0 ? Event(event::WipeAndStop{}) : Event(event::Next{});
        case 13:
            return event::OpenEmergency{};
        case 14:
            return m_random() % 2 == 0 ? Event(event::OpenLanguages{})
                                       : Event(event::OpenViewSettings{});
        case 15:
            return event::CloseOverlay{};
        case 16:
            return event::ChooseLanguage{language()};
        case 17:
            return toggle();
        case 18:
            return event::StillHere{};
        default:
            return rig.place() == Place::sending ? Event(event::StillHere{}) : late_outcome();
        }
    }

    Event toggle() {
        switch (m_random() % 3) {
        case 0:
            return event::ToggleLargeLetters{};
        case 1:
            return event::ToggleContrast{};
        default:
            return event::ToggleLowReach{};
        }
    }

    Event late_outcome() {
        if (m_random() % 4 != 0) { // locked memory is slow to get
            return support::RecordingSender::stored({{7, 7, 7, 7, 7}});
        }
        SecretText text = SecretText::with_capacity(8192).value();
        EXPECT_TRUE(text.insert(0, "van een ander"));
        return event::StoreFailed{NotStoredReason::broken, std::move(text)};
    }

    std::mt19937 m_random;
};

TEST(JourneyFlood, StaysTrueThroughAHundredThousandRandomThings) {
    JourneySpec const spec{.languages = {"nl", "en", "ar"}};
    JourneyRig rig(spec);
    Prankster prankster(20260301);
    std::array<int, std::size(kPlaces)> arrivals{};
    std::size_t sent = 0;
    std::size_t outcomes = 0;
    Seen before = look(rig);

    for (int i = 0; i < 100'000; ++i) {
        std::uint64_t const version = rig.journey.version();
        Place const from = rig.place();
        prankster.act(rig);

        // then
        Seen now = look(rig);
        ASSERT_EQ(problem_of(rig, spec), std::nullopt) << "after step " << i;
        ASSERT_GE(rig.journey.version(), version);
        ASSERT_EQ(rig.journey.version() != version, now != before)
            << "step " << i << " from " << name_of(from);
        if (from != Place::sending && rig.place() == Place::sending) {
            ++sent;
            ASSERT_EQ(rig.sender.sent(), sent - outcomes); // one letter given, none twice
        }
        if (from == Place::sending && rig.place() != Place::sending) {
            ++outcomes;
            ASSERT_TRUE(rig.place() == Place::receipt || rig.place() == Place::not_stored);
            ASSERT_EQ(outcomes, sent);
            rig.sender.forget();
        }
        arrivals[static_cast<std::size_t>(rig.place())] += from != rig.place() ? 1 : 0;
        before = std::move(now);
    }

    // and: the prankster has been everywhere, or the above proves nothing
    for (Place place : kPlaces) {
        EXPECT_GT(arrivals[static_cast<std::size_t>(place)], 100) << name_of(place);
    }
    EXPECT_GT(rig.journey.wipes(), 100U);
}

TEST(JourneyFlood, SeesWhatMustNotBe) {
    // The negative control of the flood: each broken state is named.
    JourneySpec const spec;
    JourneyRig rig;
    EXPECT_EQ(problem_of(rig, spec), std::nullopt);
    rig.type("achtergebleven");
    EXPECT_EQ(problem_of(rig, spec), "text");

    rig.journey.draft().text.clear();
    EXPECT_EQ(problem_of(rig, spec), "how the text was written");
    rig.journey.draft().caret = 0;
    EXPECT_EQ(problem_of(rig, spec), std::nullopt);
    EXPECT_EQ(problem_of(rig, {.languages = {"en"}}), "the language");

    rig.lead_to(Place::summary);
    rig.journey.draft().text.clear();
    EXPECT_EQ(problem_of(rig, spec), "nothing to send");
    rig.type("x");
    rig.journey.draft().caret = 99;
    EXPECT_EQ(problem_of(rig, spec), "a caret outside the text, or no room");
    rig.journey.draft().caret = 0;
    rig.journey.handle(event::Send{});
    rig.type("nog steeds hier");
    EXPECT_EQ(problem_of(rig, spec), "a text that is sent and kept");
}

} // namespace
} // namespace inloop::flow
