// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/toml_tree.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/tuning.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace inloop::pages {

namespace {

// Counts the dots outside texts and comments and finds texts over several lines, which our files do
// not use. Runs before the parser, which nests a table for each dot without a limit.
struct Scan {
    int dots = 0;
    int long_text_line = 0;
};

Scan scan(std::string_view text) {
    Scan found;
    int line = 1;
    char quote = '\0';
    bool comment = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '\n') {
            ++line;
            quote = '\0'; // a text ends with its line; the parser says so if it does not
            comment = false;
        } else if (comment) {
            continue;
        } else if (quote != '\0') {
            at +=
                c == '\\' && quote == '"' && at + 1 < text.size() && text[at + 1] != '\n' ? 1U : 0U;
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            if (text.substr(at, 3) == std::string(3, c) && found.long_text_line == 0) {
                found.long_text_line = line;
            }
            quote = c;
        } else {
            comment = c == '#';
            found.dots += c == '.' ? 1 : 0;
        }
    }
    return found;
}

class Converter {
public:
    Converter(std::string_view file, int first_line) : m_file(file), m_first_line(first_line) {}

    Checked<TomlTable> table(toml::table const& from, int depth) {
        TomlTable out;
        out.line = line_of(from);
        for (auto const& [key, node] : from) {
            Checked<TomlValue> value = this->value(node, depth + 1);
            if (!value) {
                return tl::unexpected(value.error());
            }
            int const line = line_of(key.source());
            value->line = line > 0 ? line : value->line;
            out.entries.push_back(TomlEntry{std::string(key.str()), std::move(*value)});
        }
        // The library sorts by key; a reader expects the order of the file.
        std::stable_sort(
            out.entries.begin(), out.entries.end(),
            [](TomlEntry const& a, TomlEntry const& b) { return a.value.line < b.value.line; });
        return out;
    }

private:
    int line_of(toml::source_region const& region) const {
        auto const line = static_cast<int>(region.begin.line);
        return line == 0 ? 0 : line + m_first_line - 1;
    }
    int line_of(toml::node const& node) const { return line_of(node.source()); }

    Checked<TomlValue> value(toml::node const& node, int depth) {
        TomlValue out;
        out.line = line_of(node);
        if (depth > kTomlDepth) {
            return flaw(m_file, out.line, "tables stand too deep within each other",
                        "keep to the tables the file came with");
        }
        if (auto const* table_node = node.as_table()) {
            Checked<TomlTable> inner = table(*table_node, depth);
            if (!inner) {
                return tl::unexpected(inner.error());
            }
            out.content = std::move(*inner);
        } else if (auto const* array_node = node.as_array()) {
            return array(*array_node, out.line, depth);
        } else {
            out.content = scalar(node);
        }
        return out;
    }

    Checked<TomlValue> array(toml::array const& from, int line, int depth) {
        std::vector<TomlValue> values;
        for (toml::node const& node : from) {
            Checked<TomlValue> value = this->value(node, depth + 1);
            if (!value) {
                return value;
            }
            values.push_back(std::move(*value));
        }
        return TomlValue{line, std::move(values)};
    }

    static TomlContent moment(toml::date_time const& from) {
        std::chrono::year_month_day const day =
            std::chrono::year(from.date.year) / from.date.month / from.date.day;
        if (!from.offset || !day.ok() || from.time.nanosecond != 0) {
            return std::monostate{};
        }
        return std::chrono::sys_days(day) + std::chrono::hours(from.time.hour) +
               std::chrono::minutes(from.time.minute - from.offset->minutes) +
               std::chrono::seconds(from.time.second);
    }

    static TomlContent scalar(toml::node const& node) {
        if (auto const* text = node.as_string()) {
            return text->get();
        }
        if (auto const* number = node.as_integer()) {
            return number->get();
        }
        if (auto const* date = node.as_date()) {
            return std::chrono::year(date->get().year) / date->get().month / date->get().day;
        }
        if (auto const* both = node.as_date_time()) {
            return moment(both->get());
        }
        if (auto const* flag = node.as_boolean()) {
            return flag->get();
        }
        if (auto const* time = node.as_time();
            time != nullptr && time->get().second == 0 && time->get().nanosecond == 0) {
            return std::chrono::hours(time->get().hour) + std::chrono::minutes(time->get().minute);
        }
        return std::monostate{};
    }

    std::string m_file;
    int m_first_line;
};

} // namespace

TomlValue const* TomlTable::find(std::string_view key) const {
    auto const found = std::find_if(entries.begin(), entries.end(),
                                    [&](TomlEntry const& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

Checked<TomlTable> parse_toml(std::string_view text, std::string_view file, int first_line) {
    Scan const found = scan(text);
    if (found.long_text_line > 0) {
        return flaw(std::string(file), found.long_text_line + first_line - 1,
                    "a text stands between three quotes", "write it on one line in single quotes");
    }
    if (found.dots > kTomlDots) {
        return flaw(std::string(file), 0,
                    "there are more than " + std::to_string(kTomlDots) + " dots outside texts",
                    "keep to the tables the file came with");
    }
    try {
        toml::table const parsed = toml::parse(text, file);
        return Converter(file, first_line).table(parsed, 0);
    } catch (toml::parse_error const& error) {
        return flaw(std::string(file), static_cast<int>(error.source().begin.line) + first_line - 1,
                    "this is not TOML: " + utf8::repaired(error.description()),
                    "look at quotes, brackets and the lines above");
    } catch (std::exception const& error) {
        return flaw(std::string(file), 0, std::string("this cannot be read: ") + error.what(),
                    "put the file back as it was");
    }
}

} // namespace inloop::pages
