// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_documents.h"

#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/officerlog/editing/toml_writing.h"

#include <algorithm>

namespace inloop::editing {

namespace {

Result<std::size_t> hand_down_pictures(Editing& editing, std::string_view body,
                                       std::string const& by) {
    auto const names = own_pictures_in(editing, body);
    if (!names) {
        return tl::unexpected(names.error());
    }
    std::size_t written = 0;
    for (std::string const& name : *names) {
        auto const picture = editing.pages.picture(name);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        auto put = put_document(editing, picture_document(name), (*picture)->content, by);
        if (!put) {
            return put;
        }
        written += *put;
    }
    return written;
}

} // namespace

std::string page_document(records::PageKey const& key) {
    return std::string(pages::kPageFolder) + "/" + key.language + "/" + key.page + ".md";
}

std::string picture_document(std::string_view name) {
    return std::string(pages::kPictureFolder) + "/" + std::string(name);
}

std::string audited(records::PageKey const& key) {
    return key.page + "/" + key.language;
}

Result<std::string> document_text(Editing& editing, std::string_view name) {
    return editing.store.document(name).map([](auto const& record) {
        return record ? std::string(reinterpret_cast<char const*>(record->document.content.data()),
                                    record->document.content.size())
                      : std::string();
    });
}

Result<std::size_t> put_document(Editing& editing, std::string const& name, ByteView content,
                                 std::string const& by) {
    auto const there = editing.store.document(name);
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (*there && std::ranges::equal((*there)->document.content, content)) {
        return std::size_t{0};
    }
    records::DocumentRecord const record{
        .document = {.name = name, .content = {content.begin(), content.end()}},
        .by = by,
        .at = now_of(editing)};
    return editing.store.put_document(record).map([] { return std::size_t{1}; });
}

Result<std::size_t> take_document(Editing& editing, std::string const& name,
                                  std::string const& by) {
    auto const there = editing.store.document(name);
    if (!there) {
        return tl::unexpected(there.error());
    }
    return *there ? put_document(editing, name, {}, by) : Result<std::size_t>(0);
}

std::string composed(Editing const& editing, records::PageKey const& key,
                     records::PageText const& text) {
    pages::Page const* head = shipped_page(editing, key);
    std::string file = "+++\nid = " + toml_text(key.page) + "\ntitle = " + toml_text(text.title) +
                       "\nicon = " + toml_text(head->icon) + "\n";
    if (head->order > 0) {
        file += "order = " + std::to_string(head->order) + "\n";
    }
    file += "+++\n\n" + text.body;
    return text.body.ends_with('\n') ? file : file + '\n';
}

Result<std::string> page_file(Editing& editing, records::PageKey const& key,
                              records::PageText const& text) {
    return must_have(editing, key).map([&] { return composed(editing, key, text); });
}

Result<std::vector<std::string>> own_pictures_in(Editing& editing, std::string_view body) {
    return editing.pages.pictures().map([&](std::vector<records::SitePicture> const& own) {
        std::vector<std::string> names;
        for (records::SitePicture const& picture : own) {
            if (body.find(picture.name) != std::string_view::npos) {
                names.push_back(picture.name);
            }
        }
        return names;
    });
}

Result<std::size_t> hand_down(Editing& editing, records::PageKey const& key,
                              Versions const& versions, std::string const& by) {
    if (fault_in(editing, key)) {
        return std::size_t{0};
    }
    auto const* shown = shown_on(versions, today_of(editing));
    if (shown == nullptr) {
        return take_document(editing, page_document(key), by);
    }
    auto pictures = hand_down_pictures(editing, shown->text.body, by);
    if (!pictures) {
        return pictures;
    }
    return put_document(editing, page_document(key), as_bytes(composed(editing, key, shown->text)),
                        by)
        .map([&](std::size_t page) { return page + *pictures; });
}

} // namespace inloop::editing
