// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/retention.h"

#include "kiosk/base/hex.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace inloop::desk {
namespace {

using entries::Closing;
using entries::Status;

constexpr records::Seconds kDay = 86'400;
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

records::Seconds now_of(Desk const& desk) {
    return desk.clock.wall().time_since_epoch().count();
}

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

int text_days(records::Entry const& root, RetentionRules const& rules) {
    return root.closing == Closing::nonsense ? rules.nonsense_days : rules.text_days;
}

// The text of an entry that was taken over or destroyed otherwise is gone already.
void add_due_of(records::Entry const& root, RetentionRules const& rules,
                std::vector<DueItem>& items) {
    if (root.status != Status::closed) {
        return;
    }
    records::Seconds const since = std::max(root.closed_at, root.changed_at);
    if (!root.body.empty()) {
        items.push_back({.what = Overdue::text,
                         .root = root.id,
                         .status = root.status,
                         .since = since,
                         .due = since + text_days(root, rules) * kDay});
    }
    if (root.closing != Closing::expired && root.answered_at != 0) {
        items.push_back({.what = Overdue::answers,
                         .root = root.id,
                         .status = root.status,
                         .since = since,
                         .due = since + rules.answer_days * kDay});
    }
}

Result<std::vector<DueItem>> all_terms(Desk& desk, RetentionRules const& rules) {
    Result<std::vector<records::Entry>> const roots = desk.store.roots();
    if (!roots) {
        return tl::unexpected(roots.error());
    }
    std::vector<DueItem> items;
    for (records::Entry const& root : *roots) {
        add_due_of(root, rules, items);
    }
    return items;
}

Result<void> destroy_text(Desk& desk, vault::Actor const& by, records::Entry const& root) {
    records::Destroyed const proof{
        .entry = root.id,
        .status = root.status,
        .closing = root.closing,
        .arrived_at = root.arrived_at,
        .closed_at = root.closed_at,
        .destroyed_at = now_of(desk),
        .by = by.name,
        .reason = "retention",
    };
    return desk.store.destroy(proof);
}

Result<void> forget_answers(Desk& desk, records::Entry root) {
    if (Result<void> gone = desk.store.forget_answers(root.id); !gone) {
        return gone;
    }
    // Tells the kiosks to forget them too.
    root.closing = Closing::expired;
    return desk.store.update(root, root.version);
}

Result<void> carry_out_one(Desk& desk, vault::Actor const& by, DueItem const& item) {
    Result<std::optional<records::Entry>> const root = desk.store.entry(item.root);
    if (!root || !*root) {
        return root ? Result<void>() : tl::unexpected(root.error());
    }
    return desk.store.transaction([&]() -> Result<void> {
        Result<void> const done = item.what == Overdue::text ? destroy_text(desk, by, **root)
                                                             : forget_answers(desk, **root);
        if (!done) {
            return done;
        }
        return desk.audit.write(
            by, {.action = item.what == Overdue::text ? "destroy" : "forget-answers",
                 .object = hex(item.root.bytes),
                 .reason = "retention"});
    });
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

Result<std::vector<DueItem>> due_now(Desk& desk, RetentionRules const& rules) {
    Result<std::vector<DueItem>> items = all_terms(desk, rules);
    if (items) {
        records::Seconds const now = now_of(desk);
        std::erase_if(*items, [now](DueItem const& item) { return item.due > now; });
    }
    return items;
}

Result<std::size_t> carry_out(Desk& desk, vault::Actor const& by, RetentionRules const& rules,
                              std::vector<DueItem> const& items) {
    Result<std::vector<DueItem>> const due = due_now(desk, rules);
    if (!due) {
        return tl::unexpected(due.error());
    }
    std::size_t count = 0;
    for (DueItem const& item : items) {
        if (std::ranges::find(*due, item) == due->end()) {
            continue;
        }
        if (Result<void> done = carry_out_one(desk, by, item); !done) {
            return tl::unexpected(done.error());
        }
        ++count;
    }
    return count;
}

} // namespace inloop::desk
