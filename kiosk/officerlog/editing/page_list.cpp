// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/editing/in_force.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/officerlog/editing/site_facts.h"

#include <map>
#include <utility>

namespace inloop::editing {

namespace {

using records::PageKey;

PageKey in_dutch(std::string const& page) {
    return {page, std::string(pages::kFirstLanguage)};
}

// Everything that is kept of pages, by page.
struct Overview {
    std::map<PageKey, records::PageDraft> drafts{};
    std::map<PageKey, Versions> versions{};
    pages::Facts facts{};
    std::chrono::local_days today{};

    [[nodiscard]] Versions const& versions_of(PageKey const& key) const {
        static Versions const kNone;
        auto const found = versions.find(key);
        return found == versions.end() ? kNone : found->second;
    }
};

Result<Overview> overview_of(Editing& editing) {
    auto drafts = editing.pages.drafts();
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    auto versions = editing.pages.versions();
    if (!versions) {
        return tl::unexpected(versions.error());
    }
    auto facts = site_facts(editing);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    Overview overview{.facts = std::move(*facts), .today = today_of(editing)};
    for (records::PageDraft& draft : *drafts) {
        PageKey key = draft.key;
        overview.drafts.emplace(std::move(key), std::move(draft));
    }
    for (records::PageVersion& version : *versions) {
        overview.versions[version.key].push_back(std::move(version));
    }
    return overview;
}

std::string filled_in(Editing const& editing, Overview const& overview, std::string title,
                      std::string_view language) {
    pages::StandingWords words = editing.shipped.place.words(language);
    for (auto& word : overview.facts.words()) {
        words.push_back(std::move(word));
    }
    pages::Page page;
    page.title = std::move(title);
    return pages::filled(std::move(page), words).title;
}

// As visitors see it in this language, or in Dutch where it is not written.
std::string seen_title(Editing const& editing, Overview const& overview, PageKey const& key) {
    if (auto const* shown = shown_on(overview.versions_of(key), overview.today)) {
        return filled_in(editing, overview, shown->text.title, key.language);
    }
    if (is_shipped(editing, key) || key.language == pages::kFirstLanguage) {
        return shipped_page(editing, key)->title;
    }
    return seen_title(editing, overview, in_dutch(key.page));
}

PageRow row_of(Editing const& editing, Overview const& overview, PageKey const& key) {
    PageRow row{.key = key,
                .title = seen_title(editing, overview, key),
                .order = shipped_page(editing, in_dutch(key.page))->order};
    Versions const& versions = overview.versions_of(key);
    if (auto const* shown = shown_on(versions, overview.today)) {
        row.shown = *shown;
    }
    if (auto const* planned = planned_after(versions, overview.today)) {
        row.planned = *planned;
    }
    row.missing = !row.shown && !is_shipped(editing, key);
    if (auto const draft = overview.drafts.find(key); draft != overview.drafts.end()) {
        row.draft = draft->second;
        if (std::string const& title = draft->second.text.title; !utf8::is_blank(title)) {
            row.title = filled_in(editing, overview, title, key.language);
        }
    }
    return row;
}

} // namespace

Result<std::vector<PageRow>> page_list(Editing& editing) {
    return overview_of(editing).map([&](Overview const& overview) {
        std::vector<PageRow> rows;
        for (std::string const& id : shipped_ids(editing)) {
            for (std::string const& language : editing.shipped.language_codes()) {
                rows.push_back(row_of(editing, overview, {id, language}));
            }
        }
        return rows;
    });
}

Result<OpenPage> open_page(Editing& editing, PageKey const& key) {
    if (auto known = must_have(editing, key); !known) {
        return tl::unexpected(known.error());
    }
    return overview_of(editing).map([&](Overview const& overview) {
        OpenPage page{.row = row_of(editing, overview, key), .history = overview.versions_of(key)};
        if (page.row.shown) {
            page.seen = page.row.shown->text;
        } else if (auto shipped = shipped_text(editing, key)) {
            page.seen = std::move(*shipped);
        }
        page.text = page.row.draft ? page.row.draft->text : page.seen;
        page.draft_version = page.row.draft ? page.row.draft->version : 0;
        return page;
    });
}

} // namespace inloop::editing
