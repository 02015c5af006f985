// SPDX-License-Identifier: EUPL-1.2
// Reads the tables of our TOML files and says what is wrong with them. Private to kiosk/pages.
#pragma once

#include "kiosk/pages/languages.h"
#include "kiosk/pages/problem.h"
#include "kiosk/pages/toml_tree.h"

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::pages {

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
    // "13:00" as a text or as a TOML time, up to and including "24:00".
    [[nodiscard]] Checked<std::chrono::minutes> time(std::string_view key) const;
    // A date and time that says how far its place is from UTC: 2026-11-24T16:00:00Z.
    [[nodiscard]] Checked<std::chrono::sys_seconds> moment(std::string_view key) const;
    // true or false; `otherwise` when the key is not there.
    [[nodiscard]] Checked<bool> flag(std::string_view key, bool otherwise) const;
    // A list of texts; empty when the key is not there.
    [[nodiscard]] Checked<std::vector<std::string>> texts(std::string_view key) const;
    // A list of texts by language; empty when the key is not there.
    [[nodiscard]] Checked<std::vector<LocalText>> local_texts(std::string_view key) const;
    // The tables [[key]]; empty when there are none. They live as long as the table read from.
    [[nodiscard]] Checked<std::vector<TomlTable const*>> tables(std::string_view key) const;
    // The table [key]; nullptr when it is not there.
    [[nodiscard]] Checked<TomlTable const*> table(std::string_view key) const;

    [[nodiscard]] bool has(std::string_view key) const { return m_table.find(key) != nullptr; }
    // Where the key stands; the line of the table when it is not there.
    [[nodiscard]] int line_of(std::string_view key) const;
    // The failed Checked with the line of the key; `cause` is said of it ("is too long").
    [[nodiscard]] tl::unexpected<Problem> refuse(std::string_view key, std::string_view cause,
                                                 std::string mend) const;
    // Fails on a key that is not among `known`: a typing error must not go unnoticed.
    [[nodiscard]] Checked<void> only(std::initializer_list<std::string_view> known) const;

    // "fact.emergency.label"
    [[nodiscard]] std::string full_key(std::string_view key) const;

private:
    [[nodiscard]] Checked<TomlValue const*> required(std::string_view key) const;
    [[nodiscard]] tl::unexpected<Problem> wrong(TomlValue const& value, std::string_view key,
                                                std::string_view needed) const;
    [[nodiscard]] Checked<LocalText> local_text_of(TomlValue const& value,
                                                   std::string_view key) const;
    [[nodiscard]] Checked<std::vector<TomlValue> const*> list(std::string_view key) const;

    TomlTable const& m_table;
    std::string m_file;
    std::string m_name;
};

// Moves the value to `into`, or its problem to `problem`: for keys that are read one after the
// other with &&.
template <class T>
[[nodiscard]] bool take(T& into, Checked<T>&& from, Problem& problem) {
    if (!from) {
        problem = std::move(from.error());
        return false;
    }
    into = std::move(*from);
    return true;
}

// A text in one value, or why not.
[[nodiscard]] Checked<std::string> text_of(TomlValue const& value, std::string_view file,
                                           std::string_view full_key);

} // namespace inloop::pages
