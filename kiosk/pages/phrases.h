// SPDX-License-Identifier: EUPL-1.2
// Every text of the screens, by name. phrase_list.inc is the one list of names;
// assets/strings/<language>.toml has the texts. A key that is missing, unknown or lacks a
// placeholder is found at start, never in front of a visitor.
#pragma once

#include "kiosk/pages/languages.h"
#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/place.h"
#include "kiosk/pages/problem.h"
#include "kiosk/pages/rich_text.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

struct TomlTable;

enum class Phrase {
#define INLOOP_PHRASE(name, key, ...) name,
#include "kiosk/pages/phrase_list.inc"
#undef INLOOP_PHRASE
};

inline constexpr std::size_t kPhraseCount = [] {
    constexpr std::array kNames{
#define INLOOP_PHRASE(name, key, ...) Phrase::name,
#include "kiosk/pages/phrase_list.inc"
#undef INLOOP_PHRASE
    };
    return kNames.size();
}();

// "home.title"
[[nodiscard]] std::string_view key_of(Phrase phrase);

// What goes in the place of {name}. Never a visitor's text: that is drawn by itself.
struct PhraseValue {
    std::string_view name;
    std::string_view value;
};
using PhraseValues = std::initializer_list<PhraseValue>;

// All phrases in one language. Immutable after loading: any thread.
class Phrases {
public:
    // Reads and checks assets/strings/<language>.toml. `words` (of the place, the two numbers of
    // the facts) may be used by any text without being given to rich().
    [[nodiscard]] static Checked<Phrases> load(std::filesystem::path const& file,
                                               Place const& place, StandingWords facts);

    // The same for text that is in memory, such as an editor's; `file` is named in faults, its stem
    // is the language.
    [[nodiscard]] static Checked<Phrases> parse(std::string_view text, std::string const& file,
                                                Place const& place, StandingWords facts);

    // Every fault of such a text, not only the first.
    [[nodiscard]] static std::vector<Problem> faults_in(std::string_view text,
                                                        std::string const& file, Place const& place,
                                                        StandingWords facts);

    [[nodiscard]] Language const& language() const { return m_language; }

    // The phrase with its values filled in: rich(Phrase::idle_text, {{"seconds", "20"}}). Values
    // the phrase does not use are ignored; a value that is not given shows as {name}, which a test
    // of the screen finds.
    [[nodiscard]] RichText rich(Phrase phrase, PhraseValues values = {}) const;
    // The same without weights.
    [[nodiscard]] std::string plain(Phrase phrase, PhraseValues values = {}) const;

    // The names in braces the phrase uses that are not words of the place, sorted: what a screen
    // must give.
    [[nodiscard]] std::vector<std::string> placeholders(Phrase phrase) const;

private:
    Phrases() = default;
    // What could be read; the faults are added to the list, so it is whole when none were.
    static Phrases read(std::string_view text, std::string const& file, Place const& place,
                        StandingWords facts, std::vector<Problem>& faults);
    void read_all(TomlTable const& file_table, std::string const& file,
                  std::vector<Problem>& faults);
    [[nodiscard]] std::string word(std::string_view name, PhraseValues values) const;

    Language m_language;
    StandingWords m_words;
    std::vector<std::vector<PhrasePiece>> m_pieces; // by Phrase
};

} // namespace inloop::pages
