// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text_places.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace inloop::terminal {

namespace {

namespace fs = std::filesystem;

// Of a text on a screen, this part at least must stand in the file: the rest was filled in.
constexpr std::size_t kShare = 3;

// Without the stars that make bold, and taken apart at {names}.
std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "**") {
            ++i;
        } else if (text[i] == '{' && text.find('}', i) != std::string_view::npos) {
            i = text.find('}', i);
            pieces.emplace_back();
        } else {
            pieces.back() += text[i];
        }
    }
    std::erase_if(pieces, [](std::string const& piece) { return piece.empty(); });
    return pieces;
}

// How many letters of `text` the pieces account for, in their order; 0 when one does not occur.
std::size_t fit(std::string_view text, std::vector<std::string> const& pieces) {
    std::size_t at = 0;
    std::size_t letters = 0;
    for (std::string const& piece : pieces) {
        std::size_t const found = text.find(piece, at);
        if (found == std::string_view::npos) {
            // A screen may show a part of a longer text.
            bool const part = pieces.size() == 1 && piece.find(text) != std::string::npos;
            return part ? text.size() - 1 : 0;
        }
        at = found + piece.size();
        letters += piece.size();
    }
    return letters * kShare >= text.size() ? letters : 0;
}

std::vector<std::string> quoted_in(std::string_view line) {
    std::vector<std::string> texts;
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            inside = !inside;
            if (inside) {
                texts.emplace_back();
            }
        } else if (inside) {
            i += line[i] == '\\' && i + 1 < line.size() ? 1U : 0U;
            texts.back() += line[i];
        } else if (line[i] == '#') {
            break;
        }
    }
    return texts;
}

std::string_view trimmed(std::string_view text, std::string_view what = " \t\r") {
    std::size_t const begin = text.find_first_not_of(what);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(what) - begin + 1);
}

// "12. text", "- text", "> text" and "## text" without what stands before the text.
std::string_view without_mark(std::string_view line) {
    line = trimmed(line);
    std::size_t const mark = line.find(' ');
    bool const marked =
        mark != std::string_view::npos &&
        line.substr(0, mark).find_first_not_of("0123456789.-*>#") == std::string_view::npos;
    return marked ? trimmed(line.substr(mark)) : line;
}

} // namespace

TextPlaces::TextPlaces(fs::path const& assets, std::vector<std::string> const& languages) {
    for (std::string const& language : languages) {
        read_toml(assets / "strings" / (language + ".toml"), language);
    }
    for (char const* list : {"subjects.toml", "facts.toml", "place.toml", "place.geojson"}) {
        read_toml(assets / list, "");
    }
    for (std::string const& language : languages) {
        std::error_code error;
        fs::directory_iterator const pages(assets / "pages" / language, error);
        for (auto at = begin(pages); !error && at != end(pages); at.increment(error)) {
            read_page(at->path(), language);
        }
    }
}

// Also lists in JSON: what counts are the texts in quotes.
void TextPlaces::read_toml(fs::path const& file, std::string const& language) {
    std::ifstream in(file);
    std::string table;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        std::string_view const content = trimmed(line);
        if (content.starts_with('[')) {
            table = trimmed(content, "[] \t\r");
        }
        std::string key;
        if (std::size_t const equals = content.find('=');
            !language.empty() && equals != std::string_view::npos) {
            key = table + '.' + std::string(trimmed(content.substr(0, equals)));
        }
        for (std::string const& text : quoted_in(line)) {
            add({file.string(), number, key}, language, text);
        }
    }
}

void TextPlaces::read_page(fs::path const& file, std::string const& language) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        TextPlace const place{file.string(), ++number, ""};
        add(place, language, without_mark(line));
        for (std::string const& text : quoted_in(line)) { // the head of the page
            add(place, language, text);
        }
    }
}

void TextPlaces::add(TextPlace place, std::string const& language, std::string_view text) {
    if (auto pieces = pieces_of(text); !pieces.empty()) {
        m_candidates.push_back({std::move(place), language, std::move(pieces)});
    }
}

std::optional<TextPlace> TextPlaces::find(std::string_view text, std::string_view language) const {
    if (text.empty()) { // a widget, or what a visitor typed
        return std::nullopt;
    }
    Candidate const* best = nullptr;
    std::size_t most = 0;
    for (Candidate const& one : m_candidates) {
        if (!one.language.empty() && one.language != language) {
            continue;
        }
        if (std::size_t const letters = fit(text, one.pieces); letters > most) {
            best = &one;
            most = letters;
        }
    }
    return best != nullptr ? std::optional(best->place) : std::nullopt;
}

std::optional<TextPlace> TextPlaces::find_key(std::string_view key,
                                              std::string_view language) const {
    auto const found = std::ranges::find_if(m_candidates, [&](Candidate const& one) {
        return one.language == language && !key.empty() && one.place.key == key;
    });
    return found != m_candidates.end() ? std::optional(found->place) : std::nullopt;
}

} // namespace inloop::terminal
