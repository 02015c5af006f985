// SPDX-License-Identifier: EUPL-1.2
// Three hundred thousand random things, in every order a prankster can think of, and what must stay
// true all the time.
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/flow/journey.h"
#include "tests/flow/journey_rig.h"
#include "tests/flow/seen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::flow {
namespace {

using namespace std::chrono_literals;

JourneySpec flood_spec() {
    JourneySpec spec = rig_spec();
    spec.languages = {"nl", "en", "ar"};
    return spec;
}

// Equal when and only when the version is: typing is not in it, the drawing sees to that.
Seen look_apart_from_typing(JourneyRig const& rig) {
    Seen seen = look(rig);
    seen.text.clear();
    seen.contact.clear();
    return seen;
}

bool needs_detail(Draft const& draft) {
    return draft.contact_wish == entries::ContactWish::call ||
           draft.contact_wish == entries::ContactWish::email;
}

std::optional<std::string_view> problem_of_summary(JourneyRig const& rig) {
    Draft const& draft = rig.journey.draft();
    if (rig.place() != Place::summary) {
        return std::nullopt;
    }
    if (utf8::is_blank(draft.message.text.view())) {
        return "nothing to send";
    }
    if (draft.kind != entries::EntryKind::idea && needs_detail(draft) &&
        utf8::is_blank(draft.contact.text.view())) {
        return "a call without a number";
    }
    return rig.journey.changing() ? std::optional<std::string_view>("a change without an end")
                                  : std::nullopt;
}

// What is wrong with this state, in words; nullopt: nothing.
std::optional<std::string_view> problem_of(JourneyRig const& rig, JourneySpec const& spec) {
    Draft const& draft = rig.journey.draft();
    Place const place = rig.place();
    if (place == Place::attract && left_behind(rig.journey, spec)) {
        return left_behind(rig.journey, spec);
    }
    if (std::ranges::find(spec.languages, rig.journey.language()) == spec.languages.end()) {
        return "a language nobody offered";
    }
    bool const typed = !draft.message.text.empty() || !draft.contact.text.empty();
    bool const gone =
        (place == Place::sending && !rig.journey.follow_up()) || place == Place::receipt;
    if ((gone || place == Place::afterwards || place == Place::followed_up) && typed) {
        return "a text that is sent and kept";
    }
    if (place == Place::sending && !draft.message.text.empty()) {
        return "a message that is sent and kept";
    }
    bool const forgotten = place == Place::afterwards || place == Place::followed_up;
    if (forgotten && letter_left_behind(rig.journey)) {
        return letter_left_behind(rig.journey);
    }
    bool const waits =
        place == Place::waiting || place == Place::sending || place == Place::looking_up;
    if (waits && rig.journey.idle_warning()) {
        return "a warning while somebody waits";
    }
    if (draft.message.caret > draft.message.text.size() || draft.message.text.capacity() != 8192 ||
        draft.contact.text.capacity() != 254) {
        return "a caret outside the text, or no room";
    }
    if (rig.journey.next_deadline() && *rig.journey.next_deadline() <= rig.clock.now()) {
        return "a deadline that has passed";
    }
    return problem_of_summary(rig);
}

class Prankster {
public:
    explicit Prankster(std::uint32_t seed) : m_random(seed) {}

