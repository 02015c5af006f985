// SPDX-License-Identifier: EUPL-1.2
// Who looks after the kiosk holds the mark and links it with a log.
#include "kiosk/terminal/loop/walks.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace inloop::loop {

namespace {

using flow::PairingFailure;

flow::ServiceFacts facts(bool linked) {
    flow::ServiceFacts facts{.version = "0.4.0",
                             .letters_made = 128,
                             .letters_new = linked ? 2U : 128U,
                             .letters_sent = linked ? 125U : 0U,
                             .letters_dead = linked ? 1U : 0U,
                             .linked = linked};
    if (linked) {
        facts.last_contact = entries::local_minute(
            {.year = 2026, .month = 11, .day = 23, .weekday = 1, .hour = 14, .minute = 19});
    }
    return facts;
}

void type_pairing_code(Guide& guide) {
    for (char const key : {'7', 'k', 'q', '2', 'm', 'w', '9', 'd', 't', '4'}) {
        guide.tap(std::string("key.") + key);
    }
}

void fail(Guide& guide, PairingFailure reason, std::string_view name) {
    guide.tap("service.pair");
    type_pairing_code(guide);
    guide.tap("pairing.look").tell(flow::event::PairingFailed{reason}).keep_views(name);
    guide.tap("bar.back");
}

void fail_in_every_way(Guide& guide) {
    fail(guide, PairingFailure::no_contact, "pairing-no-contact");
    fail(guide, PairingFailure::wrong_code, "pairing-wrong-code");
    fail(guide, PairingFailure::letters_wait, "pairing-letters-wait");
    fail(guide, PairingFailure::other, "pairing-other");
}

flow::PairingWords words_of(Terminal const& terminal) {
    flow::PairingWords words;
    std::uint16_t at = 17;
    for (std::string& word : words) {
        word = terminal.words().word(at);
        at = static_cast<std::uint16_t>(at + 391);
    }
    return words;
}

void compare(Guide& guide, Terminal const& terminal) {
    guide.tap("service.pair").keep_views("pairing-code-empty");
    type_pairing_code(guide);
    guide.keep_views("pairing-code").tap("pairing.look").keep("pairing-asking");
    guide.tell(flow::event::PairingWords{words_of(terminal)}).keep_views("pairing-words");
}

void link(Guide& guide, Terminal const& terminal) {
    guide.tap("service.pair");
    type_pairing_code(guide);
    guide.tap("pairing.look").tell(flow::event::PairingWords{words_of(terminal)});
    guide.tap("pairing.same").keep("pairing-confirming").tell(flow::event::PairingDone{});
    guide.keep_views("pairing-done").tap("pairing.done");
}

} // namespace

Result<std::vector<TourPicture>> walk_service(Terminal& terminal, SteppedClock& clock,
                                              TourSpec const& spec) {
    return each_language(terminal, clock, spec, [&](Guide& guide) {
        guide.hold_mark().tell(flow::event::ChooseLanguage{guide.language()});
        guide.tell(flow::event::ServiceFacts{}).keep("service-unknown");
        guide.tell(flow::event::ServiceFacts{facts(false)}).keep_views("service-unlinked");
        compare(guide, terminal);
        guide.tap("pairing.differ").keep_views("pairing-words-differ").tap("bar.back");
        fail_in_every_way(guide);
        link(guide, terminal);
        guide.tell(flow::event::ServiceFacts{facts(true)}).keep_views("service");
        guide.tap("service.done");
    });
}

} // namespace inloop::loop
