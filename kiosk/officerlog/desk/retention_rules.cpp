// SPDX-License-Identifier: EUPL-1.2
//
// retention.toml.
#include "kiosk/officerlog/desk/retention.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <string>

namespace inloop::desk {
namespace {

constexpr std::int64_t kMostDays = 3'650;

struct Rule {
    std::string_view key;
    int RetentionRules::*days;
};
constexpr std::array kRules{
    Rule{"text", &RetentionRules::text_days},
    Rule{"nonsense", &RetentionRules::nonsense_days},
    Rule{"answer", &RetentionRules::answer_days},
    Rule{"week", &RetentionRules::week_days},
};

Error wrong(toml::source_region const& at, std::string const& what) {
    return {ErrorCode::invalid_input, fmt::format("retention.toml:{}: {}", at.begin.line, what)};
}

Result<void> read_days(toml::table const& days, RetentionRules& rules) {
    for (auto const& [key, node] : days) {
        auto const rule = std::ranges::find(kRules, key.str(), &Rule::key);
        if (rule == kRules.end()) {
            return tl::unexpected(
                wrong(key.source(), fmt::format("'{}' is not a rule: text, nonsense, answer, week",
                                                std::string_view(key.str()))));
        }
        auto const value = node.value_exact<std::int64_t>();
        if (!value || *value < 1 || *value > kMostDays) {
            return tl::unexpected(wrong(node.source(), "a number of days from 1 to 3650"));
        }
        rules.*rule->days = static_cast<int>(*value);
    }
    return {};
}

} // namespace

Result<RetentionRules> parse_retention(std::string_view text) {
    RetentionRules rules;
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (toml::parse_error const& error) {
        return tl::unexpected(wrong(error.source(), std::string(error.description())));
    }
    for (auto const& [key, node] : table) {
        if (key.str() != "days" || !node.is_table()) {
            return tl::unexpected(wrong(key.source(), "only a table [days] may stand here"));
        }
        if (Result<void> read = read_days(*node.as_table(), rules); !read) {
            return tl::unexpected(read.error());
        }
    }
    return rules;
}

} // namespace inloop::desk
