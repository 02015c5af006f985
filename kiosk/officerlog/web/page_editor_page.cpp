// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/fact_desk.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/line_changes.h"
#include "kiosk/officerlog/web/page_look.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

// One page, while somebody changes it.
namespace inloop::web {
namespace {

using editing::OpenPage;
using editing::Outcome;
using editing::Refusal;
using platform::HttpResponse;
using records::PageKey;

// The form as it was sent; what cannot be kept stays in it.
struct Typed {
    LookRequest look{};
    std::uint32_t version = 0;
    std::string from{};
    std::string until{};
    bool has_days = true; // both fields are empty or a day
};

std::string iso_or_empty(std::optional<std::chrono::local_days> const& day) {
    return day ? iso_date(std::chrono::year_month_day(*day)) : "";
}

std::optional<std::chrono::local_days> day_in(std::string_view field, bool& right) {
    auto const date = date_from_iso(field);
    right = right && (date || field.empty());
    return date ? std::optional(std::chrono::local_days(*date)) : std::nullopt;
}

std::uint32_t number_in(std::string_view field) {
    std::uint32_t number = 0;
    std::from_chars(field.data(), field.data() + field.size(), number);
    return number;
}

Typed typed_in(Form const& form, PageKey const& key) {
    Typed typed{.version = number_in(form.text("version")),
                .from = std::string(form.text("from")),
                .until = std::string(form.text("until"))};
    typed.look = {.key = key,
                  .text = {.title = std::string(form.text("title")),
                           .body = std::string(form.text("body")),
                           .from = day_in(typed.from, typed.has_days),
                           .until = day_in(typed.until, typed.has_days)},
                  .large = form.text("letters") == "large",
                  .tall = form.text("shape") == "tall"};
    return typed;
}

Typed as_it_is(OpenPage const& page) {
    return {.look = {.key = page.row.key, .text = page.text},
            .version = page.draft_version,
            .from = iso_or_empty(page.text.from),
            .until = iso_or_empty(page.text.until)};
}

std::string day_words(records::Seconds at, std::string const& who) {
    return day_and_time(at) + ", " + who;
}

void add_languages(Site const& site, Values& values, PageKey const& key) {
    for (std::string const& code : site.editing.shipped.language_codes()) {
        Values& language = values.add("LANGUAGE");
        language.set("HREF", address_of({key.page, code}));
        language.set("LABEL", language_name(site, code));
        language.set("LANG", code);
        if (code == key.language) {
            language.show("CURRENT");
        }
    }
}

Result<void> add_choices(Site& site, Values& values) {
    auto const facts = editing::facts(site.editing);
    auto const pictures = editing::picture_choices(site.editing);
    if (!facts || !pictures) {
        return tl::unexpected(facts ? pictures.error() : facts.error());
    }
    for (editing::FactRow const& row : *facts) {
        Values& choice = values.add("FACT_CHOICE");
        choice.set("ID", row.fact.id);
        choice.set("LABEL", row.fact.label.in("nl"));
        choice.set("VALUE", row.fact.value);
    }
    for (editing::PictureChoice const& picture : *pictures) {
        Values& choice = values.add("PICTURE_CHOICE");
        choice.set("NAME", picture.name);
        choice.set("ALT", picture.shipped ? site.words.text("picture.shipped_alt") : picture.alt);
        choice.set("HREF", "/pictures/" + picture.name);
    }
    return {};
}

// Unfolded for the officer who is asked to judge it.
void add_different(Values& values, OpenPage const& page, records::PageText const& text,
                   bool judges) {
    constexpr std::array<std::string_view, 3> kMarks{"same", "out", "in"};
    auto const whole = [](records::PageText const& one) { return one.title + "\n" + one.body; };
    std::string const before = page.row.missing ? std::string() : whole(page.seen);
    std::string const after = whole(text);
    auto const changes = line_changes(before, after);
    if (std::ranges::all_of(
            changes, [](LineMark mark) { return mark == LineMark::same; }, &LineChange::mark)) {
        return;
    }
    Values& different = values.add("DIFFERENT");
    if (judges) {
        different.show("OPEN");
    }
    for (LineChange const& change : changes) {
        Values& line = different.add("CHANGE");
        line.set("MARK", kMarks[static_cast<std::size_t>(change.mark)]);
        line.set("TEXT", change.line);
    }
}

std::string version_text(Site const& site, OpenPage const& page,
                         records::PageVersion const& version) {
    if (!version.withdrawn_by.empty()) {
        return site.words.with("page_version.withdrawn", version.withdrawn_by);
    }
    bool const shown = page.row.shown && page.row.shown->id == version.id;
    bool const planned = page.row.planned && page.row.planned->id == version.id;
    return std::string(site.words.text(shown     ? "page_version.shown"
                                       : planned ? "page_version.planned"
                                                 : "page_version.before"));
}

void add_history(Site const& site, Values& values, OpenPage const& page) {
    auto const& undone = page.row.planned ? page.row.planned : page.row.shown;
    if (undone) {
        Values& shown = values.add("SHOWN");
        shown.set("UNDO_ID", std::to_string(undone->id));
        shown.set("UNDO_TEXT",
                  site.words.with(page.row.planned ? "page_undo.planned" : "page_undo.shown",
                                  day_words(undone->at, undone->published_by)));
    }
    for (records::PageVersion const& version : page.history) {
        Values& row = values.add("VERSION_ROW");
        row.set("VERSION_ID", std::to_string(version.id));
        row.set("WHEN", day_and_time(version.at));
        row.set("WHO", version.by == version.published_by
                           ? version.by
                           : version.by + " + " + version.published_by);
        row.set("TEXT", version_text(site, page, version));
        row.show("TAKE_UP");
    }
}

// Which buttons there are; what is forbidden says why instead of being refused afterwards.
Result<void> add_buttons(Site& site, Visit const& visit, Values& values, OpenPage const& page) {
    auto const rules = site.editing.pages.publishing_rules();
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    bool const officer = editing::may_approve(visit.vault());
    bool const needs_officer = (rules->four_eyes || rules->frozen) && !officer;
    values.show(needs_officer ? "OFFER" : "PUBLISH");
    if (needs_officer) {
        values.add("LOCKED_NOTE")
            .set("TEXT", site.words.text(rules->frozen ? "pages.frozen" : "pages.four_eyes"));
    } else if (rules->four_eyes && page.row.draft &&
               page.row.draft->by == visit.vault().actor().name) {
        values.add("LOCKED_NOTE").set("TEXT", site.words.text("warning.own_work"));
    }
    if (page.row.draft) {
        values.show("DROP");
    }
    return {};
}

std::string state_text(Site const& site, OpenPage const& page) {
    if (page.row.draft) {
        return site.words.with("page_state.saved_by",
                               day_words(page.row.draft->at, page.row.draft->by));
    }
    if (page.row.shown) {
        return site.words.with("page_state.shown_by",
                               day_words(page.row.shown->at, page.row.shown->published_by));
    }
    return std::string(
        site.words.text(page.row.missing ? "page_state.not_written" : "page_state.as_shipped"));
}

void add_fields(Site const& site, Values& values, OpenPage const& page, Typed const& typed) {
    PageKey const& key = page.row.key;
    values.set("KEY", id_of(key));
    values.set("VERSION", std::to_string(typed.version));
    values.set("HEADING", page.row.title);
    values.set("LANG", key.language);
    values.set("DIR", direction_of(key.language));
    values.set("STATE_TEXT", state_text(site, page));
    values.set("PAGE_TITLE", typed.look.text.title);
    values.set("PAGE_BODY", typed.look.text.body);
    values.set("FROM", typed.from);
    values.set("UNTIL", typed.until);
    if (typed.look.large) {
        values.show("LARGE");
    }
    if (typed.look.tall) {
        values.show("TALL");
    }
}

// What has to be said about the last thing that was tried.
struct Said {
    std::string_view warning{}; // a key of the words
    bool conflict = false;
    int status = 200;
};

void add_said(Site const& site, Values& values, OpenPage const& page, Said const& said) {
    if (!said.warning.empty()) {
        values.show("WARNING");
        values.set("WARNING_TEXT", site.words.text(said.warning));
    }
    if (said.conflict) {
        Values& conflict = values.add("CONFLICT");
        conflict.set("WHO", page.row.draft ? page.row.draft->by : page.row.shown->published_by);
        conflict.set("THEIR_TITLE", page.text.title);
        conflict.set("THEIR_BODY", page.text.body);
    }
}

HttpResponse show(Site& site, Visit& visit, OpenPage const& page, Typed const& typed,
                  Said const& said = {}) {
    Values values;
    add_fields(site, values, page, typed);
    add_page_badges(site, values, page.row);
    add_languages(site, values, page.row.key);
    add_different(values, page, typed.look.text,
                  page.row.draft && page.row.draft->offered && editing::may_approve(visit.vault()));
    add_history(site, values, page);
    add_said(site, values, page, said);
    if (auto added = add_choices(site, values); !added) {
        return trouble(site, visit, added.error());
    }
    if (auto added = add_buttons(site, visit, values, page); !added) {
        return trouble(site, visit, added.error());
    }
    auto const look = look_at(site, visit, typed.look);
    if (!look) {
        return trouble(site, visit, look.error());
    }
    if (!*look) {
        return message(site, visit, "logged_out", 403);
    }
    add_look(site, values, **look);
    return web::page(site, visit, {.title = "title.page_edit", .current = "/pages"}, "page_edit",
                     std::move(values), said.status);
}

// The page of the address; the answer where there is none.
tl::expected<OpenPage, HttpResponse> page_of(Site& site, Visit const& visit) {
    auto const key = page_key_of(visit.id);
    auto page = key ? editing::open_page(site.editing, *key) : fail(ErrorCode::not_found, "");
    if (page) {
        return std::move(*page);
    }
    return tl::unexpected(page.error().code == ErrorCode::not_found
                              ? message(site, visit, "not_found", 404)
                              : trouble(site, visit, page.error()));
}

// Keeps what was typed, where it is something new: what an officer puts on the screen as it was
// offered stays the work of who wrote it. The version that holds it.
Outcome<std::uint32_t> keep(Site& site, Visit const& visit, OpenPage const& page,
                            Typed const& typed) {
    bool const as_kept =
        page.row.draft && typed.version == page.draft_version && typed.look.text == page.text;
    if (as_kept) {
        return tl::expected<std::uint32_t, Refusal>(page.draft_version);
    }
    return editing::save_draft(site.editing, visit.vault(), page.row.key, typed.look.text,
                               typed.version);
}

Outcome<void> finish(Site& site, Visit const& visit, PageKey const& key, std::uint32_t version,
                     std::string_view what) {
    if (what == "publish") {
        return editing::publish(site.editing, visit.vault(), key, version);
    }
    if (what == "offer") {
        return editing::offer(site.editing, visit.vault(), key, version);
    }
    return tl::expected<void, Refusal>();
}

// The page as it is by now, with what was typed and why it was not done.
HttpResponse refuse(Site& site, Visit& visit, Typed typed, Refusal refusal) {
    auto const now = page_of(site, visit);
    if (!now) {
        return now.error();
    }
    bool const other = refusal == Refusal::changed && (now->row.draft || now->row.shown);
    typed.version = now->draft_version;
    return show(site, visit, *now, typed,
                {.warning = refusal_word(refusal), .conflict = other, .status = 409});
}

// What may be promised: a page that begins later is not on its way to the screen.
std::string_view done_word(Site const& site, std::string_view what, records::PageText const& text) {
    if (what == "publish") {
        bool const later = text.from && *text.from > editing::today_of(site.editing);
        return later ? "page_planned" : "page_published";
    }
    return what == "offer" ? "page_offered" : "page_saved";
}

HttpResponse drop(Site& site, Visit& visit, OpenPage const& page, Typed const& typed) {
    return back(site, visit, address_of(page.row.key),
                editing::drop_draft(site.editing, visit.vault(), page.row.key, typed.version),
                "page_dropped");
}

} // namespace

HttpResponse page_editor(Site& site, Visit& visit) {
    auto const page = page_of(site, visit);
    return page ? show(site, visit, *page, as_it_is(*page)) : page.error();
}

HttpResponse change_page(Site& site, Visit& visit) {
    auto const page = page_of(site, visit);
    if (!page) {
        return page.error();
    }
    std::string const what(visit.form->text("do"));
    Typed const typed = typed_in(*visit.form, page->row.key);
    if (what == "drop") {
        return drop(site, visit, *page, typed);
    }
    if (what == "look") {
        return show(site, visit, *page, typed);
    }
    if (!typed.has_days) {
        return refuse(site, visit, typed, Refusal::dates);
    }
    auto const kept = keep(site, visit, *page, typed);
    if (!kept) {
        return trouble(site, visit, kept.error());
    }
    if (!*kept) {
        return refuse(site, visit, typed, kept->error());
    }
    auto const finished = finish(site, visit, page->row.key, **kept, what);
    if (!finished) {
        return trouble(site, visit, finished.error());
    }
    if (!*finished) {
        return refuse(site, visit, typed, finished->error());
    }
    return done(address_of(page->row.key), done_word(site, what, typed.look.text));
}

HttpResponse look_at_page(Site& site, Visit& visit) {
    auto const page = page_of(site, visit);
    if (!page) {
        return page.error();
    }
    auto const look = look_at(site, visit, typed_in(*visit.form, page->row.key).look);
    if (!look) {
        return trouble(site, visit, look.error());
    }
    if (!*look) {
        return message(site, visit, "logged_out", 403);
    }
    Values values;
    add_look(site, values, **look);
    return fragment(site, "page_look", values);
}

HttpResponse undo_page(Site& site, Visit& visit) {
    auto const page = page_of(site, visit);
    if (!page) {
        return page.error();
    }
    auto const id = static_cast<std::int64_t>(number_in(visit.form->text("version_id")));
    bool const of_page =
        std::ranges::find(page->history, id, &records::PageVersion::id) != page->history.end();
    auto const withdrawn = of_page ? editing::withdraw(site.editing, visit.vault(), id)
                                   : Outcome<void>(tl::unexpected(Refusal::gone));
    return back(site, visit, address_of(page->row.key), withdrawn, "page_undone");
}

HttpResponse take_up_page(Site& site, Visit& visit) {
    auto const page = page_of(site, visit);
    if (!page) {
        return page.error();
    }
    auto const id = static_cast<std::int64_t>(number_in(visit.form->text("version_id")));
    auto const taken =
        editing::take_up(site.editing, visit.vault(), id, number_in(visit.form->text("version")));
    auto const outcome =
        taken.map([](auto const& version) { return version.map([](std::uint32_t) {}); });
    return back(site, visit, address_of(page->row.key), outcome, "page_taken_up");
}

HttpResponse preview_picture(Site& site, Visit& visit) {
    Bytes const* const picture = site.previews.find(visit.id);
    return picture != nullptr ? content(200, "image/png", *picture)
                              : message(site, visit, "not_found", 404);
}

} // namespace inloop::web
