// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"
#include "kiosk/officerlog/web/tuning.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace inloop::web {
namespace {

using desk::View;
using platform::HttpResponse;

struct ViewKey {
    View view;
    std::string_view key;
};
constexpr std::array kViews{
    ViewKey{View::open, "open"},           ViewKey{View::mine, "mine"},
    ViewKey{View::set_aside, "set_aside"}, ViewKey{View::asked, "asked"},
    ViewKey{View::referred, "referred"},   ViewKey{View::closed, "closed"},
    ViewKey{View::nonsense, "nonsense"},
};

std::size_t page_number(Visit const& visit) {
    std::string_view const text = first_of(visit.request.query, "page").value_or("0");
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::min<std::size_t>(number, 10'000);
}

std::string address(std::string_view view, std::size_t page) {
    return "/entries?view=" + std::string(view) + "&page=" + std::to_string(page);
}

Result<void> add_views(Site& site, Visit const& visit, Values& values, std::string_view current) {
    for (ViewKey const& view : kViews) {
        Result<std::vector<desk::Row>> const rows =
            desk::rows_of(site.desk, visit.vault(), view.view);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        Values& tab = values.add("VIEW");
        tab.set("HREF", "/entries?view=" + std::string(view.key));
        tab.set("LABEL", site.words.text("view." + std::string(view.key)));
        tab.set("NUMBER", std::to_string(rows->size()));
        if (view.key == current) {
            tab.show("CURRENT");
        }
    }
    return {};
}

void add_rows(Site const& site, Values& values, std::string_view view,
              std::vector<desk::Row> const& rows, std::size_t page) {
    std::size_t const from = page * kRowsOnAPage;
    if (from >= rows.size()) {
        values.show("EMPTY");
        values.set("EMPTY_TEXT", site.words.text("entries.empty"));
        return;
    }
    Values& list = values.add("LIST");
    for (std::size_t i = from; i < std::min(rows.size(), from + kRowsOnAPage); ++i) {
        add_row(site, list, "ROW", rows[i]);
    }
    if (rows.size() <= kRowsOnAPage) {
        return;
    }
    values.show("PAGER");
    values.set("PAGE_TEXT", site.words.counted("entries.page", static_cast<long long>(page) + 1));
    if (page > 0) {
        values.show("NEWER");
        values.set("NEWER_HREF", address(view, page - 1));
    }
    if (from + kRowsOnAPage < rows.size()) {
        values.show("OLDER");
        values.set("OLDER_HREF", address(view, page + 1));
    }
}

HttpResponse shown(Site& site, Visit const& visit, Values values) {
    return page(site, visit, {.title = "title.entries", .current = "/entries"}, "entries",
                std::move(values));
}

} // namespace

HttpResponse entries_page(Site& site, Visit& visit) {
    std::string_view const asked = first_of(visit.request.query, "view").value_or("open");
    auto const view = std::ranges::find(kViews, asked, &ViewKey::key);
    ViewKey const current = view == kViews.end() ? kViews.front() : *view;
    Values values;
    if (Result<void> added = add_views(site, visit, values, current.key); !added) {
        return trouble(site, visit, added.error());
    }
    Result<std::vector<desk::Row>> const rows =
        desk::rows_of(site.desk, visit.vault(), current.view);
    if (!rows) {
        return trouble(site, visit, rows.error());
    }
    values.set("QUERY", "");
    values.set("COUNT_TEXT",
               site.words.counted("entries.count", static_cast<long long>(rows->size())));
    add_rows(site, values, current.key, *rows, page_number(visit));
    return shown(site, visit, std::move(values));
}

// Words of a search are about people: they stand in no address, which browsers keep. The page of
// what was found has an address of its own, so that going back to it asks for nothing again.
HttpResponse search_entries(Site& site, Visit& visit) {
    std::string_view const words = visit.form->text("q");
    visit.session->search.reset();
    if (words.empty()) {
        return redirect("/entries");
    }
    Result<SecretText> kept = SecretText::with_capacity(words.size());
    if (!kept) {
        return trouble(site, visit, kept.error());
    }
    if (!kept->insert(0, words)) {
        return message(site, visit, "bad_form", 400);
    }
    visit.session->search = std::move(*kept);
    return redirect("/entries/found");
}

HttpResponse found_page(Site& site, Visit& visit) {
    if (!visit.session->search) {
        return redirect("/entries");
    }
    std::string_view const words = visit.session->search->view();
    Values values;
    values.set("QUERY", words);
    if (Result<void> added = add_views(site, visit, values, ""); !added) {
        return trouble(site, visit, added.error());
    }
    Result<std::vector<desk::Hit>> const hits = desk::search(site.desk, visit.vault(), words);
    if (!hits) {
        return trouble(site, visit, hits.error());
    }
    values.set("COUNT_TEXT",
               site.words.counted("entries.hits", static_cast<long long>(hits->size())));
    if (hits->empty()) {
        values.show("EMPTY");
        values.set("EMPTY_TEXT", site.words.text("entries.no_hits"));
    } else {
        Values& list = values.add("LIST");
        for (desk::Hit const& hit : *hits) {
            add_row(site, list, "ROW", hit.row);
        }
    }
    return shown(site, visit, std::move(values));
}

} // namespace inloop::web
