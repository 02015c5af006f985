// SPDX-License-Identifier: EUPL-1.2
//
// Numbers by the Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten) and ITU-T E.164.
#include "kiosk/entries/finders.h"
#include "kiosk/entries/text_signs.h"

#include <algorithm>

namespace inloop::entries {

namespace {

constexpr std::size_t kNational = 10; // digits with the first 0
constexpr std::size_t kSubscriber = 9; // without it
constexpr std::size_t kFewestForeign = 9; // with the country's code; fewer are prices and counts
constexpr std::size_t kMostForeign = 15;

// 06-1 to 06-5 and 06-8 are what people carry; the rest of 06 is for pagers, machines or nobody.
bool is_mobile(unsigned second) {
    return (second >= 1 && second <= 5) || second == 8;
}

// 0800, 0900, 0906, 0909: anybody's number, which a visitor may well name.
bool is_service(unsigned first, unsigned second) {
    return (first == 8 || first == 9) && second == 0;
}

// The two digits behind the 0.
bool is_in_use(unsigned first, unsigned second) {
    switch (first) {
    case 0:
    case 9:
        return false;
    case 6:
        return is_mobile(second);
    case 8: // personal, voice over the net, companies
        return second == 2 || second == 4 || second == 5 || second == 7 || second == 8;
    default:
        return true;
    }
}

// "06 12 2026 10 uur" is a day and an hour.
bool is_date(DigitRun const& run) {
    if (run.group(0) != 2 || run.group(2) != 2 || run.group(4) != 4) {
        return false;
    }
    unsigned const month = run.digit(2) * 10 + run.digit(3);
    unsigned const century = run.digit(4) * 10 + run.digit(5);
    return month >= 1 && month <= 12 && (century == 19 || century == 20);
}

// What follows the area code is grouped by one sign: "0592-12 34 56". Times and dates in a row are
// not: "06.30 07.15 08".
bool is_grouped_like_one(DigitRun const& run) {
    char seen = 0;
    for (std::size_t i = run.group(0) + 1; i < kNational; ++i) {
        if (run.gap(i) != 0 && seen != 0 && run.gap(i) != seen) {
            return false;
        }
        seen = run.gap(i) != 0 ? run.gap(i) : seen;
    }
    return true;
}

// An area code stands in a group of its own or with what follows; only 06 has two digits.
bool has_area_code(DigitRun const& run) {
    std::size_t const first = run.group(0);
    if (run.digit(1) == 6) {
        return true;
    }
    return first >= 3 && (first > 4 || run.digit(first) != 0); // no line begins with 0
}

std::size_t national_digits(DigitRun const& run) {
    bool const found = run.count() >= kNational && run.ends_at(kNational) &&
                       is_in_use(run.digit(1), run.digit(2)) && has_area_code(run) &&
                       is_grouped_like_one(run) && !is_date(run);
    return found ? kNational : 0;
}

// `from` is the first digit of the country's code.
std::size_t international_digits(DigitRun const& run, std::size_t from) {
    if (run.count() < from + kFewestForeign || run.digit(from) == 0) {
        return 0;
    }
    if (run.digit(from) == 3 && run.digit(from + 1) == 1) {
        std::size_t const zero = run.digit(from + 2) == 0 ? 1 : 0; // "+31 (0)6"
        std::size_t const line = from + 2 + zero;
        if (is_service(run.digit(line), run.digit(line + 1))) {
            return 0;
        }
        if (run.ends_at(line + kSubscriber)) {
            return line + kSubscriber;
        }
    }
    for (std::size_t n = std::min(run.count(), from + kMostForeign); n >= from + kFewestForeign;
         --n) {
        if (run.ends_at(n)) {
            return n;
        }
    }
    return 0;
}

// "612345678" and "31612345678", as address books of phones show them.
std::size_t mobile_digits_without_zero(DigitRun const& run) {
    constexpr std::size_t kWithCountry = kSubscriber + 2;
    if (run.count() >= kWithCountry && run.group(0) == kWithCountry && run.digit(0) == 3 &&
        run.digit(1) == 1 && run.digit(2) == 6 && is_mobile(run.digit(3))) {
        return run.ends_at(kWithCountry) ? kWithCountry : 0;
    }
    bool const together = run.group(0) == kSubscriber ||
                          (run.group(0) == 1 && run.count() > 1 && run.group(1) == kSubscriber - 1);
    return together && run.digit(0) == 6 && is_mobile(run.digit(1)) && run.ends_at(kSubscriber)
               ? kSubscriber
               : 0;
}

std::size_t plus_end(std::string_view text, std::size_t at) {
    std::size_t begin = at + 1;
    bool const apart = sign_at(text, begin).as == ' ';
    begin += apart ? sign_at(text, begin).size : 0;
    if (!is_digit(sign_at(text, begin).as)) {
        return 0;
    }
    DigitRun const run(text, begin);
    if (apart && (run.count() < 2 || run.digit(0) != 3 || run.digit(1) != 1)) {
        return 0; // a sum
    }
    std::size_t const digits = international_digits(run, 0);
    return digits == 0 ? 0 : run.end(digits);
}

} // namespace

std::size_t phone_end(std::string_view text, std::size_t at) {
    char const sign = sign_at(text, at).as;
    if (sign == '+') {
        return plus_end(text, at);
    }
    if (!is_digit(sign)) {
        return 0;
    }
    DigitRun const run(text, at);
    std::size_t digits = 0;
    if (sign != '0') {
        digits = is_letter(sign_before(text, at).as) ? 0 : mobile_digits_without_zero(run);
    } else if (run.count() > 4 && run.digit(1) == 0 && run.gap(1) == 0) {
        bool const dutch = run.digit(2) == 3 && run.digit(3) == 1;
        digits = dutch || run.gap(2) == 0 ? international_digits(run, 2) : 0;
    } else {
        digits = national_digits(run);
    }
    return digits == 0 ? 0 : run.end(digits);
}

} // namespace inloop::entries
