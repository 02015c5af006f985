// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/phrase_pieces.h"

#include <algorithm>
#include <utility>

namespace inloop::pages {

namespace {

bool is_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                                std::string_view::npos;
}

// Calls `text(part)` and `name(part)` for the parts of a text with {names}; a brace that opens no
// name is text.
template <class Text, class Name>
void each_part(std::string_view from, Text text, Name name) {
    while (!from.empty()) {
        std::size_t const open = from.find('{');
        std::size_t const close = from.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            text(from);
            return;
        }
        text(from.substr(0, open));
        name(from.substr(open + 1, close - open - 1));
        from.remove_prefix(close + 1);
    }
}

} // namespace

tl::expected<std::vector<PhrasePiece>, std::string> split_phrase(std::string_view text) {
    std::vector<PhrasePiece> pieces;
    bool bold = false;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.substr(at, 2) == "**") {
            bold = !bold;
            at += 2;
            continue;
        }
        if (text[at] == '}') {
            return tl::unexpected<std::string>("has a } without a {");
        }
        if (text[at] == '{') {
            std::size_t const close = text.find('}', at);
            std::string_view const name =
                text.substr(at + 1, close == std::string_view::npos ? close : close - at - 1);
            if (close == std::string_view::npos || !is_name(name)) {
                return tl::unexpected<std::string>("has a { that is not a {name}");
            }
            pieces.push_back(PhrasePiece{std::string(name), bold, true});
            at = close + 1;
            continue;
        }
        std::size_t const end =
            std::min({text.find("**", at), text.find('{', at), text.find('}', at), text.size()});
        pieces.push_back(PhrasePiece{std::string(text.substr(at, end - at)), bold, false});
        at = end;
    }
    if (bold) {
        return tl::unexpected<std::string>("has a ** without its closing **");
    }
    return pieces;
}

std::string without_stars(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; (at = out.find("**", at)) != std::string::npos;) {
        out.erase(at, 2);
    }
    return out;
}

std::string const* find_word(StandingWords const& words, std::string_view name) {
    auto const found = std::find_if(words.begin(), words.end(),
                                    [&](auto const& word) { return word.first == name; });
    return found == words.end() ? nullptr : &found->second;
}

std::string fill_words(std::string_view text, StandingWords const& words) {
    std::string out;
    each_part(
        text, [&](std::string_view part) { out += part; },
        [&](std::string_view name) {
            std::string const* word = find_word(words, name);
            out += word != nullptr ? *word : "{" + std::string(name) + "}";
        });
    return out;
}

std::string first_unknown_word(std::string_view text) {
    StandingWords const known = Place{}.words(kFirstLanguage);
    std::string unknown;
    auto const remember = [&](std::string_view what) {
        unknown = unknown.empty() ? std::string(what) : unknown;
    };
    each_part(
        text,
        [&](std::string_view part) {
            std::size_t const brace = part.find_first_of("{}");
            remember(brace == std::string_view::npos ? "" : part.substr(brace, 1));
        },
        [&](std::string_view name) {
            bool const fine = name == kNumberWord || name == kEmergencyNumberWord ||
                              find_word(known, name) != nullptr;
            remember(fine ? "" : "{" + std::string(name) + "}");
        });
    return unknown;
}

} // namespace inloop::pages
