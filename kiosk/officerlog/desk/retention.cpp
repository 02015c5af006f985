// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/retention.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace inloop::desk {
namespace {

using entries::Closing;
using entries::Status;

constexpr records::Seconds kDay = 86'400;

int text_days(records::Entry const& root, RetentionRules const& rules) {
    return root.closing == Closing::nonsense ? rules.nonsense_days : rules.text_days;
}

bool is_over(records::Entry const& root) {
    return root.status == Status::closed || root.status == Status::taken_over;
}

DueItem item_of(Overdue what, records::Entry const& root, int days) {
    records::Seconds const since = std::max(root.closed_at, root.changed_at);
    return {.what = what,
            .root = root.id,
            .status = root.status,
            .since = since,
            .due = since + days * kDay};
}

// The text of an entry that was taken over is gone already.
Result<void> add_texts(Desk& desk, RetentionRules const& rules, std::vector<DueItem>& items) {
    Result<std::vector<records::Entry>> const roots = desk.store.roots();
    if (!roots) {
        return tl::unexpected(roots.error());
    }
    for (records::Entry const& root : *roots) {
        if (root.status == Status::closed) {
            items.push_back(item_of(Overdue::text, root, text_days(root, rules)));
        }
    }
    return {};
}

// Answers outlive the text they answer: whatever destroyed that, they have a term of their own.
Result<void> add_answers(Desk& desk, RetentionRules const& rules, std::vector<DueItem>& items) {
    Result<std::vector<records::Entry>> const roots = desk.store.roots_with_answers();
    if (!roots) {
        return tl::unexpected(roots.error());
    }
    for (records::Entry const& root : *roots) {
        if (is_over(root)) {
            items.push_back(item_of(Overdue::answers, root, rules.answer_days));
        }
    }
    return {};
}

// When kiosks that know of it sealed nothing to this week any more; nullopt: not yet. The week
// announced last is sealed to for ever where no newer one comes.
std::optional<records::Seconds> end_of_week(seal::Policy const& policy, std::uint32_t epoch) {
    auto const& weeks = policy.weeks();
    auto const week = std::ranges::find(weeks, epoch, &seal::WeekAnnouncement::epoch);
    if (week == weeks.end() || std::next(week) == weeks.end()) {
        return std::nullopt;
    }
    auto const next = std::ranges::min_element(std::next(week), weeks.end(), {},
                                               &seal::WeekAnnouncement::not_before);
    return static_cast<records::Seconds>(
        std::max(week->not_before + seal::kWeekSeconds, next->not_before));
}

// Whether a kiosk may still bring a letter of a week that was over at `end`: one that was not heard
// since, or has something to send.
bool may_bring_letters(records::Device const& kiosk, records::Seconds end) {
    return kiosk.state == records::DeviceState::active &&
           (kiosk.last_seen <= end || kiosk.health.letters_new != 0);
}

Result<void> add_weeks(Desk& desk, RetentionRules const& rules, std::vector<DueItem>& items) {
    Result<std::vector<records::KeptWeek>> const weeks = desk.store.kept_weeks();
    Result<std::vector<records::Device>> const kiosks = desk.store.devices();
    Result<seal::Policy> const policy = vault::own_policy(desk.store);
    if (!weeks || !kiosks || !policy) {
        return tl::unexpected(!weeks ? weeks.error() : !kiosks ? kiosks.error() : policy.error());
    }
    for (records::KeptWeek const& week : *weeks) {
        std::optional<records::Seconds> const end = end_of_week(*policy, week.epoch);
        if (week.readable || !end || std::ranges::any_of(*kiosks, [&](records::Device const& one) {
                return may_bring_letters(one, *end);
            })) {
            continue;
        }
        records::Seconds const since = std::max(*end, week.last_destroyed);
        items.push_back({.what = Overdue::week,
                         .epoch = week.epoch,
                         .since = since,
                         .due = since + rules.week_days * kDay});
    }
    return {};
}

Result<std::vector<DueItem>> all_terms(Desk& desk, RetentionRules const& rules) {
    std::vector<DueItem> items;
    for (auto const add : {add_texts, add_answers, add_weeks}) {
        if (Result<void> added = add(desk, rules, items); !added) {
            return tl::unexpected(added.error());
        }
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

// Tells the kiosks to forget them too.
Result<void> forget_answers(Desk& desk, records::Entry root) {
    if (Result<void> gone = desk.store.forget_answers(root.id); !gone) {
        return gone;
    }
    root.closing = Closing::expired;
    return desk.store.update(root, root.version);
}

Result<void> carry_out_on(Desk& desk, vault::Actor const& by, DueItem const& item) {
    Result<std::optional<records::Entry>> const root = desk.store.entry(item.root);
    if (!root || !*root) {
        return root ? Result<void>() : tl::unexpected(root.error());
    }
    Result<void> const done =
        item.what == Overdue::text ? destroy_text(desk, by, **root) : forget_answers(desk, **root);
    return !done ? done
                 : desk.audit.write(
                       by, {.action = item.what == Overdue::text ? "destroy" : "forget-answers",
                            .object = hex(item.root.bytes),
                            .reason = "retention"});
}

Result<void> forget_week(Desk& desk, vault::Actor const& by, DueItem const& item) {
    Result<void> const gone = desk.store.forget_week(item.epoch);
    return !gone ? gone
                 : desk.audit.write(by, {.action = "forget-week",
                                         .object = std::to_string(item.epoch),
                                         .reason = "retention"});
}

Result<void> carry_out_one(Desk& desk, vault::Actor const& by, DueItem const& item) {
    return desk.store.transaction([&]() -> Result<void> {
        return item.what == Overdue::week ? forget_week(desk, by, item)
                                          : carry_out_on(desk, by, item);
    });
}

} // namespace

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
