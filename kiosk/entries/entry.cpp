// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/entry.h"

#include "kiosk/entries/tuning.h"

#include <algorithm>
#include <string_view>

namespace inloop::entries {

namespace {

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_language(std::string_view tag) {
    return !tag.empty() && tag.size() <= kMaxLanguageBytes && std::ranges::all_of(tag, [](char c) {
        return is_lower_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

bool is_subject(std::string_view id) {
    return id.size() <= kMaxSubjectBytes && std::ranges::all_of(id, [](char c) {
               return is_lower_or_digit(c) || c == '-' || c == '_' || c == '.';
           });
}

bool is_named(EntryKind kind) {
    return kind == EntryKind::question || kind == EntryKind::pass_on || kind == EntryKind::idea;
}

bool is_named(ClockTrust trust) {
    return trust == ClockTrust::unset || trust == ClockTrust::estimated ||
           trust == ClockTrust::synced;
}

} // namespace

Result<void> check(EntryFacts const& facts) {
    if (!is_named(facts.kind)) {
        return fail(ErrorCode::invalid_input, "the kind of the entry is none of the known ones");
    }
    if (!is_language(facts.language)) {
        return fail(ErrorCode::invalid_input,
                    "the language of the entry is not a tag of 1 to 35 letters, digits and '-'");
    }
    if (!is_subject(facts.subject)) {
        return fail(
            ErrorCode::invalid_input,
            "the subject of the entry is not an id of at most 64 of a-z, 0-9, '-', '_', '.'");
    }
    if (facts.part > DayPart::evening) {
        return fail(ErrorCode::invalid_input,
                    "the day part of the entry is none of the known ones");
    }
    if (!is_named(facts.trust)) {
        return fail(ErrorCode::invalid_input,
                    "the clock trust of the entry is none of the known ones");
    }
    return {};
}

} // namespace inloop::entries
