// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/toml_reader.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace inloop::pages {

namespace {

// The minutes since midnight of "13:00"; at most "24:00".
std::optional<std::chrono::minutes> clock_reading(std::string_view text) {
    auto const digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
        return std::nullopt;
    }
    auto const two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    auto const time = std::chrono::hours(two(0)) + std::chrono::minutes(two(3));
    bool const fine = two(3) < 60 && time <= std::chrono::hours(24);
    return fine ? std::optional<std::chrono::minutes>(time) : std::nullopt;
}

} // namespace

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
    return local_text_of(**value, key);
}

Checked<LocalText> TomlReader::local_text_of(TomlValue const& value, std::string_view key) const {
    auto const* table = std::get_if<TomlTable>(&value.content);
    if (table == nullptr) {
        return wrong(value, key, "a table of texts by language, { nl = \"...\" }");
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
        return flaw(m_file, value.line, full_key(key) + " has no Dutch text (nl)", "add it");
    }
    return LocalText(std::move(texts), value.line);
}

Checked<std::vector<TomlValue> const*> TomlReader::list(std::string_view key) const {
    static std::vector<TomlValue> const kNone;
    TomlValue const* value = m_table.find(key);
    if (value == nullptr) {
        return &kNone;
    }
    auto const* values = std::get_if<std::vector<TomlValue>>(&value->content);
    if (values == nullptr) {
        return wrong(*value, key, "a list, [ ... ]");
    }
    return values;
}

Checked<std::vector<std::string>> TomlReader::texts(std::string_view key) const {
    auto const values = list(key);
    if (!values) {
        return tl::unexpected(values.error());
    }
    std::vector<std::string> out;
    for (TomlValue const& value : **values) {
        auto text = text_of(value, m_file, full_key(key));
        if (!text) {
            return tl::unexpected(text.error());
        }
        out.push_back(std::move(*text));
    }
    return out;
}

Checked<std::vector<LocalText>> TomlReader::local_texts(std::string_view key) const {
    auto const values = list(key);
    if (!values) {
        return tl::unexpected(values.error());
    }
    std::vector<LocalText> out;
    for (TomlValue const& value : **values) {
        auto text = local_text_of(value, key);
        if (!text) {
            return tl::unexpected(text.error());
        }
        out.push_back(std::move(*text));
    }
    return out;
}

Checked<std::vector<TomlTable const*>> TomlReader::tables(std::string_view key) const {
    TomlValue const* value = m_table.find(key);
    std::vector<TomlTable const*> out;
    if (value == nullptr) {
        return out;
    }
    std::string const needed = "a list of tables, each begun with [[" + full_key(key) + "]]";
    auto const* values = std::get_if<std::vector<TomlValue>>(&value->content);
    if (values == nullptr) {
        return wrong(*value, key, needed);
    }
    for (TomlValue const& entry : *values) {
        auto const* table = std::get_if<TomlTable>(&entry.content);
        if (table == nullptr) {
            return wrong(entry, key, needed);
        }
        out.push_back(table);
    }
    return out;
}

Checked<TomlTable const*> TomlReader::table(std::string_view key) const {
    TomlValue const* value = m_table.find(key);
    if (value == nullptr) {
        return nullptr;
    }
    auto const* table = std::get_if<TomlTable>(&value->content);
    if (table == nullptr) {
        return wrong(*value, key, "a table, begun with [" + full_key(key) + "]");
    }
    return table;
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

Checked<std::chrono::minutes> TomlReader::time(std::string_view key) const {
    auto value = required(key);
    if (!value) {
        return tl::unexpected(value.error());
    }
    if (auto const* time = std::get_if<std::chrono::minutes>(&(*value)->content)) {
        return *time;
    }
    auto const* text = std::get_if<std::string>(&(*value)->content);
    auto const time = text != nullptr ? clock_reading(*text) : std::nullopt;
    if (!time) {
        return wrong(**value, key, "a time of the day, as in \"13:00\"");
    }
    return *time;
}

Checked<std::chrono::sys_seconds> TomlReader::moment(std::string_view key) const {
    auto value = required(key);
    if (!value) {
        return tl::unexpected(value.error());
    }
    auto const* moment = std::get_if<std::chrono::sys_seconds>(&(*value)->content);
    if (moment == nullptr) {
        return wrong(**value, key, "a date with a time, as in 2026-11-24T16:00:00Z");
    }
    return *moment;
}

Checked<bool> TomlReader::flag(std::string_view key, bool otherwise) const {
    TomlValue const* value = m_table.find(key);
    if (value == nullptr) {
        return otherwise;
    }
    auto const* flag = std::get_if<bool>(&value->content);
    if (flag == nullptr) {
        return wrong(*value, key, "true or false");
    }
    return *flag;
}

int TomlReader::line_of(std::string_view key) const {
    TomlValue const* value = m_table.find(key);
    return value != nullptr ? value->line : m_table.line;
}

tl::unexpected<Problem> TomlReader::refuse(std::string_view key, std::string_view cause,
                                           std::string mend) const {
    return flaw(m_file, line_of(key), full_key(key) + " " + std::string(cause), std::move(mend));
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
