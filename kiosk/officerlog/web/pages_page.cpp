// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"

#include <utility>
#include <vector>

// Which pages the kiosk has, and how they stand.
namespace inloop::web {
namespace {

using platform::HttpResponse;

void add_language(Site const& site, Values& page, editing::PageRow const& row) {
    Values& language = page.add("LANGUAGE");
    language.set("HREF", address_of(row.key));
    language.set("LABEL", language_name(site, row.key.language));
    language.set("LANG", row.key.language);
    add_page_badges(site, language, row);
}

void add_waiting(Site const& site, Values& values, editing::PageRow const& row) {
    Values& waiting = values.add("WAITING");
    waiting.set("HREF", address_of(row.key));
    waiting.set("TITLE", row.title);
    waiting.set("TEXT", site.words.with("pages.waits", row.draft->by));
}

void add_rules(Site const& site, Values& values, records::PublishingRules const& rules,
               bool may_set) {
    if (rules.frozen) {
        values.add("RULE_NOTE").set("TEXT", site.words.text("pages.frozen"));
    }
    if (rules.four_eyes) {
        values.add("RULE_NOTE").set("TEXT", site.words.text("pages.four_eyes"));
    }
    if (!may_set) {
        return;
    }
    values.show("RULES");
    if (rules.four_eyes) {
        values.show("FOUR_EYES");
    }
    if (rules.frozen) {
        values.show("FROZEN");
    }
}

// Rows come page by page, Dutch first.
void add_rows(Site const& site, Values& values, std::vector<editing::PageRow> const& rows,
              bool may_approve) {
    Values* page = nullptr;
    std::string of;
    for (editing::PageRow const& row : rows) {
        if (page == nullptr || row.key.page != of) {
            of = row.key.page;
            page = &values.add("PAGE");
            page->set("TITLE", row.title);
        }
        add_language(site, *page, row);
        if (may_approve && row.draft && row.draft->offered) {
            add_waiting(site, values, row);
        }
    }
}

} // namespace

HttpResponse pages_page(Site& site, Visit& visit) {
    auto const rows = editing::page_list(site.editing);
    auto const rules = site.editing.pages.publishing_rules();
    if (!rows || !rules) {
        return trouble(site, visit, rows ? rules.error() : rows.error());
    }
    bool const may_approve = editing::may_approve(visit.vault());
    Values values;
    add_rules(site, values, *rules, may_approve);
    add_rows(site, values, *rows, may_approve);
    return page(site, visit, {.title = "title.pages", .current = "/pages"}, "pages",
                std::move(values));
}

HttpResponse set_page_rules(Site& site, Visit& visit) {
    records::PublishingRules const rules{.four_eyes = visit.form->text("four_eyes") == "yes",
                                         .frozen = visit.form->text("frozen") == "yes"};
    return back(site, visit, "/pages", editing::set_rules(site.editing, visit.vault(), rules),
                "page_rules");
}

} // namespace inloop::web
