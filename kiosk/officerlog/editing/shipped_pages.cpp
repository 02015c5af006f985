// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/shipped_pages.h"

#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace inloop::editing {

namespace {

pages::Page const* page_in(pages::Assets const& assets, std::string_view language,
                           std::string_view id) {
    auto const of_language = assets.pages.find(language);
    if (of_language == assets.pages.end()) {
        return nullptr;
    }
    auto const found = of_language->second.find(id);
    return found == of_language->second.end() ? nullptr : &found->second;
}

} // namespace

bool has_language(Editing const& editing, std::string_view language) {
    return std::ranges::find(editing.shipped.languages, language, &pages::Language::code) !=
           editing.shipped.languages.end();
}

pages::Page const* shipped_page(Editing const& editing, records::PageKey const& key) {
    if (auto const* page = editing.shipped.page(key.language, key.page)) {
        return page;
    }
    for (pages::Language const& language : editing.shipped.languages) {
        if (auto const* page = page_in(editing.shipped, language.code, key.page)) {
            return page;
        }
    }
    return nullptr;
}

bool is_shipped(Editing const& editing, records::PageKey const& key) {
    return page_in(editing.shipped, key.language, key.page) != nullptr;
}

std::optional<Refusal> fault_in(Editing const& editing, records::PageKey const& key) {
    if (!pages::is_id(key.page) || shipped_page(editing, key) == nullptr) {
        return Refusal::gone;
    }
    return has_language(editing, key.language) ? std::nullopt : std::optional(Refusal::language);
}

Result<void> must_have(Editing const& editing, records::PageKey const& key) {
    return fault_in(editing, key) ? fail(ErrorCode::not_found,
                                         "the kiosk has no page " + key.language + "/" + key.page)
                                  : Result<void>();
}

std::vector<std::string> shipped_ids(Editing const& editing) {
    std::vector<std::tuple<bool, int, std::string>> places;
    for (auto const& [language, of_language] : editing.shipped.pages) {
        for (auto const& [id, page] : of_language) {
            int const order =
                shipped_page(editing, {id, std::string(pages::kFirstLanguage)})->order;
            places.emplace_back(order == 0, order, id);
        }
    }
    std::ranges::sort(places);
    std::vector<std::string> ids;
    for (auto& [elsewhere, order, id] : places) {
        if (ids.empty() || ids.back() != id) {
            ids.push_back(std::move(id));
        }
    }
    return ids;
}

std::optional<records::PageText> shipped_text(Editing const& editing, records::PageKey const& key) {
    std::string const name = page_document(key);
    auto const file = pages::read_text_asset(editing.assets / name, pages::kPageBytes);
    if (!file) {
        return std::nullopt;
    }
    auto written = pages::read_written_page(*file, name);
    if (!written) {
        return std::nullopt;
    }
    std::string& body = written->body;
    body.erase(0, body.find_first_not_of("\r\n"));
    return records::PageText{.title = std::move(written->title), .body = std::move(body)};
}

} // namespace inloop::editing
