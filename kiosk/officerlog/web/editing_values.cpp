// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/editing_values.h"

#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"

#include <array>
#include <utility>

namespace inloop::web {
namespace {

using editing::Refusal;

std::string on(std::chrono::local_days day) {
    return date_words(std::chrono::year_month_day(day));
}

// Causes that name something, before and behind it; the rest are the same each time.
struct NamingCause {
    std::string_view before;
    std::string_view behind;
    std::string_view word;
};
constexpr std::array kNamingCauses{
    NamingCause{"there is no fact ", "", "page_fault.fact"},
    NamingCause{"the picture ", "", "page_fault.picture"},
    NamingCause{"", " is nothing that can be filled in", "page_fault.word"},
};

std::string cause_text(Site const& site, std::string_view cause) {
    std::string const same = "page_fault." + std::string(cause);
    if (site.words.has(same)) {
        return std::string(site.words.text(same));
    }
    for (NamingCause const& naming : kNamingCauses) {
        if (cause.starts_with(naming.before) && cause.ends_with(naming.behind)) {
            std::string_view what = cause.substr(naming.before.size());
            what.remove_suffix(naming.behind.size());
            return site.words.with(naming.word, what.substr(0, what.find(": ")));
        }
    }
    return std::string(site.words.text("page_fault.other"));
}

} // namespace

std::optional<records::PageKey> page_key_of(std::string_view id) {
    std::size_t const mark = id.rfind('_');
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    return records::PageKey{std::string(id.substr(0, mark)), std::string(id.substr(mark + 1))};
}

std::string id_of(records::PageKey const& key) {
    return key.page + "_" + key.language;
}

std::string address_of(records::PageKey const& key) {
    return "/pages/" + id_of(key);
}

void add_page_badges(Site const& site, Values& values, editing::PageRow const& row) {
    if (row.missing) {
        add_badge(values, "late", site.words.text("page_state.missing"));
    } else {
        add_badge(values, "done", site.words.text("page_state.shown"));
    }
    if (row.shown && row.shown->text.until) {
        add_badge(values, "plain", site.words.with("page_state.until", on(*row.shown->text.until)));
    }
    if (row.planned && row.planned->text.from) {
        add_badge(values, "plain", site.words.with("page_state.from", on(*row.planned->text.from)));
    }
    if (row.draft) {
        add_badge(values, "usual",
                  site.words.text(row.draft->offered ? "page_state.offered" : "page_state.draft"));
    }
}

std::string_view refusal_word(Refusal refusal) {
    switch (refusal) {
    case Refusal::changed:
        return "warning.changed";
    case Refusal::gone:
        return "warning.page_gone";
    case Refusal::empty:
        return "warning.empty";
    case Refusal::too_long:
        return "warning.too_long";
    case Refusal::faulty:
        return "warning.page_faulty";
    case Refusal::dates:
        return "warning.page_dates";
    case Refusal::needs_officer:
        return "warning.needs_officer";
    case Refusal::own_work:
        return "warning.own_work";
    case Refusal::in_use:
        return "warning.in_use";
    case Refusal::person:
        return "warning.names_person";
    case Refusal::role:
        return "warning.role";
    case Refusal::language:
        return "warning.no_language";
    }
    return "warning.look_again";
}

std::string fault_text(Site const& site, pages::Problem const& fault) {
    std::string text = cause_text(site, fault.cause);
    return fault.line == 0 ? text : site.words.counted("page_fault.line", fault.line) + " " + text;
}

platform::HttpResponse back(Site& site, Visit const& visit, std::string const& to,
                            editing::Outcome<void> const& outcome, std::string_view done_word) {
    if (!outcome) {
        return trouble(site, visit, outcome.error());
    }
    if (*outcome) {
        return done(to, done_word);
    }
    // The word without its table: the page behind looks it up there and nowhere else.
    std::string_view const word = refusal_word(outcome->error());
    return redirect(to + (to.find('?') == std::string::npos ? "?" : "&") +
                    "warning=" + std::string(word.substr(word.find('.') + 1)));
}

} // namespace inloop::web
