// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/entry_values.h"
#include "kiosk/officerlog/web/row_values.h"

#include <algorithm>
#include <array>

namespace inloop::web {
namespace {

using entries::Status;

constexpr records::Seconds kDay = 86'400;

// What an answer may lead to, the most usual first.
constexpr std::array kAfterAnswer{Status::closed, Status::in_hand, Status::asked};

void add_step(Site const& site, Values& values, std::string_view section, Status status,
              bool checked) {
    Values& step = values.add(section);
    std::string const key(status_key(status));
    step.set("KEY", key);
    step.set("LABEL", site.words.text("status." + key));
    step.set("VISITOR_READS", visitor_reads(site, status));
    if (checked) {
        step.show("CHECKED");
    }
}

void add_standard(Site const& site, Values& form, std::string_view language) {
    Values* list = nullptr;
    for (Status then : kAfterAnswer) {
        for (desk::StandardAnswer const& answer :
             desk::standard_answers(site.desk, then, language)) {
            if (list == nullptr) {
                list = &form.add("STANDARD_ANSWERS");
            }
            Values& option = list->add("STANDARD");
            option.set("KEY", answer.id);
            option.set("LANG", language);
            option.set("TEXT", answer.text);
            option.set("LABEL", answer.title);
        }
    }
}

std::string text_of(Site const& site, EntryAside const& aside, std::string_view language) {
    if (!aside.standard.empty()) {
        for (Status then : kAfterAnswer) {
            for (desk::StandardAnswer const& answer :
                 desk::standard_answers(site.desk, then, language)) {
                if (answer.id == aside.standard) {
                    return answer.text;
                }
            }
        }
    }
    return std::string(aside.answer.value_or(""));
}

void add_warnings(Site const& site, Values& form, EntryAside const& aside) {
    if (aside.warnings.empty()) {
        return;
    }
    Values& warning = form.add("ANSWER_WARNING");
    warning.set("WARNING_TITLE", site.words.text("answer.warning"));
    for (desk::AnswerWarning const& found : aside.warnings) {
        Values& line = warning.add("FOUND");
        line.set("FOUND_TEXT", aside.answer->substr(found.begin, found.end - found.begin));
        line.set("FOUND_WHY",
                 site.words.text(found.why == desk::Refusal::quotes ? "answer.quotes"
                                                                    : "answer.person"));
    }
}

void add_colleagues(Site& site, Visit const& visit, Values& values) {
    Result<std::vector<records::Person>> const people = site.desk.store.people();
    if (!people) {
        return;
    }
    for (records::Person const& person : *people) {
        if (person.active && vault::may_read(person.role) &&
            person.id != visit.vault().person().id) {
            Values& colleague = values.add("COLLEAGUE");
            colleague.set("KEY", hex(person.id.bytes));
            colleague.set("LABEL", person.name);
        }
    }
}

// To whom it can be handed: the bodies of the subjects that are not for the police.
void add_referral(Site const& site, Values& actions, desk::Case const& opened) {
    if (opened.row.glance.facts.passing != entries::Passing::yes) {
        actions.show("NO_REFER");
        actions.set("NO_REFER_TEXT",
                    site.words.text(opened.row.glance.facts.passing == entries::Passing::no
                                        ? "refer.refused"
                                        : "refer.not_asked"));
        return;
    }
    Values& refer = actions.add("REFER");
    refer.set("REFER_READS", visitor_reads(site, Status::referred));
    for (std::string_view body : {"municipality", "mediation", "other"}) {
        Values& line = refer.add("BODY");
        std::string const key = "body." + std::string(body);
        line.set("KEY", body);
        line.set("LABEL", site.words.text(key));
        line.set("BODY_HINT", site.words.text(key + "_hint"));
    }
}

void add_urgency(Site const& site, Values& actions, records::Urgency now) {
    for (int value = 0; value <= 2; ++value) {
        Values& line = actions.add("URGENCY");
        line.set("KEY", std::to_string(value));
        line.set("LABEL", site.words.text("urgency." + std::to_string(value)));
        if (static_cast<int>(now) == value) {
            line.show("CHECKED");
        }
    }
}

} // namespace

void add_answer_form(Site const& site, Values& values, desk::Case const& opened,
                     EntryAside const& aside) {
    entries::EntryFacts const& facts = opened.row.glance.facts;
    if (opened.letters.empty() || !facts.wants_answer) {
        values.show("NO_ANSWER");
        values.set("NO_ANSWER_TEXT",
                   site.words.text(opened.letters.empty() ? "answer.gone" : "answer.not_wanted"));
        return;
    }
    Values& form = values.add("ANSWER");
    form.set("ANSWER_HINT", site.words.text("answer.hint"));
    form.set("ANSWER_LANG", facts.language);
    form.set("ANSWER_DIR", direction_of(facts.language));
    form.set("ANSWER_TEXT", text_of(site, aside, facts.language));
    add_standard(site, form, facts.language);
    add_warnings(site, form, aside);
    std::string_view const chosen = aside.step.empty() ? status_key(Status::closed) : aside.step;
    for (Status step : kAfterAnswer) {
        add_step(site, form, "ANSWER_STEP", step, status_key(step) == chosen);
    }
}

void add_actions(Site& site, Visit const& visit, Values& values, desk::Case const& opened) {
    if (opened.letters.empty() && opened.steps.empty()) {
        return;
    }
    Values& actions = values.add("ACTIONS");
    std::string const status(status_key(opened.row.root.status));
    actions.set("STATUS", site.words.text("status." + status));
    actions.set("VISITOR_READS_NOW", visitor_reads(site, opened.row.root.status));
    for (Status step : opened.steps) {
        // These three have a form of their own, because they need more than a status.
        if (step != Status::taken_over && step != Status::referred && step != Status::set_aside) {
            add_step(site, actions, "STEP", step, false);
        }
    }
    add_urgency(site, actions, opened.row.root.urgency);
    add_referral(site, actions, opened);
    add_colleagues(site, visit, actions);
    records::Seconds const now = site.desk.clock.wall().time_since_epoch().count();
    actions.set("TOMORROW", iso_day(now + kDay));
    actions.set("SET_ASIDE_READS", visitor_reads(site, Status::set_aside));
    if (!opened.letters.empty()) {
        actions.show("TAKE_OVER");
        actions.show("REDACT");
        actions.show("NONSENSE");
    }
}

} // namespace inloop::web
