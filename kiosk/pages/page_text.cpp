// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/page_text.h"

#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>

namespace inloop::pages {

namespace {

constexpr std::array<std::string_view, 3> kShortNumbers{"112", "113", "144"};
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_short_number(std::string_view digits, char after) {
    return !is_letter(after) &&
           std::find(kShortNumbers.begin(), kShortNumbers.end(), digits) != kShortNumbers.end();
}

// "x" of the text "{what: x}" when `open` is "{what:".
std::optional<std::string> named_after(std::string_view open, std::string_view text) {
    if (!text.starts_with(open) || !text.ends_with('}')) {
        return std::nullopt;
    }
    std::string_view name = text.substr(open.size(), text.size() - open.size() - 1);
    name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
    return std::string(name);
}

} // namespace

bool has_phone_number(std::string_view text) {
    std::string plain(text);
    for (std::size_t at = 0; (at = plain.find(kNoBreakSpace, at)) != std::string::npos;) {
        plain.replace(at, kNoBreakSpace.size(), " ");
    }
    int in_a_row = 0;
    for (std::size_t at = 0; at < plain.size();) {
        if (!is_digit(plain[at])) {
            in_a_row = std::string_view(" .-()/+").find(plain[at]) == std::string_view::npos
                           ? 0
                           : in_a_row;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < plain.size() && is_digit(plain[end])) {
            ++end;
        }
        in_a_row += static_cast<int>(end - at);
        char const after = end < plain.size() ? plain[end] : ' ';
        if (in_a_row >= kPhoneDigits ||
            is_short_number(std::string_view(plain).substr(at, end - at), after)) {
            return true;
        }
        at = end;
    }
    return false;
}

std::optional<Problem> refuse_text(RichText const& text, std::string const& file, int line) {
    if (has_phone_number(plain_text(text))) {
        return Problem{file, line, "a phone number is typed in the text",
                       "put it in facts.toml and write {fact: its-id}"};
    }
    for (Span const& span : text) {
        if (auto const unknown = first_unknown_word(span.text); !unknown.empty()) {
            return Problem{file, line, unknown + " is nothing that can be filled in",
                           "use a word of the place such as {town}, or {fact: id} by itself"};
        }
    }
    return std::nullopt;
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 60 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string_view::npos;
}

bool is_icon_name(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                                std::string_view::npos;
}

bool is_picture_name(std::string_view text) {
    std::size_t const dot = text.find('.');
    if (dot == std::string_view::npos || !is_id(text.substr(0, dot))) {
        return false;
    }
    std::string_view const ending = text.substr(dot);
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg";
}

std::optional<std::string> fact_id_of(std::string_view text) {
    auto id = named_after("{fact:", text);
    return id && is_id(*id) ? id : std::nullopt;
}

std::optional<std::string> shown_thing_of(std::string_view text) {
    return named_after("{show:", text);
}

} // namespace inloop::pages