    // One random thing: time, typing, an answer of a service, or an event, more often one that
    // leads on.
    void act(JourneyRig& rig) {
        auto const dice = below(20);
        if (dice < 2) {
            pass_time(rig);
        } else if (dice < 5 && type(rig)) {
            return;
        } else if (dice < 7 && rig.place() == Place::sending) {
            rig.journey.handle(outcome(rig));
        } else if (dice < 7 && rig.place() == Place::linking) {
            rig.journey.handle(pairing_outcome());
        } else if (dice < 7 && rig.place() == Place::looking_up) {
            rig.journey.handle(code_state());
        } else if (dice == 7) {
            rig.journey.touched();
        } else if (dice < 14) {
            rig.journey.handle(leading_on(rig));
        } else {
            rig.journey.handle(any_event(rig));
        }
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    bool one_in(std::size_t many) { return below(many) == 0; }

    void pass_time(JourneyRig& rig) {
        constexpr Milliseconds kShort[] = {0ms, 1ms, 999ms, 1s, 5s};
        constexpr Milliseconds kLong[] = {20s, 30s, 45s, 60s, 61s, 2h};
        rig.clock.advance(one_in(30) ? kLong[below(std::size(kLong))]
                                     : kShort[below(std::size(kShort))]);
        if (one_in(8)) {
            int const year = 1969 + static_cast<int>(below(130));
            rig.clock.set_wall(std::chrono::sys_days(std::chrono::year(year) / 12 / 31) +
                               std::chrono::seconds(below(86'400)));
        }
        if (one_in(8)) {
            rig.clock.set_trust(static_cast<ClockTrust>(below(3)));
        }
        rig.journey.tick();
    }

    // Only where the keyboard is.
    bool type(JourneyRig& rig) {
        if (rig.place() != Place::write && rig.place() != Place::contact_detail) {
            return false;
        }
        constexpr std::string_view kPieces[] = {
            "a", " ", "\n", "\xC3\xA9", "\xF0\x9F\x98\x80", " 06-12345678 "};
        Draft& draft = rig.journey.draft();
        TypingField& field = rig.place() == Place::write ? draft.message : draft.contact;
        bool const done = one_in(4) ? field.text.erase(0, field.text.size())
                                    : field.text.insert(0, kPieces[below(std::size(kPieces))]);
        EXPECT_TRUE(done || field.text.size() > 200);
        field.caret = field.text.size();
        return true;
    }

    Event outcome(JourneyRig& rig) {
        if (rig.journey.follow_up()) {
            return one_in(2) ? Event(event::FollowUpStored{})
                             : rig.sender.follow_up_failed(static_cast<NotStoredReason>(below(4)));
        }
        if (one_in(2)) {
            return support::RecordingSender::stored(
                {{static_cast<std::uint16_t>(below(2048)), 2, 3, 4, 5}});
        }
        return rig.sender.failed(static_cast<NotStoredReason>(below(4)));
    }

    Event code_state() {
        LetterNews news{.state = static_cast<CodeState>(below(4)),
                        .status = static_cast<entries::Status>(1 + below(7)),
                        .closing = static_cast<entries::Closing>(below(5)),
                        .answers = {}};
        if (one_in(3)) { // locked memory is slow to get
            news.answers.push_back(SecretText::with_capacity(64).value());
            EXPECT_TRUE(news.answers.back().insert(0, "Kom dinsdag langs."));
        }
        return event::CodeRead{std::move(news)};
    }

    Event pairing_outcome() {
        return any_of_them(
            {[] {
                 return event::PairingWords{{"a", "b", "c", "d", "e"}};
             },
             [&] { return event::PairingFailed{static_cast<PairingFailure>(below(5))}; },
             [] { return event::PairingDone{}; }});
    }

    std::string language() {
        constexpr std::string_view kTags[] = {"nl", "en", "ar", "xx", ""};
        return std::string(kTags[below(std::size(kTags))]);
    }

    std::string subject() {
        constexpr std::string_view kIds[] = {kEverySubject, kPlainSubject, "idea", "xx"};
        return std::string(kIds[below(std::size(kIds))]);
    }

    // What the buttons of this screen do.
    Event leading_on(JourneyRig& rig) {
        switch (rig.place()) {
        case Place::attract:
            return one_in(20) ? Event(event::OpenService{}) : Event(event::Start{});
        case Place::home:
            return any_of_them({[] { return event::OpenCode{}; }, [] { return event::OpenCode{}; },
                                [] { return event::OpenPages{}; },
                                [] { return event::OpenPage{"pilot"}; },
                                [this] { return choose(); }, [this] { return choose(); },
                                [this] { return choose(); }});
        case Place::pages:
            return event::OpenPage{"who-solves"};
        case Place::happening:
            return event::Happens{one_in(4)};
        case Place::subjects:
            return event::ChooseSubject{subject()};
        case Place::desk:
            return event::AllowPassing{one_in(2)};
        case Place::question:
            return event::Skip{};
        case Place::personal_data:
            return one_in(2) ? Event(event::RemovePersonalData{})
                             : Event(event::KeepPersonalData{});
        case Place::contact:
            return event::ChooseContact{static_cast<entries::ContactWish>(below(4))};
        case Place::summary:
            return one_in(3) ? Event(event::Change{static_cast<Part>(below(5))})
                             : Event(event::Send{});
        case Place::already_sent:
            return event::SendAnyway{};
        case Place::receipt:
            return event::HasCode{};
        case Place::not_stored:
            return event::Retry{};
        case Place::code_entry:
            return event::CodeWord{static_cast<std::uint16_t>(below(2049))};
        case Place::code_result:
            return event::FollowUp{static_cast<FollowUpAction>(below(3))};
        case Place::withdraw:
            return event::Send{};
        case Place::service:
            return event::OpenPairing{};
        case Place::pairing_code:
            return one_in(8) ? Event(event::Next{})
                             : Event(event::PairingSign{static_cast<char>('A' + below(8))});
        case Place::linking:
            return event::AnswerPairing{one_in(2)};
        default:
            return event::Next{};
        }
    }

    Event choose() { return event::Choose{static_cast<entries::EntryKind>(1 + below(3))}; }

    Event any_event(JourneyRig& rig) {
        return any_of_them({
            [&] { return choose(); },
            [&] { return event::StartIn{language()}; },
            [&] { return event::OpenPages{}; },
            [&] { return event::OpenPage{one_in(2) ? "pilot" : "who-solves"}; },
            [&] { return event::Next{}; },
            [&] { return event::Back{}; },
            [&] { return event::Skip{}; },
            [&] {
                return event::ChooseOption{"what", one_in(2) ? "this" : "nothing"};
            },
            [&] { return event::ChooseStreet{one_in(2) ? "rolderstraat" : ""}; },
            [&] {
                return event::ChoosePoint{{static_cast<std::int32_t>(below(3)), 2}, "vaart"};
            },
            [&] { return event::Change{static_cast<Part>(below(5))}; },
            [&] { return answer_afterwards(); },
            [&] { return code_key(); },
            [&] { return one_in(8) ? Event(event::WipeAndStop{}) : Event(event::StillHere{}); },
            [&] { return event::OpenEmergency{}; },
            [&] { return one_in(2) ? Event(event::OpenLanguages{}) : event::OpenViewSettings{}; },
            [&] { return event::CloseOverlay{}; },
            [&] { return event::ChooseLanguage{language()}; },
            [&] { return toggle(); },
            [&] { return event::LettersHere{below(5)}; },
            [&] {
                return event::Arrived{{below(3), 1}};
            },
            [&] { return event::ServiceFacts{{.version = "0.4", .letters_made = below(3)}}; },
            [&] { return event::FollowUp{static_cast<FollowUpAction>(below(3))}; },
            [&] { return event::PairingErase{}; },
            [&] { return pairing_outcome(); },
            [&] { return late_outcome(rig); },
        });
    }

    Event any_of_them(std::vector<std::function<Event()>> const& choices) {
        return choices[below(choices.size())]();
    }

    Event answer_afterwards() {
        return any_of_them({[&] { return event::WouldHaveGone{static_cast<WouldGo>(below(3))}; },
                            [&] { return event::Smiled{static_cast<Smile>(below(3))}; }});
    }

    Event code_key() {
        return any_of_them({[&] { return event::CodeLetter{static_cast<char>('a' + below(27))}; },
                            [&] { return event::CodeDigit{static_cast<char>('0' + below(11))}; },
                            [&] { return event::CodeErase{}; },
                            [&] {
                                return event::ChooseCodeMode{one_in(2) ? CodeMode::words
                                                                       : CodeMode::digits};
                            }});
    }

    Event toggle() {
        return any_of_them({[] { return event::ToggleLargeLetters{}; },
                            [] { return event::ToggleContrast{}; },
                            [] { return event::ToggleLowReach{}; }});
    }

    // Nobody asked for it.
    Event late_outcome(JourneyRig const& rig) {
        if (rig.place() == Place::sending || rig.place() == Place::looking_up) {
            return event::StillHere{};
        }
        if (!one_in(4)) { // locked memory is slow to get
            return one_in(2) ? support::RecordingSender::stored({{7, 7, 7, 7, 7}}) : code_state();
        }
        entries::Letter letter{
            {}, SecretText::with_capacity(8192).value(), SecretText::with_capacity(254).value()};
        EXPECT_TRUE(letter.text.insert(0, "van een ander"));
        return event::StoreFailed{NotStoredReason::broken, std::move(letter)};
    }

    std::mt19937 m_random;
};

TEST(JourneyFlood, StaysTrueThroughThreeHundredThousandRandomThings) {
    JourneySpec const spec = flood_spec();
    JourneyRig rig(spec);
    Prankster prankster(20260301);
    std::array<int, kPlaceCount> arrivals{};
    Seen before = look_apart_from_typing(rig);

    for (int i = 0; i < 300'000; ++i) {
        std::uint64_t const version = rig.journey.version();
        Place const from = rig.place();
        prankster.act(rig);

        // then
        Seen now = look_apart_from_typing(rig);
        ASSERT_EQ(problem_of(rig, spec), std::nullopt) << "after step " << i << ", " << now;
        ASSERT_GE(rig.journey.version(), version);
        ASSERT_EQ(rig.journey.version() != version, now != before)
            << "step " << i << " from " << before << " to " << now;
        // and: one letter is given at a time, one code is asked for at a time
        bool const sending = rig.place() == Place::sending;
        bool const following = rig.journey.follow_up().has_value();
        ASSERT_EQ(rig.sender.sent(), sending && !following ? 1U : before.sent) << i;
        ASSERT_EQ(rig.sender.follow_ups().size(), sending && following ? 1U : before.followed) << i;
        ASSERT_EQ(rig.sender.codes().size(), rig.place() == Place::looking_up ? 1U : before.asked)
            << i;
        if (rig.place() != Place::sending && rig.place() != Place::looking_up) {
            if (from == Place::sending) {
                ASSERT_TRUE(rig.place() == Place::receipt || rig.place() == Place::not_stored ||
                            rig.place() == Place::followed_up);
                ASSERT_TRUE(rig.sender.sent() == 0 ||
                            entries::check(rig.sender.last().facts).has_value());
            }
            rig.sender.forget();
        }
        arrivals[static_cast<std::size_t>(rig.place())] += from != rig.place() ? 1 : 0;
        before = look_apart_from_typing(rig);
    }

    // and: the prankster has been everywhere, or the above proves nothing
    for (Place place : kPlaces) {
        if (place != Place::cannot_write) {
            EXPECT_GT(arrivals[static_cast<std::size_t>(place)], 15) << name_of(place);
        }
    }
    EXPECT_GT(rig.journey.wipes(), 100U);
}

TEST(JourneyFlood, SeesWhatMustNotBe) {
    // The negative control of the flood: each broken state is named.
    JourneySpec const spec = rig_spec();
    JourneyRig rig;
    EXPECT_EQ(problem_of(rig, spec), std::nullopt);
    rig.type("achtergebleven");
    EXPECT_EQ(problem_of(rig, spec), "text");

    rig.journey.draft().message.text.clear();
    EXPECT_EQ(problem_of(rig, spec), "how the text was written");
    rig.journey.draft().message.caret = 0;
    EXPECT_EQ(problem_of(rig, spec), std::nullopt);
    EXPECT_EQ(problem_of(rig, {.languages = {"en"}}), "the language");

    rig.lead_to(Place::summary);
    EXPECT_EQ(problem_of(rig, spec), std::nullopt);
    rig.journey.draft().contact.clear();
    EXPECT_EQ(problem_of(rig, spec), "a call without a number");
    rig.journey.draft().message.clear();
    EXPECT_EQ(problem_of(rig, spec), "nothing to send");
    rig.type("x");
    rig.journey.draft().message.caret = 99;
    EXPECT_EQ(problem_of(rig, spec), "a caret outside the text, or no room");
    rig.journey.draft().message.caret = 0;
    rig.journey.handle(event::Send{});
    rig.type("nog steeds hier");
    EXPECT_EQ(problem_of(rig, spec), "a text that is sent and kept");
}

} // namespace
} // namespace inloop::flow
