// SPDX-License-Identifier: EUPL-1.2
//
// The burgerservicenummer: nine digits, of which a leading 0 is often left out, that pass the
// eleven test (Wet algemene bepalingen burgerservicenummer, logisch ontwerp BSN).
#include "kiosk/entries/finders.h"
#include "kiosk/entries/text_signs.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace inloop::entries {

namespace {

constexpr std::size_t kDigits = 9;

bool passes_eleven_test(DigitRun const& run, std::size_t count) {
    unsigned sum = 0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        sum += static_cast<unsigned>(count - i) * run.digit(i);
    }
    return sum != 0 && sum % 11 == run.digit(count - 1);
}

bool has_groups(DigitRun const& run, std::initializer_list<std::size_t> sizes) {
    std::size_t at = 0;
    for (std::size_t const size : sizes) {
        if (at >= run.count() || run.group(at) != size ||
            (at > 0 && run.gap(at) != run.gap(*sizes.begin()))) {
            return false;
        }
        at += size;
    }
    return true;
}

// How people write it; other groups are prices, dates and counts.
bool is_grouped(DigitRun const& run) {
    return has_groups(run, {3, 3, 3}) || has_groups(run, {4, 2, 3}) || has_groups(run, {4, 3, 2}) ||
           has_groups(run, {2, 2, 2, 3});
}

bool is_year(unsigned century) {
    return century == 19 || century == 20;
}

// Eight digits in one: 31122026 or 20261231.
bool is_date(DigitRun const& run) {
    auto const pair = [&](std::size_t i) { return run.digit(i) * 10 + run.digit(i + 1); };
    auto const is_day = [](unsigned day, unsigned month) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    };
    return (is_year(pair(4)) && is_day(pair(0), pair(2))) ||
           (is_year(pair(0)) && is_day(pair(6), pair(4)));
}

bool stands_before(std::string_view text, std::size_t at, std::string_view word) {
    for (std::size_t i = word.size(); i > 0; --i) {
        Sign const sign = sign_before(text, at);
        if (as_lower(sign.as) != word[i - 1]) {
            return false;
        }
        at -= sign.size;
    }
    return true;
}

bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
    return std::ranges::all_of(word, [&](char wanted) {
        Sign const sign = sign_at(text, at);
        at += sign.size;
        return as_lower(sign.as) == wanted;
    });
}

bool joins_numbers(char sign) {
    return std::string_view("-./,:").find(sign) != std::string_view::npos;
}

// Neither part of a longer code nor of a sum of money.
bool may_begin(std::string_view text, std::size_t at) {
    constexpr std::string_view kEuro = "\xE2\x82\xAC";
    std::string_view const before = text.substr(0, at);
    if (before.ends_with(kEuro) ||
        (before.ends_with(' ') && before.substr(0, before.size() - 1).ends_with(kEuro))) {
        return false;
    }
    Sign const sign = sign_before(text, at);
    if (is_letter(sign.as)) {
        return stands_before(text, at, "bsn");
    }
    return !joins_numbers(sign.as) || !is_digit(sign_before(text, at - sign.size).as);
}

bool may_end(std::string_view text, std::size_t at) {
    Sign const sign = sign_at(text, at);
    if (is_letter(sign.as) || stands_at(text, at, " euro")) {
        return false;
    }
    Sign const next = sign_at(text, at + sign.size);
    return !joins_numbers(sign.as) || !(is_digit(next.as) || next.as == '-');
}

} // namespace

std::size_t citizen_number_end(std::string_view text, std::size_t at) {
    if (!is_digit(sign_at(text, at).as)) {
        return 0;
    }
    DigitRun const run(text, at);
    std::size_t count = 0;
    if (run.group(0) == kDigits || run.group(0) == kDigits - 1) {
        count = run.group(0);
    } else if (is_grouped(run) && (run.count() == kDigits || run.gap(kDigits) != ' ')) {
        count = kDigits;
    }
    if (count == 0 || !run.ends_at(count) || !passes_eleven_test(run, count) ||
        (count < kDigits && (run.digit(0) == 0 || is_date(run)))) {
        return 0;
    }
    return may_begin(text, at) && may_end(text, run.end(count)) ? run.end(count) : 0;
}

} // namespace inloop::entries
