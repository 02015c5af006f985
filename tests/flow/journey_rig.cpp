// SPDX-License-Identifier: EUPL-1.2
#include "tests/flow/journey_rig.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <utility>
#include <variant>

namespace inloop::flow {

std::string_view name_of(Place place) {
    constexpr std::string_view kNames[] = {"attract", "home",    "information", "write",
                                           "summary", "sending", "receipt",     "not stored"};
    return kNames[static_cast<std::size_t>(place)];
}

JourneyRig::JourneyRig(JourneySpec spec)
    : journey(Journey::begin(std::move(spec), clock, sender).value()) {
    clock.set_trust(ClockTrust::unset);
    journey.tick();
}

void JourneyRig::type(std::string_view words) {
    Draft& draft = journey.draft();
    ASSERT_TRUE(draft.text.insert(draft.text.size(), words));
    draft.caret = draft.text.size();
    journey.touched();
}

void JourneyRig::lead_to(Place place) {
    if (place == Place::attract) {
        return;
    }
    journey.handle(event::Start{});
    if (place == Place::information) {
        journey.handle(event::OpenPage{"pilot"});
    }
    if (place <= Place::information) {
        return;
    }
    journey.handle(event::Choose{entries::EntryKind::pass_on});
    type(kWords);
    if (place >= Place::summary) {
        journey.handle(event::Next{});
    }
    if (place >= Place::sending) {
        journey.handle(event::Send{});
    }
    if (place == Place::receipt) {
        journey.handle(sender.stored());
    }
    if (place == Place::not_stored) {
        journey.handle(sender.failed(NotStoredReason::broken));
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

std::optional<std::string_view> left_behind(Journey const& journey, JourneySpec const& spec) {
    Draft const& draft = journey.draft();
    std::string_view const memory(draft.text.view().data(), draft.text.capacity());
    if (!draft.text.empty() || std::ranges::any_of(memory, [](char c) { return c != 0; })) {
        return "text";
    }
    if (draft.caret != 0 || draft.caret_shown != 0 || draft.scroll_px != 0 || !draft.shift ||
        draft.layer != KeyboardLayer::letters || draft.keyboard_hidden ||
        draft.kind != entries::EntryKind::question) {
        return "how the text was written";
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

bool remembers(Screen const& screen, entries::ReceiptCode const& code) {
    std::string_view const memory(reinterpret_cast<char const*>(&screen), sizeof(screen));
    std::string_view const words(reinterpret_cast<char const*>(code.words.data()),
                                 sizeof(code.words));
    return memory.find(words) != std::string_view::npos;
}

} // namespace inloop::flow
