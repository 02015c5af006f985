// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::terminal {

// Where somebody can change a text that stands on a screen.
struct TextPlace {
    std::string file; // path as it was opened
    int line = 0; // 1 = first
    std::string key; // of a phrase, "home.question"; empty for other texts
    friend bool operator==(TextPlace const&, TextPlace const&) = default;
};

// Finds the texts of the screens in the files of an assets folder, for messages to whoever writes
// them. A text on a screen has words filled in and no stars, so it is found by what is left of it.
class TextPlaces {
public:
    // Reads the strings and pages of these languages and the lists they share. Files that cannot be
    // read are left out.
    TextPlaces(std::filesystem::path const& assets, std::vector<std::string> const& languages);

    // The place that fits best; nullopt when nothing fits.
    [[nodiscard]] std::optional<TextPlace> find(std::string_view text,
                                                std::string_view language) const;
    // The place of the phrase with this key; nullopt when there is none.
    [[nodiscard]] std::optional<TextPlace> find_key(std::string_view key,
                                                    std::string_view language) const;

private:
    struct Candidate {
        TextPlace place;
        std::string language; // empty: any
        std::vector<std::string> pieces; // of the text, between the words that are filled in
    };
    void read_toml(std::filesystem::path const& file, std::string const& language);
    void read_page(std::filesystem::path const& file, std::string const& language);
    void add(TextPlace place, std::string const& language, std::string_view text);

    std::vector<Candidate> m_candidates;
};

} // namespace inloop::terminal
