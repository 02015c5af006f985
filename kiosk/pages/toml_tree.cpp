// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/toml_tree.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/tuning.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <map>
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
        return flaw(std::string(file), 0, "there are more than 256 dots outside texts",
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

std::string TomlReader::full_key(std::string_view key) const {
    return m_name.empty() ? std::string(key) : m_name + "." + std::string(key);
}

Checked<TomlValue const*> TomlReader::required(std::string_view key) const {
    TomlValue const* value = m_table.find(key);
    if (value == nullptr) {
        return flaw(m_file, m_table.line, full_key(key) + " is missing", "add it");
    }
    return value;
}

tl::unexpected<Problem> TomlReader::wrong(TomlValue const& value, std::string_view key,
                                          std::string_view needed) const {
    return flaw(m_file, value.line, full_key(key) + " is not " + std::string(needed),
                "write " + std::string(needed));
}

Checked<std::string> text_of(TomlValue const& value, std::string_view file,
                             std::string_view full_key) {
    auto const* text = std::get_if<std::string>(&value.content);
    std::string const key(full_key);
    if (text == nullptr) {
        return flaw(std::string(file), value.line, key + " is not a text", "put it in quotes");
    }
    if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
        return flaw(std::string(file), value.line, key + " is empty", "write the text");
    }
    if (utf8::count(*text) > kPhraseCodePoints) {
        return flaw(std::string(file), value.line, key + " is too long", "make it shorter");
    }
    if (auto fine = check_text(*text, file); !fine || text->find_first_of("\r\n\t") != text->npos) {
        return flaw(std::string(file), value.line, key + " holds a line end or control character",
                    "write it as one line");
    }
    return *text;
}

Checked<std::string> TomlReader::text(std::string_view key) const {
    auto value = required(key);
    if (!value) {
        return tl::unexpected(value.error());
    }
    return text_of(**value, m_file, full_key(key));
}

Checked<LocalText> TomlReader::local_text(std::string_view key) const {
    auto value = required(key);
    if (!value) {
        return tl::unexpected(value.error());
    }
    auto const* table = std::get_if<TomlTable>(&(*value)->content);
    if (table == nullptr) {
        return wrong(**value, key, "a table of texts by language, { nl = \"...\" }");
    }
    std::map<std::string, std::string, std::less<>> texts;
    for (TomlEntry const& entry : table->entries) {
        auto text = text_of(entry.value, m_file, full_key(key) + "." + entry.key);
        if (!text) {
            return tl::unexpected(text.error());
        }
        texts.emplace(entry.key, std::move(*text));
    }
    if (!texts.contains(kFirstLanguage)) {
        return flaw(m_file, (*value)->line, full_key(key) + " has no Dutch text (nl)", "add it");
    }
    return LocalText(std::move(texts), (*value)->line);
}

Checked<std::chrono::year_month_day> TomlReader::date(std::string_view key) const {
    auto value = required(key);
    if (!value) {
        return tl::unexpected(value.error());
    }
    auto const* date = std::get_if<std::chrono::year_month_day>(&(*value)->content);
    if (date == nullptr || !date->ok()) {
        return wrong(**value, key, "a date without quotes, as in 2026-11-23");
    }
    return *date;
}

Checked<std::int64_t> TomlReader::number(std::string_view key) const {
    auto value = required(key);
    if (!value) {
        return tl::unexpected(value.error());
    }
    auto const* number = std::get_if<std::int64_t>(&(*value)->content);
    if (number == nullptr) {
        return wrong(**value, key, "a whole number");
    }
    return *number;
}

Checked<void> TomlReader::only(std::initializer_list<std::string_view> known) const {
    for (TomlEntry const& entry : m_table.entries) {
        if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
            return flaw(m_file, entry.value.line, full_key(entry.key) + " is not a known key",
                        "look for a typing error or take it out");
        }
    }
    return {};
}

} // namespace inloop::pages
