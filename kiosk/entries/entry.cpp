// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/entry.h"

#include "kiosk/entries/tuning.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace inloop::entries {

namespace {

constexpr std::int32_t kDegree = 1'000'000; // a MapPoint counts in millionths
constexpr std::int32_t kPole = 90 * kDegree;
constexpr std::int32_t kAntimeridian = 180 * kDegree;

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_language(std::string_view tag) {
    return !tag.empty() && tag.size() <= kMaxLanguageBytes && std::ranges::all_of(tag, [](char c) {
        return is_lower_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

bool is_id(std::string_view id, std::size_t most) {
    return id.size() <= most && std::ranges::all_of(id, [](char c) {
               return is_lower_or_digit(c) || c == '-' || c == '_' || c == '.';
           });
}

bool is_whole(TapAnswer const& answer) {
    return !answer.question.empty() && is_id(answer.question, kMaxIdBytes) &&
           !answer.option.empty() && is_id(answer.option, kMaxIdBytes);
}

bool is_on_globe(MapPoint const& point) {
    return point.latitude >= -kPole && point.latitude <= kPole &&
           point.longitude >= -kAntimeridian && point.longitude <= kAntimeridian;
}

bool is_named(EntryKind kind) {
    return kind == EntryKind::question || kind == EntryKind::pass_on || kind == EntryKind::idea;
}

bool is_named(ClockTrust trust) {
    return trust == ClockTrust::unset || trust == ClockTrust::estimated ||
           trust == ClockTrust::synced;
}

// What of the entry holds a number that no enum names; nullptr when nothing does.
char const* nameless(EntryFacts const& facts) {
    if (!is_named(facts.kind)) {
        return "kind";
    }
    if (facts.part > DayPart::evening) {
        return "day part";
    }
    if (!is_named(facts.trust)) {
        return "clock trust";
    }
    if (facts.happening > Happening::yes) {
        return "answer whether it is happening";
    }
    if (facts.passing > Passing::yes) {
        return "answer whether it may be passed on";
    }
    return facts.contact > ContactWish::come_by ? "contact wish" : nullptr;
}

tl::unexpected<Error> no_id(char const* what) {
    return fail(ErrorCode::invalid_input,
                std::string("the ") + what +
                    " of the entry is not an id of at most 64 of a-z, 0-9, '-', '_', '.'");
}

} // namespace

Result<void> check(EntryFacts const& facts) {
    if (char const* what = nameless(facts)) {
        return fail(ErrorCode::invalid_input,
                    std::string("the ") + what + " of the entry is none of the known ones");
    }
    if (!is_language(facts.language)) {
        return fail(ErrorCode::invalid_input,
                    "the language of the entry is not a tag of 1 to 35 letters, digits and '-'");
    }
    if (!is_id(facts.subject, kMaxSubjectBytes)) {
        return no_id("subject");
    }
    if (!is_id(facts.spot.street, kMaxIdBytes)) {
        return no_id("street");
    }
    if (facts.spot.point && !is_on_globe(*facts.spot.point)) {
        return fail(ErrorCode::invalid_input, "the point of the entry lies outside the globe");
    }
    if (facts.answers.size() > kMaxAnswers) {
        return fail(ErrorCode::invalid_input,
                    "the entry has more answers than a subject can ask for");
    }
    if (!std::ranges::all_of(facts.answers, is_whole)) {
        return no_id("question or option of an answer");
    }
    return {};
}

} // namespace inloop::entries
