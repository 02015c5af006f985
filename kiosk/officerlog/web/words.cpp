// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/words.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <utility>

namespace inloop::web {
namespace {

std::string replaced(std::string text, std::string_view marker, std::string_view with) {
    for (std::size_t at = text.find(marker); at != std::string::npos;
         at = text.find(marker, at + with.size())) {
        text.replace(at, marker.size(), with);
    }
    return text;
}

} // namespace

Result<Words> Words::open(std::filesystem::path const& file) {
    toml::table tables;
    try {
        tables = toml::parse_file(file.string());
    } catch (toml::parse_error const& error) {
        if (!std::filesystem::exists(file)) {
            return fail(ErrorCode::not_found, file.string() + " is not there");
        }
        return fail(ErrorCode::invalid_input,
                    fmt::format("{}:{}: {}", file.string(), error.source().begin.line,
                                error.description()));
    }
    Words words;
    for (auto const& [table, entries] : tables) {
        if (!entries.is_table()) {
            return fail(ErrorCode::invalid_input,
                        fmt::format("{}:{}: a text stands in a [table]", file.string(),
                                    table.source().begin.line));
        }
        for (auto const& [key, text] : *entries.as_table()) {
            if (!text.is_string()) {
                return fail(ErrorCode::invalid_input,
                            fmt::format("{}:{}: {} is not a text", file.string(),
                                        key.source().begin.line, std::string_view(key.str())));
            }
            words.m_texts.emplace(
                fmt::format("{}.{}", std::string_view(table.str()), std::string_view(key.str())),
                text.as_string()->get());
        }
    }
    return words;
}

std::string_view Words::text(std::string_view key) const {
    auto const found = m_texts.find(key);
    return found == m_texts.end() ? key : std::string_view(found->second);
}

bool Words::has(std::string_view key) const {
    return m_texts.contains(key);
}

std::string Words::counted(std::string_view key, long long n) const {
    std::string const one = std::string(key) + "_one";
    std::string_view const text = n == 1 && has(one) ? this->text(one) : this->text(key);
    return replaced(std::string(text), "{n}", std::to_string(n));
}

std::string Words::with(std::string_view key, std::string_view what) const {
    return replaced(std::string(text(key)), "{what}", what);
}

} // namespace inloop::web
