// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/tour.h"

#include "kiosk/terminal/flow/tuning.h"
#include "kiosk/terminal/loop/walks.h"

#include <chrono>
#include <string>

namespace inloop::loop {

namespace {

namespace ch = std::chrono;

void read_pages(Guide& guide, Terminal const& terminal) {
    guide.tap("home.information").keep_views("pages");
    for (pages::Page const* page : terminal.assets().listed_pages(guide.language())) {
        guide.tap_if_there("pages." + page->id);
        while (guide.result() && std::holds_alternative<flow::screen::Pages>(
                                     guide.journey().screen())) { // on a later page of the list
            guide.tap("list.down").tap_if_there("pages." + page->id);
        }
        guide.keep_views("page-" + page->id);
        guide.tap_if_there("information.more").keep("page-" + page->id + "-below").tap("bar.back");
    }
    guide.tap("bar.back");
}

void read_over_everything(Guide& guide) {
    guide.tap("home.who_solves").keep("page-from-home").tap("bar.back");
    guide.tap("strip.emergency").keep_views("emergency").tap("emergency.not_urgent");
    guide.tap("bar.language").keep_views("languages").tap("bar.back");
    guide.tap_if_there("bar.view").keep_views("view-settings").tap_if_there("view.close");
    guide.keep_warning("idle-warning-home", flow::kIdleReading);
}

// A question with everything that can be told along with it.
void write_question(Guide& guide) {
    Sample const& words = sample(guide.language());
    guide.tap("home.question").keep_views("happening").tap("happening.yes");
    guide.keep("happening-yes").tap("emergency.not_urgent").tap("bar.back").tap("happening.no");
    guide.keep_views("subjects").tap("subject.traffic").keep_views("question-1");
    guide.tap("option.speed").keep("question-2").tap("option.often").tap("question.skip");
    guide.keep_views("write-empty").tap("key.digits").keep("write-digits");
    guide.tap("key.accents").keep("write-accents").tap("key.letters");
    guide.type(words.question).keep_views("write");
    guide.keep_warning("idle-warning-write", flow::kIdle);
    guide.tap("key.digits").tap("key.hide").keep_views("write-keyboard-hidden").tap("write.box");
    guide.tap("write.next").keep_views("where").tap("where.map").keep_views("where-point");
    while (guide.result() && guide.journey().draft().spot.street != "kruisstraat") {
        guide.tap_if_there("where.street.kruisstraat");
        if (guide.journey().draft().spot.street != "kruisstraat") { // further down the list
            guide.tap("where.list.down");
        }
    }
    guide.keep_views("where-street").tap("where.next");
    guide.keep_views("contact").tap("contact.call").keep_views("contact-phone-empty");
    guide.type("0592").keep("contact-phone-begun").type("123456").keep_views("contact-phone");
    guide.tap("contact_detail.next").keep_views("summary").tap("summary.change_contact");
    guide.tap("contact.email").keep("contact-email-empty").type("anna@voorbeeld");
    guide.keep_views("contact-email-doubt").type(".nl").tap("contact_detail.next");
    guide.keep("summary-email").tap("summary.change_contact").tap("contact.come_by");
    guide.keep("summary-come-by").tap("summary.change_text").type(" ");
    for (int i = 0; i < 5; ++i) {
        guide.type(words.question);
    }
    guide.keep("write-long").tap("write.next").keep_views("summary-long");
    guide.tap("summary.send").keep("sending").await().keep_views("receipt");
    guide.keep_warning("idle-warning-receipt", flow::kIdleReceipt);
    guide.tap("receipt.done").keep_views("afterwards-would-go").tap("afterwards.no");
    guide.keep_views("afterwards-smile").tap("afterwards.glad").keep_views("afterwards-thanks");
    guide.tap("afterwards.done");
}

void come_back(Guide& guide) {
    guide.begin().tap("home.code").keep_views("code-empty").tap("key.b").tap("key.o");
    guide.tap_if_there("key.e").keep_views("code-word").tap("key.backspace").tap("key.backspace");
    guide.tap_if_there("key.backspace").type_code().keep_views("code-complete").tap("code.look");
    guide.keep("looking-up").await().keep_views("code-stored");
    guide.keep_warning("idle-warning-code", flow::kIdleResult);
    guide.tap("code_result.done").begin().tap("home.code").tap("code.by_digits");
    guide.keep_views("code-digits").type_code_digits().keep("code-digits-complete");
    for (int i = 0; i < 4; ++i) {
        guide.tap("key.backspace");
    }
    guide.type("9").type("9").type("9").type("9").keep_views("code-digits-wrong");
    for (int i = 0; i < 4; ++i) {
        guide.tap("key.backspace");
    }
    guide.type("0").type("0").type("0").type("1").tap("code.look").await();
    guide.keep_views("code-nothing").tap("bar.wipe");
}

void write_delicate(Guide& guide) {
    Sample const& words = sample(guide.language());
    guide.begin().tap("home.pass_on").tap("happening.no").tap("subject.drugs");
    while (guide.result() &&
           std::holds_alternative<flow::screen::Question>(guide.journey().screen())) {
        guide.tap("question.skip");
    }
    guide.keep("write-pass-on").type(words.telling).tap("write.next");
    guide.keep_views("personal-data").tap("personal.remove").keep_views("recognisable");
    guide.tap("recognisable.next").tap("where.skip").tap("contact.by_code");
    guide.keep("summary-delicate").tap("bar.wipe");
}

void write_for_another_desk(Guide& guide) {
    guide.begin().tap("home.question").tap("happening.no").tap("subject.street");
    guide.keep_views("desk").tap("desk.pass");
    while (guide.result() &&
           std::holds_alternative<flow::screen::Question>(guide.journey().screen())) {
        guide.tap("question.skip");
    }
    guide.type(sample(guide.language()).again).tap("write.next").tap("where.skip");
    guide.tap("contact.by_code").keep("summary-passing").tap("bar.wipe");
}

void send_idea(Guide& guide, std::string_view words) {
    guide.begin().tap("home.idea").type(words).tap("write.next");
    guide.tap("summary.send");
}

// The same words twice, then one letter too many.
void write_too_often(Guide& guide) {
    Sample const& words = sample(guide.language());
    guide.begin().tap("home.idea").keep("write-idea").type(words.idea).tap("write.next");
    guide.keep_views("summary-idea").tap("summary.send").await().tap("receipt.done");
    guide.tap("afterwards.skip").tap("afterwards.skip").tap("afterwards.done");
    send_idea(guide, words.idea);
    guide.keep_views("already-sent").tap("already_sent.done");
    std::string another(words.again);
    for (int letters = 0; guide.result() && letters < 6; ++letters) {
        another += '!';
        send_idea(guide, another);
        if (std::holds_alternative<flow::screen::Waiting>(guide.journey().screen())) {
            break;
        }
        guide.await().tap("bar.wipe");
    }
    guide.keep_views("waiting").tap("bar.wipe");
    guide.wait(ch::minutes(5)); // for the next language
}

void withdraw_in_vain(Guide& guide) {
    guide.begin().tap("home.code").type_code().tap("code.look");
    guide.find({.state = flow::CodeState::with_police}).tap("code_result.withdraw");
    guide.tap("withdraw.yes").await().keep_views("not-stored-withdraw").tap("bar.wipe");
}

} // namespace

WallTime TourClock::wall() const {
    return WallTime(ch::sys_days(ch::year(2026) / 11 / 23)) + ch::hours(13) + ch::minutes(20);
}

LocalTime TourClock::local() const {
    return {.year = 2026, .month = 11, .day = 23, .weekday = 1, .hour = 14, .minute = 20};
}

pages::SiteFiles tour_site_between_shifts() {
    ch::local_days const today{ch::year(2026) / 11 / 23};
    return {.roster = entries::Roster({.weekly = {{ch::Tuesday, ch::hours(9), ch::hours(12)},
                                                  {ch::Thursday, ch::hours(13), ch::hours(16)}}}),
            .news = {{.kind = pages::NewsKind::done,
                      .words = pages::LocalText(
                          {{"nl", "Er is nu meer licht in de steeg bij de Kruisstraat."},
                           {"en", "There is more light now in the alley by the Kruisstraat."}}),
                      .from = today,
                      .until = today}}};
}

pages::SiteFiles tour_site_during_shift() {
    ch::local_days const today{ch::year(2026) / 11 / 23};
    pages::SiteFiles site{
        .roster = entries::Roster({.weekly = {{ch::Monday, ch::hours(13), ch::hours(16)}}}),
        .news = {}};
    site.news.push_back(
        {.kind = pages::NewsKind::notice,
         .words = pages::LocalText({{"nl", "Donderdag van 13 tot 16 uur: koffie op het terras."},
                                    {"en", "Thursday 13.00 to 16.00: coffee on the terrace."}}),
         .from = today,
         .until = today});
    return site;
}

Result<std::vector<TourPicture>> walk_reading(Terminal& terminal, SteppedClock& clock,
                                              TourSpec const& spec) {
    return each_language(terminal, clock, spec, [&](Guide& guide) {
        guide.keep("attract").begin().keep_views("home");
        read_pages(guide, terminal);
        read_over_everything(guide);
        guide.tap("bar.wipe");
    });
}

Result<std::vector<TourPicture>> walk_writing(Terminal& terminal, SteppedClock& clock,
                                              TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Guide& guide) {
        guide.begin();
        write_question(guide);
        come_back(guide);
        write_delicate(guide);
        write_for_another_desk(guide);
        write_too_often(guide);
    });
}

Result<std::vector<TourPicture>> walk_present(Terminal& terminal, SteppedClock& clock,
                                              TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Guide& guide) {
        guide.keep("attract-present").begin().keep_views("home-present");
        guide.tap("home.information").tap("pages.when").keep_views("page-when-present");
        guide.tap("bar.wipe");
    });
}

Result<std::vector<TourPicture>> walk_refused(Terminal& terminal, SteppedClock& clock,
                                              TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Guide& guide) {
        guide.keep("attract-no-roster").begin().keep_views("home-no-roster").tap("home.idea");
        guide.type(sample(guide.language()).idea).tap("write.next").tap("summary.send");
        guide.await().keep_views("not-stored").tap("bar.wipe");
        withdraw_in_vain(guide);
    });
}

Result<std::vector<TourPicture>> walk_closed(Terminal& terminal, SteppedClock& clock,
                                             TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Guide& guide) {
        guide.begin().tap("home.question").keep_views("cannot-write").tap("bar.wipe");
    });
}

} // namespace inloop::loop
