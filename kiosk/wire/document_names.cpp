// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/document_names.h"

#include <algorithm>
#include <array>
#include <optional>

namespace inloop::wire {

namespace {

// Without the beginning, when the text begins so.
std::optional<std::string_view> after(std::string_view text, std::string_view beginning) {
    return text.starts_with(beginning) ? std::optional(text.substr(beginning.size()))
                                       : std::nullopt;
}

// [a-z0-9-] and not empty.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
                                std::string_view::npos;
}

bool ends_in(std::string_view name, std::string_view extension) {
    return name.ends_with(extension) &&
           is_plain_name(name.substr(0, name.size() - extension.size()));
}

// "nl/pilot.md"
bool is_page(std::string_view name) {
    std::size_t const slash = name.find('/');
    return slash != std::string_view::npos && is_plain_name(name.substr(0, slash)) &&
           ends_in(name.substr(slash + 1), ".md");
}

bool is_picture(std::string_view name) {
    return ends_in(name, ".png") || ends_in(name, ".jpg");
}

} // namespace

bool is_document_name(std::string_view name) {
    constexpr std::array<std::string_view, 3> kFiles{"roster.toml", "news.toml", "facts.toml"};
    auto const page = after(name, "pages/");
    auto const picture = after(name, "pictures/");
    return std::ranges::find(kFiles, name) != kFiles.end() || (page && is_page(*page)) ||
           (picture && is_picture(*picture));
}

} // namespace inloop::wire
