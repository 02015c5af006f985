// SPDX-License-Identifier: EUPL-1.2
// A TOML file as plain values with their lines, so that the TOML library is named in one .cpp file
// only and every fault can say where it stands. Private to kiosk/pages.
#pragma once

#include "kiosk/pages/languages.h"
#include "kiosk/pages/problem.h"

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::pages {

struct TomlEntry;
struct TomlValue;

struct TomlTable {
    int line = 1;
    std::vector<TomlEntry> entries; // in file order

    // nullptr when there is no such key.
    [[nodiscard]] TomlValue const* find(std::string_view key) const;
};

// Anything our files have no use for (floats, times) is `std::monostate`.
using TomlContent = std::variant<std::monostate, std::string, std::int64_t,
                                 std::chrono::year_month_day, std::vector<TomlValue>, TomlTable>;

struct TomlValue {
    int line = 0;
    TomlContent content;
};

struct TomlEntry {
    std::string key;
    TomlValue value;
};

// `first_line` is the line of its file `text` begins on. Refuses what nests deeper than tuning.h
// allows.
[[nodiscard]] Checked<TomlTable> parse_toml(std::string_view text, std::string_view file,
                                            int first_line = 1);

// Reads the values of one table and names table, key and line when one is not right.
class TomlReader {
public:
    // `name` is how the table is called in faults: "fact.emergency", or "" for the file's own keys.
    TomlReader(TomlTable const& table, std::string_view file, std::string_view name)
        : m_table(table)
        , m_file(file)
        , m_name(name) {}

    // A text that is there, not blank and at most kPhraseCodePoints long.
    [[nodiscard]] Checked<std::string> text(std::string_view key) const;
    // The table nl = "...", en = "..."; Dutch must be there.
    [[nodiscard]] Checked<LocalText> local_text(std::string_view key) const;
    [[nodiscard]] Checked<std::chrono::year_month_day> date(std::string_view key) const;
    [[nodiscard]] Checked<std::int64_t> number(std::string_view key) const;
    // Fails on a key that is not among `known`: a typing error must not go unnoticed.
    [[nodiscard]] Checked<void> only(std::initializer_list<std::string_view> known) const;

    // "fact.emergency.label"
    [[nodiscard]] std::string full_key(std::string_view key) const;

private:
    [[nodiscard]] Checked<TomlValue const*> required(std::string_view key) const;
    [[nodiscard]] tl::unexpected<Problem> wrong(TomlValue const& value, std::string_view key,
                                                std::string_view needed) const;

    TomlTable const& m_table;
    std::string m_file;
    std::string m_name;
};

// A text in one value, or why not.
[[nodiscard]] Checked<std::string> text_of(TomlValue const& value, std::string_view file,
                                           std::string_view full_key);

} // namespace inloop::pages
