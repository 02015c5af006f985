// SPDX-License-Identifier: EUPL-1.2
#include "tests/flow/seen.h"

#include <chrono>
#include <variant>

namespace inloop::flow {

namespace {

struct ReadScreen {
    SeenOnScreen& own;

    template <class Other>
    void operator()(Other const& /*screen*/) const {}
    void operator()(screen::Information const& screen) const { own.page = screen.page; }
    void operator()(screen::Question const& screen) const { own.question = screen.number; }
    void operator()(screen::Waiting const& screen) const { own.seconds_left = screen.seconds_left; }
    void operator()(screen::Receipt const& screen) const {
        own.code = screen.code;
        own.arrived = screen.arrived;
    }
    void operator()(screen::NotStored const& screen) const { own.reason = screen.reason; }
    void operator()(screen::Afterwards const& screen) const { own.step = screen.step; }
    void operator()(screen::FollowedUp const& screen) const { own.done = screen.action; }
    void operator()(screen::PairingCode const& screen) const {
        own.pairing_code = screen.code.typed();
    }
    void operator()(screen::Linking const& screen) const {
        own.pairing = screen.step;
        own.words = screen.words;
        own.failure = screen.reason;
    }
};

SeenVisit look_at(CodeVisit const* visit, std::optional<FollowUpAction> follow_up) {
    SeenVisit seen{.here = visit != nullptr, .answers = {}, .follow_up = follow_up};
    if (visit != nullptr) {
        seen.state = visit->news.state;
        seen.status = visit->news.status;
        for (SecretText const& answer : visit->news.answers) {
            seen.answers.emplace_back(answer.view());
        }
    }
    return seen;
}

SeenDraft look_at(Draft const& draft) {
    return {.kind = draft.kind,
            .subject = draft.subject,
            .happening = draft.happening,
            .passing = draft.passing,
            .contact_wish = draft.contact_wish,
            .spot = draft.spot,
            .answers = draft.answers,
            .personal_data_kept = draft.personal_data_kept};
}

SeenCode look_at(CodeDraft const& code) {
    return {.mode = code.mode(),
            .words = code.words(),
            .letters = std::string(code.letters()),
            .digits = std::string(code.digits())};
}

} // namespace

Seen look(JourneyRig const& rig) {
    Journey const& journey = rig.journey;
    Seen seen;
    seen.place = rig.place();
    std::visit(ReadScreen{seen.own}, journey.screen());
    seen.overlay = journey.overlay();
    seen.warning_left = journey.idle_warning() ? journey.idle_warning()->seconds_left : 0;
    seen.language = journey.language();
    seen.settings = journey.settings();
    if (rig.clock.trust() != ClockTrust::unset) {
        seen.minute =
            std::chrono::floor<std::chrono::minutes>(rig.clock.wall()).time_since_epoch().count();
    }
    seen.letters_here = journey.letters_here();
    seen.draft = look_at(journey.draft());
    seen.changing = journey.changing();
    seen.text = rig.text();
    seen.contact = rig.contact();
    seen.typed_code = look_at(journey.code_draft());
    seen.visit = look_at(journey.visit(), journey.follow_up());
    if (seen.place == Place::service) {
        seen.own.facts = journey.service_facts();
    }
    seen.wipes = journey.wipes();
    seen.sent = rig.sender.sent();
    seen.asked = rig.sender.codes().size();
    seen.counted = rig.sender.uses().size();
    seen.followed = rig.sender.follow_ups().size();
    seen.paired = rig.sender.pairing_codes().size();
    seen.confirmed = rig.sender.confirmed().size();
    return seen;
}

Seen wiped(Seen const& seen) {
    Seen after;
    after.language = "nl";
    after.minute = seen.minute;
    after.letters_here = seen.letters_here;
    after.wipes = seen.wipes + 1;
    after.sent = seen.sent;
    after.asked = seen.asked;
    after.counted = seen.counted;
    after.followed = seen.followed;
    after.paired = seen.paired;
    // What was begun with a log is given up.
    bool const linking =
        seen.place == Place::linking && (seen.own.pairing == screen::PairingStep::asking ||
                                         seen.own.pairing == screen::PairingStep::words);
    after.confirmed = seen.confirmed + (linking ? 1 : 0);
    return after;
}

std::ostream& operator<<(std::ostream& out, Seen const& seen) {
    out << name_of(seen.place) << ", question " << seen.own.question << ", overlay "
        << static_cast<int>(seen.overlay) << ", " << seen.language << ", warning "
        << seen.warning_left << ", subject '" << seen.draft.subject << "', kind "
        << static_cast<int>(seen.draft.kind) << ", wish "
        << static_cast<int>(seen.draft.contact_wish) << ", answers " << seen.draft.answers.size()
        << ", text '" << seen.text << "', contact '" << seen.contact << "', changing "
        << seen.changing << ", code words " << seen.typed_code.words << " letters '"
        << seen.typed_code.letters << "', wipes " << seen.wipes << ", sent " << seen.sent
        << ", asked " << seen.asked << ", counted " << seen.counted << ", visit " << seen.visit.here
        << ", followed " << seen.followed << ", paired " << seen.paired << ", confirmed "
        << seen.confirmed << ", pairing " << static_cast<int>(seen.own.pairing) << " '"
        << seen.own.pairing_code << "'";
    return out;
}

} // namespace inloop::flow
