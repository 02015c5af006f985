// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/page.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/markdown.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace inloop::pages {

namespace {

constexpr std::string_view kFence = "+++";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr int kFrontMatterLine = 2;

struct Parts {
    std::string_view front_matter; // begins on line 2
    std::string_view markdown;
};

// The line that begins at `at`, without its end.
std::string_view line_from(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

Checked<Parts> split(std::string_view text, std::string const& file) {
    std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    if (line_from(text, at) != kFence) {
        return flaw(file, 1, "the page does not begin with a line +++",
                    "begin with +++, then id, title and icon, then +++");
    }
    at = text.find('\n', at);
    std::size_t const begin = at == std::string_view::npos ? text.size() : at + 1;
    for (std::size_t line = begin; line < text.size();) {
        std::size_t const end = std::min(text.find('\n', line), text.size());
        if (line_from(text, line) == kFence) {
            return Parts{text.substr(begin, line - begin),
                         text.substr(std::min(end + 1, text.size()))};
        }
        line = end + 1;
    }
    return flaw(file, 1, "the second line +++ is missing", "close the head of the page with +++");
}

Checked<void> read_order(TomlReader const& reader, Page& page) {
    if (!reader.has("order")) {
        return {};
    }
    auto const order = reader.number("order");
    if (!order) {
        return tl::unexpected(order.error());
    }
    if (*order < 1 || *order > kMostOrder) {
        return reader.refuse("order", "is not a number from 1 to " + std::to_string(kMostOrder),
                             "count the pages of the list, or take it out");
    }
    page.order = static_cast<int>(*order);
    return {};
}

Checked<Page> read_front_matter(std::string_view text, std::string const& file) {
    auto const table = parse_toml(text, file, kFrontMatterLine);
    if (!table) {
        return tl::unexpected(table.error());
    }
    TomlReader const reader(*table, file, "");
    if (auto fine = reader.only({"id", "title", "icon", "order"}); !fine) {
        return tl::unexpected(fine.error());
    }
    Page page;
    for (auto const& [key, target] : {std::pair{"id", &Page::id}, std::pair{"title", &Page::title},
                                      std::pair{"icon", &Page::icon}}) {
        auto value = reader.text(key);
        if (!value) {
            return tl::unexpected(value.error());
        }
        page.*target = std::move(*value);
    }
    auto const wrong = [&](char const* key, std::string cause, std::string mend) {
        return flaw(file, table->find(key)->line, std::move(cause), std::move(mend));
    };
    if (!is_id(page.id) || page.id != std::filesystem::path(file).stem()) {
        return wrong("id", "id is not the name of the file",
                     "give both the same name, as in opening-hours");
    }
    if (utf8::count(page.title) > kTitleCodePoints) {
        return wrong("title", "the title is longer than 60 letters", "make it shorter");
    }
    if (auto refused = refuse_text({Span{page.title, true}}, file, table->find("title")->line)) {
        return tl::unexpected(std::move(*refused));
    }
    if (!is_icon_name(page.icon)) {
        return wrong("icon", "icon is not the name of an icon", "use a name such as info_outline");
    }
    if (auto fine = read_order(reader, page); !fine) {
        return tl::unexpected(fine.error());
    }
    return page;
}

// Calls visit(RichText&) for each text of the page.
template <class Visit>
void each_text(Page& page, Visit visit) {
    for (Block& block : page.blocks) {
        std::visit(
            [&](auto& part) {
                if constexpr (requires { part.items; }) {
                    std::for_each(part.items.begin(), part.items.end(), visit);
                } else if constexpr (requires { part.text; }) {
                    visit(part.text);
                }
            },
            block);
    }
}

Checked<Parts> checked_parts(std::string_view text, std::string const& file) {
    if (text.size() > kPageBytes) {
        return flaw(file, 0, "the page is larger than 32 KiB", "make two pages of it");
    }
    if (auto fine = check_text(text, file); !fine) {
        return tl::unexpected(fine.error());
    }
    return split(text, file);
}

} // namespace

Checked<PageSource> read_page(std::string_view file_text, std::string_view file_name) {
    std::string const file(file_name);
    auto const parts = checked_parts(file_text, file);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    auto page = read_front_matter(parts->front_matter, file);
    if (!page) {
        return tl::unexpected(page.error());
    }
    auto body = read_markdown(parts->markdown, file_text, file);
    if (!body) {
        return tl::unexpected(body.error());
    }
    if (body->blocks.empty()) {
        return flaw(file, 0, "the page has no text", "write it below the second +++");
    }
    page->language = std::filesystem::path(file).parent_path().filename().string();
    page->blocks = std::move(body->blocks);
    return PageSource{std::move(*page), std::move(body->lines)};
}

Result<Page> parse_page(std::string_view file_text, std::string_view file_name) {
    auto source = read_page(file_text, file_name);
    if (!source) {
        return tl::unexpected(to_error(source.error()));
    }
    return std::move(source->page);
}

Checked<WrittenPage> read_written_page(std::string_view file_text, std::string_view file_name) {
    std::string const file(file_name);
    auto const parts = checked_parts(file_text, file);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    return read_front_matter(parts->front_matter, file).map([&](Page head) {
        auto const begin = static_cast<std::size_t>(parts->markdown.data() - file_text.data());
        return WrittenPage{.title = std::move(head.title),
                           .icon = std::move(head.icon),
                           .order = head.order,
                           .body = std::string(parts->markdown),
                           .body_line = line_at(file_text, begin)};
    });
}

std::vector<RichText> texts_of(Page const& page) {
    std::vector<RichText> texts;
    Page copy = page;
    each_text(copy, [&](RichText& text) { texts.push_back(text); });
    return texts;
}

Page filled(Page page, StandingWords const& words) {
    page.title = fill_words(page.title, words);
    each_text(page, [&](RichText& text) {
        for (Span& span : text) {
            span.text = fill_words(span.text, words);
        }
    });
    return page;
}

} // namespace inloop::pages
