// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/shipped_pages.h"

#include <algorithm>
#include <utility>

namespace inloop::editing {

namespace {

using Files = std::vector<wire::Document>;

void put(Files& files, std::string const& name, ByteView content) {
    auto found = std::ranges::find(files, name, &wire::Document::name);
    if (found == files.end()) {
        found = files.insert(files.end(), wire::Document{.name = name});
    }
    found->content.assign(content.begin(), content.end());
}

// An empty document says that something was taken away: for a kiosk that begins it is not there.
Result<Files> handed_down(Editing& editing) {
    return editing.store.documents().map([](std::vector<records::DocumentRecord> documents) {
        Files files;
        for (records::DocumentRecord& one : documents) {
            if (!one.document.content.empty()) {
                files.push_back(std::move(one.document));
            }
        }
        return files;
    });
}

Result<void> add_pictures(Editing& editing, std::string_view body, Files& files) {
    auto const names = own_pictures_in(editing, body);
    if (!names) {
        return tl::unexpected(names.error());
    }
    for (std::string const& name : *names) {
        auto const picture = editing.pages.picture(name);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        put(files, picture_document(name), (*picture)->content);
    }
    return {};
}

} // namespace

Result<Files> files_for_preview(Editing& editing, records::PageKey const& key,
                                records::PageText const& text) {
    if (auto known = must_have(editing, key); !known) {
        return tl::unexpected(known.error());
    }
    auto files = handed_down(editing);
    if (!files) {
        return files;
    }
    put(*files, page_document(key), as_bytes(composed(editing, key, text)));
    return add_pictures(editing, text.body, *files).map([&] { return std::move(*files); });
}

} // namespace inloop::editing
