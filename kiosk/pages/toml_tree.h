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
#include <utility>
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

// Anything our files have no use for (floats, dates with a time but no offset, parts of a second,
// times of the day with seconds) is `std::monostate`. A time of the day is minutes since midnight.
using TomlContent =
    std::variant<std::monostate, std::string, std::int64_t, bool, std::chrono::year_month_day,
                 std::chrono::minutes, std::chrono::sys_seconds, std::vector<TomlValue>, TomlTable>;

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

} // namespace inloop::pages
