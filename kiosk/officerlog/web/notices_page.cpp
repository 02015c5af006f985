// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/notices.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/pages/tuning.h"

#include <charconv>
#include <limits>
#include <utility>

namespace inloop::web {
namespace {

using pages::News;
using pages::NewsKind;
using platform::HttpResponse;
using std::chrono::local_days;
using std::chrono::year_month_day;

// A line as it stands in the form.
struct TypedNotice {
    NewsKind kind = NewsKind::notice;
    std::string nl{};
    std::string en{};
    std::string from{};
    std::string until{};
};

constexpr std::chrono::days kUsualDays{6}; // a week, today included

TypedNotice nothing_typed(Site const& site) {
    local_days const today = editing::today_of(site.editing);
    return {.from = iso_date(year_month_day(today)),
            .until = iso_date(year_month_day(today + kUsualDays))};
}

TypedNotice typed_in(Form const& form) {
    return {.kind = form.text("kind") == "done" ? NewsKind::done : NewsKind::notice,
            .nl = std::string(form.text("nl")),
            .en = std::string(form.text("en")),
            .from = std::string(form.text("from")),
            .until = std::string(form.text("until"))};
}

std::string_view key_of(NewsKind kind) {
    return kind == NewsKind::done ? "done" : "notice";
}

void add_line(Site const& site, Values& values, News const& news, std::size_t number,
              bool may_approve) {
    local_days const today = editing::today_of(site.editing);
    bool const over = news.until < today;
    bool const now = !over && news.from <= today;
    Values& row = values.add("NOTICE_ROW");
    row.set("NUMBER", std::to_string(number));
    row.set("WORDS", news.words.in("nl"));
    row.set("WORDS_EN", news.words.has("en") ? news.words.in("en") : std::string());
    row.set("DAYS",
            date_words(year_month_day(news.from)) + " – " + date_words(year_month_day(news.until)));
    row.set("KIND", now ? "done" : "plain");
    row.set("STATE_TEXT", site.words.text(now    ? "notice.now"
                                          : over ? "notice.over"
                                                 : "notice.later"));
    if (news.kind == NewsKind::notice || may_approve) {
        row.show("REMOVE");
    }
}

void add_kinds(Site const& site, Values& values, NewsKind chosen) {
    values.show("KINDS");
    for (NewsKind const kind : {NewsKind::notice, NewsKind::done}) {
        Values& choice = values.add("LINE_KIND");
        choice.set("KEY", key_of(kind));
        choice.set("LABEL", site.words.text("notice_kind." + std::string(key_of(kind))));
        choice.set("LINE_HINT", site.words.text("notice_hint." + std::string(key_of(kind))));
        if (kind == chosen) {
            choice.show("CHECKED");
        }
    }
    for (std::string const& text : editing::done_templates()) {
        values.add("DONE_TEMPLATE").set("TEXT", text);
    }
}

HttpResponse show(Site& site, Visit const& visit, TypedNotice const& typed,
                  std::optional<editing::Refusal> refusal, int status) {
    auto const lines = editing::notices(site.editing);
    if (!lines) {
        return trouble(site, visit, lines.error());
    }
    bool const may_approve = editing::may_approve(visit.vault());
    Values values;
    for (std::size_t i = 0; i < lines->size(); ++i) {
        add_line(site, values, (*lines)[i], i, may_approve);
    }
    if (may_approve) { // else there is but one kind to write
        add_kinds(site, values, typed.kind);
    }
    values.set("LINE_NL", typed.nl);
    values.set("LINE_EN", typed.en);
    values.set("FROM", typed.from);
    values.set("UNTIL", typed.until);
    values.set("LENGTH_MAX", std::to_string(pages::kNewsCodePoints));
    if (refusal) {
        values.show("WARNING");
        values.set("WARNING_TEXT", site.words.text(refusal_word(*refusal)));
    }
    if (refusal == editing::Refusal::person) {
        values.show("ASK_SURE");
    }
    return page(site, visit, {.title = "title.notices", .current = "/notices"}, "notices",
                std::move(values), status);
}

} // namespace

HttpResponse notices_page(Site& site, Visit& visit) {
    return show(site, visit, nothing_typed(site), std::nullopt, 200);
}

HttpResponse add_notice(Site& site, Visit& visit) {
    TypedNotice const typed = typed_in(*visit.form);
    auto const from = date_from_iso(typed.from);
    auto const until = date_from_iso(typed.until);
    if (!from || !until) {
        return show(site, visit, typed, editing::Refusal::dates, 409);
    }
    auto const added = editing::add_notice(site.editing, visit.vault(),
                                           {.kind = typed.kind,
                                            .nl = typed.nl,
                                            .en = typed.en,
                                            .from = local_days(*from),
                                            .until = local_days(*until),
                                            .despite_person = visit.form->text("sure") == "yes"});
    if (added && !*added) {
        return show(site, visit, typed, added->error(), 409);
    }
    return back(site, visit, "/notices", added, "notice_added");
}

HttpResponse remove_notice(Site& site, Visit& visit) {
    std::string_view const text = visit.form->text("number");
    std::size_t number = std::numeric_limits<std::size_t>::max(); // none has it
    std::from_chars(text.data(), text.data() + text.size(), number);
    return back(
        site, visit, "/notices",
        editing::remove_notice(site.editing, visit.vault(), number, visit.form->text("words")),
        "notice_removed");
}

} // namespace inloop::web
