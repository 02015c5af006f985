// SPDX-License-Identifier: EUPL-1.2
#include "tests/journey/stops.h"

#include "tests/support/must.h"

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace inloop::journey {

using support::KioskRig;

namespace {

constexpr std::string_view kText = "Waar is het loket?";

struct NamedStop {
    Stop stop;
    std::string_view name;
};
constexpr std::array<NamedStop, 42> kStops{{{Stop::attract, "attract"},
                                            {Stop::home, "home"},
                                            {Stop::pages, "pages"},
                                            {Stop::information, "information"},
                                            {Stop::happening, "happening"},
                                            {Stop::subjects, "subjects"},
                                            {Stop::desk, "desk"},
                                            {Stop::question, "question"},
                                            {Stop::write, "write"},
                                            {Stop::write_without_keys, "write without keys"},
                                            {Stop::personal_data, "personal data"},
                                            {Stop::recognisable, "recognisable"},
                                            {Stop::where, "where"},
                                            {Stop::contact, "contact"},
                                            {Stop::contact_phone, "contact by phone"},
                                            {Stop::contact_email, "contact by mail"},
                                            {Stop::summary, "summary"},
                                            {Stop::already_sent, "already sent"},
                                            {Stop::waiting, "waiting"},
                                            {Stop::sending, "sending"},
                                            {Stop::receipt, "receipt"},
                                            {Stop::not_stored, "not stored"},
                                            {Stop::afterwards, "afterwards"},
                                            {Stop::code_entry, "code entry"},
                                            {Stop::looking_up, "looking up"},
                                            {Stop::code_result, "code result"},
                                            {Stop::answered, "answered"},
                                            {Stop::write_more, "write more"},
                                            {Stop::write_not_solved, "write what is not solved"},
                                            {Stop::withdraw, "withdraw"},
                                            {Stop::sending_follow_up, "sending follow up"},
                                            {Stop::withdrawal_not_stored, "withdrawal not stored"},
                                            {Stop::followed_up, "followed up"},
                                            {Stop::service, "service"},
                                            {Stop::pairing_code, "pairing code"},
                                            {Stop::pairing_words, "pairing words"},
                                            {Stop::emergency, "emergency"},
                                            {Stop::languages, "languages"},
                                            {Stop::view_settings, "view settings"},
                                            {Stop::warning, "warning"},
                                            {Stop::warning_over_text, "warning over text"},
                                            {Stop::warning_over_answer, "warning over an answer"}}};

void skip_questions(KioskRig& rig) {
    while (rig.on<flow::screen::Question>()) {
        rig.tap_listed("question.skip");
    }
}

// True when the stop lies over or right behind home.
bool lead_over_home(KioskRig& rig, Stop stop) {
    switch (stop) {
    case Stop::home:
        return true;
    case Stop::pages:
        rig.tap_listed("home.information");
        return true;
    case Stop::information:
        rig.tap_listed("home.who_solves");
        return true;
    case Stop::emergency:
        rig.tap("strip.emergency");
        return true;
    case Stop::languages:
        rig.journey().handle(flow::event::OpenLanguages{});
        rig.step();
        return true;
    case Stop::view_settings:
        rig.journey().handle(flow::event::OpenViewSettings{});
        rig.step();
        return true;
    case Stop::warning:
        rig.wait(std::chrono::seconds(61));
        return true;
    default:
        return false;
    }
}

bool comes_after_code(Stop stop) {
    return (stop >= Stop::code_entry && stop <= Stop::followed_up) ||
           stop == Stop::warning_over_answer;
}

flow::LetterNews answered() {
    flow::LetterNews news{
        .state = flow::CodeState::with_police, .status = entries::Status::referred, .answers = {}};
    for (std::string_view const words : {"Kom dinsdag langs.", "Waar is het?"}) {
        news.answers.push_back(support::must(SecretText::with_capacity(words.size())));
        if (!news.answers.back().insert(0, words)) {
            throw std::runtime_error("an answer is not UTF-8");
        }
    }
    return news;
}

// Everything a visitor can do with his letter.
void lead_to_follow_up(KioskRig& rig, Stop stop) {
    if (stop == Stop::warning_over_answer) {
        rig.wait(std::chrono::seconds(41));
    } else if (stop == Stop::write_more) {
        rig.tap_listed("code_result.more");
    } else if (stop == Stop::write_not_solved) {
        rig.tap_listed("code_result.not_solved");
    } else if (stop != Stop::answered) {
        rig.tap_listed("code_result.withdraw");
        if (stop != Stop::withdraw) {
            rig.tap_listed("withdraw.yes");
        }
        if (stop == Stop::withdrawal_not_stored) {
            rig.held.refuse(flow::NotStoredReason::full);
        } else if (stop == Stop::followed_up) {
            rig.held.store_follow_up();
        }
        rig.step();
    }
}

bool lead_to_code(KioskRig& rig, Stop stop) {
    if (!comes_after_code(stop)) {
        return false;
    }
    rig.tap_listed("home.code");
    if (stop == Stop::code_entry) {
        return true;
    }
    for (std::uint16_t const word : std::array<std::uint16_t, 5>{1, 20, 300, 1000, 2047}) {
        rig.journey().handle(flow::event::CodeWord{word});
    }
    rig.step();
    rig.tap("code.look");
    if (stop == Stop::looking_up) {
        return true;
    }
    if (stop == Stop::code_result) {
        rig.held.answer(flow::CodeState::stored);
    } else {
        rig.held.answer(answered());
    }
    rig.step();
    if (stop != Stop::code_result) {
        lead_to_follow_up(rig, stop);
    }
    return true;
}

// True when the stop is for who looks after the kiosk.
bool lead_to_service(KioskRig& rig, Stop stop) {
    if (stop != Stop::service && stop != Stop::pairing_code && stop != Stop::pairing_words) {
        return false;
    }
    rig.held.tell(flow::event::ServiceFacts{
        {.version = "0.4.0", .letters_made = 128, .letters_sent = 120, .linked = true}});
    rig.journey().handle(flow::event::OpenService{});
    rig.step();
    if (stop == Stop::service) {
        return true;
    }
    rig.tap_listed("service.pair");
    rig.tap("key.k");
    if (stop == Stop::pairing_words) {
        for (char const key : std::string_view("7qw23mtz9")) {
            rig.tap(std::string("key.") + key);
        }
        rig.tap("pairing.look");
        rig.held.tell(flow::event::PairingWords{{"boot", "roos", "kaas", "lamp", "wolk"}});
        rig.step();
    }
    return true;
}

// The stops before the text box of a letter; `subject` decides which there are.
bool lead_to_subject(KioskRig& rig, Stop stop) {
    rig.tap_listed("home.question");
    if (stop == Stop::happening) {
        return true;
    }
    rig.tap_listed("happening.no");
    if (stop == Stop::subjects) {
        return true;
    }
    if (stop == Stop::desk) {
        rig.tap_listed("subject.street");
        return true;
    }
    rig.tap_listed(stop == Stop::recognisable ? "subject.drugs" : "subject.traffic");
    if (stop == Stop::question) {
        return true;
    }
    skip_questions(rig);
    return false;
}

bool lead_to_text(KioskRig& rig, Stop stop) {
    rig.put(stop == Stop::personal_data ? "Bel 0612345678" : kText);
    if (stop == Stop::write) {
        return true;
    }
    if (stop == Stop::write_without_keys) {
        rig.journey().draft().message.keyboard_hidden = true;
        rig.redraw();
        return true;
    }
    if (stop == Stop::warning_over_text) {
        rig.wait(std::chrono::seconds(46));
        return true;
    }
    rig.tap("write.next");
    return stop == Stop::personal_data || stop == Stop::recognisable || stop == Stop::where;
}

bool lead_to_contact(KioskRig& rig, Stop stop) {
    rig.tap_listed("where.skip");
    if (stop == Stop::contact_phone || stop == Stop::contact_email) {
        rig.tap_listed(stop == Stop::contact_phone ? "contact.call" : "contact.email");
        return true;
    }
    if (stop != Stop::contact) {
        rig.tap_listed("contact.by_code");
    }
    return stop == Stop::contact || stop == Stop::summary;
}

void send_again(KioskRig& rig, std::string const& words) {
    rig.tap("bar.wipe");
    rig.write_idea(words);
    rig.tap("summary.send");
}

void lead_past_summary(KioskRig& rig, Stop stop) {
    rig.tap("summary.send");
    if (stop == Stop::sending) {
        return;
    }
    if (stop == Stop::not_stored) {
        rig.held.refuse(flow::NotStoredReason::broken);
        rig.step();
        return;
    }
    rig.held.store();
    rig.step();
    if (stop == Stop::afterwards) {
        rig.tap("receipt.done");
    } else if (stop == Stop::already_sent) {
        send_again(rig, std::string(kText));
    } else if (stop == Stop::waiting) {
        std::string another(kText);
        while (!rig.on<flow::screen::Waiting>()) {
            another += '!';
            send_again(rig, another);
            if (rig.on<flow::screen::Sending>()) {
                rig.held.store();
                rig.step();
            }
        }
    }
}

} // namespace

std::vector<Stop> all_stops() {
    std::vector<Stop> stops;
    stops.reserve(kStops.size());
    for (NamedStop const& named : kStops) {
        stops.push_back(named.stop);
    }
    return stops;
}

std::string_view name_of(Stop stop) {
    for (NamedStop const& named : kStops) {
        if (named.stop == stop) {
            return named.name;
        }
    }
    return "unknown";
}

void lead_to(KioskRig& rig, Stop stop) {
    if (stop != Stop::attract && !lead_to_service(rig, stop)) {
        rig.tap("attract.start");
        lead_from_home(rig, stop);
    }
}

void lead_from_home(KioskRig& rig, Stop stop) {
    if (!lead_over_home(rig, stop) && !lead_to_code(rig, stop) && !lead_to_subject(rig, stop) &&
        !lead_to_text(rig, stop) && !lead_to_contact(rig, stop)) {
        lead_past_summary(rig, stop);
    }
}

void leave(KioskRig& rig) {
    if (rig.on<flow::screen::Sending>() && rig.journey().follow_up()) {
        rig.held.store_follow_up();
    } else if (rig.on<flow::screen::Sending>()) {
        rig.held.store();
    } else if (rig.on<flow::screen::LookingUp>()) {
        rig.held.answer(flow::CodeState::nothing_to_see);
    }
    rig.step();
    constexpr int kLongEnough = 300;
    for (int i = 0; i < kLongEnough && !rig.on<flow::screen::Attract>(); ++i) {
        rig.wait(std::chrono::seconds(1));
        if (rig.on<flow::screen::Sending>()) { // it waited for its turn
            rig.held.store();
        }
    }
}

} // namespace inloop::journey
