// SPDX-License-Identifier: EUPL-1.2
#include "tests/flow/journey_rig.h"

#include "tests/support/synthetic_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace inloop::flow {

namespace {

entries::SubjectRules subject_of_everything() {
    return {.id = std::string(kEverySubject),
            .questions = {{"what", {"this", "that"}},
                          {"how-often", {"once", "often"}},
                          {"when", {"day", "night"}}},
            .delicate = true,
            .other_desk = true};
}

bool all_zero(SecretText const& text) {
    std::string_view const memory(text.view().data(), text.capacity());
    return text.empty() && std::ranges::all_of(memory, [](char c) { return c == 0; });
}

bool as_new(TypingField const& field) {
    return field.caret == 0 && field.caret_shown == 0 && field.scroll_px == 0 && field.shift &&
           field.layer == KeyboardLayer::letters && !field.keyboard_hidden;
}

bool contains(Journey const& journey, std::string_view bytes) {
    std::string_view const memory(reinterpret_cast<char const*>(&journey), sizeof(journey));
    return memory.find(bytes) != std::string_view::npos;
}

} // namespace

std::string_view name_of(Place place) {
    constexpr std::string_view kNames[] = {
        "attract",     "home",     "pages",          "information", "cannot write",  "happening",
        "subjects",    "desk",     "question",       "write",       "personal data", "recognisable",
        "where",       "contact",  "contact detail", "summary",     "already sent",  "waiting",
        "sending",     "receipt",  "not stored",     "afterwards",  "code entry",    "looking up",
        "code result", "withdraw", "followed up",    "service",     "pairing code",  "linking"};
    return kNames[static_cast<std::size_t>(place)];
}

bool leaves_quietly(Place place) {
    return place == Place::afterwards || place == Place::followed_up || place >= Place::service;
}

entries::WordList const& rig_words() {
    static entries::WordList const words =
        entries::WordList::parse(support::synthetic_word_file(), "words").value();
    return words;
}

JourneySpec rig_spec() {
    return {.subjects = {subject_of_everything(),
                         {.id = std::string(kPlainSubject), .questions = {}},
                         {.id = "idea", .questions = {}, .asks_place = false}},
            .words = &rig_words()};
}

JourneySpec rig_spec_for(Place place) {
    JourneySpec spec = rig_spec();
    spec.letterbox = place == Place::cannot_write ? Letterbox::closed : Letterbox::open;
    return spec;
}

JourneyRig::JourneyRig(JourneySpec spec)
    : journey(Journey::begin(std::move(spec), clock, sender.services()).value()) {
    clock.set_trust(ClockTrust::unset);
    journey.tick();
}

void JourneyRig::type(std::string_view words) {
    TypingField& field = journey.draft().message;
    ASSERT_TRUE(field.text.insert(field.text.size(), words));
    field.rewind();
    journey.touched();
}

void JourneyRig::type_contact(std::string_view words) {
    TypingField& field = journey.draft().contact;
    ASSERT_TRUE(field.text.insert(field.text.size(), words));
    field.rewind();
    journey.touched();
}

void JourneyRig::leave_idea(std::string_view words, Milliseconds pause) {
    journey.handle(event::Start{});
    journey.handle(event::Choose{entries::EntryKind::idea});
    type(words);
    clock.advance(pause);
    journey.handle(event::Next{});
    journey.handle(event::Send{});
    ASSERT_EQ(place(), Place::sending);
    journey.handle(support::RecordingSender::stored());
    journey.handle(event::WipeAndStop{});
}

void JourneyRig::lead_to(Place target) {
    if (target == place()) {
        return;
    }
    // Others who were here before: one who wrote the same, two who took the room of four.
    if (target == Place::already_sent) {
        leave_idea(kWords);
    } else if (target == Place::waiting) {
        leave_idea("een");
        leave_idea("twee");
    }
    for (int steps = 0; place() != target; ++steps) {
        ASSERT_LT(steps, 40) << "no way to " << name_of(target);
        Place const from = place();
        if (from == Place::attract && target >= Place::service) {
            journey.handle(event::OpenService{});
        } else if (from == Place::attract) {
            journey.handle(event::Start{});
        } else if (from == Place::home && target == Place::pages) {
            journey.handle(event::OpenPages{});
        } else if (from == Place::home && target == Place::information) {
            journey.handle(event::OpenPage{"pilot"});
        } else if (from == Place::home && target >= Place::code_entry) {
            journey.handle(event::OpenCode{});
        } else if (from == Place::sending && target == Place::followed_up) {
            journey.handle(event::FollowUpStored{});
        } else if (from == Place::sending && target == Place::not_stored) {
            journey.handle(sender.failed(NotStoredReason::broken));
        } else {
            fill(target);
            step_on_screen();
        }
    }
    fill(target);
}

void JourneyRig::go_on() {
    fill(Place::summary);
    step_on_screen();
}

