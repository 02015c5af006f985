// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::desk {

// For how many days what is kept, after the last change of an entry. The police's privacy officer
// decides; these are what this program proposes.
struct RetentionRules {
    int text_days = 90; // of an entry that is closed: text, notes and copies are destroyed
    int nonsense_days = 30; // the same for what was set apart as nonsense
    int answer_days = 60; // of an answer, for the visitor with the code, after closing or take-over
    int week_days = 97; // of a week's secret keys, after it and its last entry are gone
    friend bool operator==(RetentionRules const&, RetentionRules const&) = default;
};

// retention.toml: [days] text = 90, nonsense = 30, answer = 60, week = 97; each from 1 to 3,650.
// Errors: `invalid_input` naming the line and what it should be.
[[nodiscard]] Result<RetentionRules> parse_retention(std::string_view toml);

enum class Overdue : std::uint8_t { text, answers, week };

// One thing a rule says must go. Nothing in it tells what was written.
struct DueItem {
    Overdue what = Overdue::text;
    seal::EntryId root{}; // of text and answers
    std::uint32_t epoch = 0; // of a week
    entries::Status status = entries::Status::closed;
    records::Seconds since = 0; // when the term began
    records::Seconds due = 0;
    friend bool operator==(DueItem const&, DueItem const&) = default;
};

// What is due now: the dry run. Entries that are open are never due, however old: they are late,
// which is another list. The keys of a week stay while one of its entries can be read, while it is
// the newest, and while a kiosk may still bring one: it was not heard since the week, or has
// letters to send.
[[nodiscard]] Result<std::vector<DueItem>> due_now(Desk& desk, RetentionRules const& rules);

// Destroys what is in `items` and still due, each with its audit row and its line of proof; returns
// how many. An entry that was opened again since the dry run stays.
[[nodiscard]] Result<std::size_t> carry_out(Desk& desk, vault::Actor const& by,
                                            RetentionRules const& rules,
                                            std::vector<DueItem> const& items);

} // namespace inloop::desk
