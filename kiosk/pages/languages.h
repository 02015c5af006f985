// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace inloop::pages {

enum class Direction { left_to_right, right_to_left };

// A language the kiosk speaks: the [this_language] table of assets/strings/<code>.toml.
struct Language {
    std::string code; // "nl", also the name of its files
    std::string own_name; // "Nederlands", as its speakers write it
    Direction direction = Direction::left_to_right;
    int order = 0; // place among the language buttons, smallest first
};

// The language every text exists in and that stands in for a missing translation.
inline constexpr std::string_view kFirstLanguage = "nl";

// A short text in several languages, such as the label of a fact. Always has kFirstLanguage.
class LocalText {
public:
    LocalText() = default;
    // `texts` by language code.
    explicit LocalText(std::map<std::string, std::string, std::less<>> texts, int line = 0)
        : m_texts(std::move(texts))
        , m_line(line) {}

    // The text in `language`, else in Dutch.
    [[nodiscard]] std::string const& in(std::string_view language) const;
    [[nodiscard]] bool has(std::string_view language) const;
    [[nodiscard]] std::map<std::string, std::string, std::less<>> const& all() const {
        return m_texts;
    }
    [[nodiscard]] int line() const { return m_line; } // where it stands in its file

private:
    std::map<std::string, std::string, std::less<>> m_texts;
    int m_line = 0;
};

} // namespace inloop::pages