// What is typed on the way to `target`.
void JourneyRig::fill(Place target) {
    if (place() == Place::write && text().empty()) {
        type(target == Place::personal_data ? kPersonalWords : kWords);
    } else if (place() == Place::contact_detail && contact().empty()) {
        type_contact(kNumber);
    } else if (place() == Place::pairing_code) {
        bool const only_there = target == Place::pairing_code;
        for (char const sign : kPairing.substr(0, only_there ? 1 : kPairing.size())) {
            journey.handle(event::PairingSign{sign});
        }
    } else if (place() == Place::code_entry) {
        bool const only_there = target == Place::code_entry;
        while (journey.code_draft().words() < (only_there ? 1 : entries::kReceiptWords)) {
            journey.handle(event::CodeWord{kCode.words[journey.code_draft().words()]});
        }
    }
}

void JourneyRig::step_on_screen() {
    switch (place()) {
    case Place::home:
        return journey.handle(event::Choose{entries::EntryKind::pass_on});
    case Place::happening:
        return journey.handle(event::Happens{false});
    case Place::subjects:
        return journey.handle(event::ChooseSubject{std::string(kEverySubject)});
    case Place::desk:
        return journey.handle(event::AllowPassing{true});
    case Place::question:
        return journey.handle(event::Skip{});
    case Place::personal_data:
        return journey.handle(event::KeepPersonalData{});
    case Place::where:
        journey.handle(event::ChooseStreet{"rolderstraat"});
        return journey.handle(event::Next{});
    case Place::contact:
        return journey.handle(event::ChooseContact{entries::ContactWish::call});
    case Place::summary:
        return journey.handle(event::Send{});
    case Place::sending:
        return journey.handle(support::RecordingSender::stored(kCode));
    case Place::receipt:
        return journey.handle(event::HasCode{});
    case Place::looking_up:
        return journey.handle(event::CodeRead{
            {.state = CodeState::with_police, .status = entries::Status::referred}});
    case Place::code_result:
        return journey.handle(event::FollowUp{FollowUpAction::withdraw});
    case Place::withdraw:
        return journey.handle(event::Send{});
    case Place::service:
        return journey.handle(event::OpenPairing{});
    default:
        return journey.handle(event::Next{});
    }
}

void JourneyRig::wait(Milliseconds time) {
    clock.advance(time);
    journey.tick();
}

bool JourneyRig::wait_for_warning() {
    while (!journey.idle_warning()) {
        std::optional<Instant> const deadline = journey.next_deadline();
        if (!deadline) {
            return false;
        }
        clock.advance_to(*deadline);
        journey.tick();
    }
    return true;
}

std::optional<std::string_view> letter_left_behind(Journey const& journey) {
    Draft const& draft = journey.draft();
    if (!all_zero(draft.message.text)) {
        return "text";
    }
    if (!all_zero(draft.contact.text)) {
        return "contact";
    }
    if (!as_new(draft.message) || !as_new(draft.contact) ||
        draft.kind != entries::EntryKind::question) {
        return "how the text was written";
    }
    if (!draft.subject.empty() || !draft.answers.empty() || draft.personal_data_kept != 0 ||
        draft.told_recognisable || draft.happening != entries::Happening::not_asked ||
        draft.passing != entries::Passing::not_asked) {
        return "what the letter was about";
    }
    if (draft.contact_wish != entries::ContactWish::by_code || draft.spot != entries::Spot{}) {
        return "how to find the visitor or the place";
    }
    CodeDraft const& code = journey.code_draft();
    if (code.words() != 0 || !code.letters().empty() || !code.digits().empty() ||
        code.mode() != CodeMode::words || remembers(journey, kCode)) {
        return "the code";
    }
    if (journey.visit() != nullptr || journey.follow_up()) {
        return "the letter he came back for";
    }
    return journey.changing() ? std::optional<std::string_view>("a change that was begun")
                              : std::nullopt;
}

std::optional<std::string_view> left_behind(Journey const& journey, JourneySpec const& spec) {
    if (auto const letter = letter_left_behind(journey)) {
        return letter;
    }
    if (journey.overlay() != Overlay::none || journey.idle_warning()) {
        return "an overlay or the warning";
    }
    if (journey.language() != spec.languages.front()) {
        return "the language";
    }
    if (journey.settings() != ViewSettings{}) {
        return "the settings";
    }
    if (!std::holds_alternative<screen::Attract>(journey.screen())) {
        return "the screen";
    }
    return std::nullopt;
}

bool remembers(Journey const& journey, entries::ReceiptCode const& code) {
    std::string_view const words(reinterpret_cast<char const*>(code.words.data()),
                                 sizeof(code.words));
    auto const digits = code.digits();
    return contains(journey, words) || contains(journey, {digits.data(), digits.size()});
}

} // namespace inloop::flow
