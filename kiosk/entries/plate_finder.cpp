// SPDX-License-Identifier: EUPL-1.2
//
// Licence plates by the fourteen series ("sidecodes") the RDW has issued since 1951. How certain it
// is that six signs are a plate depends on how they are written, so each way has its own rules.
#include "kiosk/entries/finders.h"
#include "kiosk/entries/text_signs.h"

#include <algorithm>
#include <array>

namespace inloop::entries {

namespace {

constexpr std::size_t kSigns = 6;
constexpr std::size_t kGroups = 3;

// L is a letter, D a digit.
struct Series {
    std::string_view signs;
    std::size_t second; // where the second and the third group begin
    std::size_t third;
};
constexpr std::array<Series, 14> kSeries{{
    {"LLDDDD", 2, 4},
    {"DDDDLL", 2, 4},
    {"DDLLDD", 2, 4},
    {"LLDDLL", 2, 4},
    {"LLLLDD", 2, 4},
    {"DDLLLL", 2, 4},
    {"DDLLLD", 2, 5},
    {"DLLLDD", 1, 4},
    {"LLDDDL", 2, 5},
    {"LDDDLL", 1, 4},
    {"LLLDDL", 3, 5},
    {"LDDLLL", 1, 3},
    {"DLLDDD", 1, 3},
    {"DDDLLD", 3, 5},
}};
constexpr std::size_t kThird = 2; // the series from 1978, 12-AB-34
constexpr std::size_t kFourth = 3; // since 1991 no vowels, no C and no Q
constexpr std::size_t kFifth = 4; // two groups of letters beside each other: words look like it
constexpr std::size_t kSeventh = 6; // since 2008

// Groups of letters that stand between numbers in plain Dutch and English.
constexpr std::array<std::string_view, 49> kWords{
    "en",  "of",  "om",  "op",  "in",  "is",  "ik",  "tm",  "vs",  "nr",  "wk",  "st",  "km",
    "kg",  "mm",  "cm",  "ml",  "mb",  "gb",  "kb",  "to",  "or",  "at",  "on",  "by",  "no",
    "tot", "van", "uur", "min", "mtr", "stk", "std", "jan", "feb", "mrt", "mar", "apr", "mei",
    "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "pst"};
constexpr std::array<std::string_view, 7> kWeekdays{"ma", "di", "wo", "do", "vr", "za", "zo"};

// Six letters and digits with up to two gaps between them.
struct Six {
    std::array<std::size_t, kSigns> at{};
    std::array<char, kSigns> gap{}; // before the sign: ' ', '-' or 0
    std::size_t end = 0; // 0 when there are no six
};

bool is_plain(char sign) {
    return is_digit(sign) || (is_letter(sign) && sign != kLetterSign);
}

Six six_at(std::string_view text, std::size_t at) {
    Six six;
    Gap gap;
    for (std::size_t i = 0; i < kSigns; ++i) {
        Sign const sign = sign_at(text, at);
        if (!is_plain(sign.as) || gap.kind == '.' || gap.kind == '/') {
            return {};
        }
        six.at[i] = at;
        six.gap[i] = gap.kind;
        at += sign.size;
        gap = i + 1 < kSigns ? gap_at(text, at) : Gap{};
        at += gap.size;
    }
    six.end = at;
    return six;
}

class Candidate {
public:
    Candidate(std::string_view text, Six const& six) : m_text(text), m_six(six) {}

    // The number of its series, kSeries.size() for none.
    [[nodiscard]] std::size_t series() const {
        auto const found = std::ranges::find_if(kSeries, [&](Series const& series) {
            for (std::size_t i = 0; i < kSigns; ++i) {
                bool const group = i == series.second || i == series.third;
                if (is_digit(sign(i)) != (series.signs[i] == 'D') ||
                    (m_six.gap[i] != 0 && !group)) {
                    return false;
                }
            }
            return true;
        });
        return static_cast<std::size_t>(found - kSeries.begin());
    }

    [[nodiscard]] bool has_gap(char kind) const {
        return std::ranges::find(m_six.gap, kind) != m_six.gap.end();
    }
    [[nodiscard]] std::size_t gaps() const {
        return kSigns - static_cast<std::size_t>(std::ranges::count(m_six.gap, '\0'));
    }
    [[nodiscard]] bool in_capitals() const {
        return every_letter([](char letter) { return letter == upper(letter); });
    }
    [[nodiscard]] bool without_vowels() const {
        return every_letter([](char letter) {
            return std::string_view("AEIOUCQ").find(upper(letter)) == std::string_view::npos;
        });
    }
    [[nodiscard]] bool has_word(Series const& series) const {
        return is_one_of(kWords, 0, series.second) ||
               is_one_of(kWords, series.second, series.third) ||
               is_one_of(kWords, series.third, kSigns);
    }
    // "ma 12-05" and "12-05-ma"
    [[nodiscard]] bool is_day() const {
        bool const before = is_one_of(kWeekdays, 0, 2);
        std::size_t const day = before ? 2 : 0;
        return (before || is_one_of(kWeekdays, 4, kSigns)) && pair(day) <= 31 &&
               pair(day + 2) <= 12;
    }

private:
    [[nodiscard]] char sign(std::size_t i) const { return sign_at(m_text, m_six.at[i]).as; }
    [[nodiscard]] static char upper(char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    template <class Rule>
    [[nodiscard]] bool every_letter(Rule rule) const {
        return std::ranges::all_of(m_six.at, [&](std::size_t at) {
            char const as = sign_at(m_text, at).as;
            return is_digit(as) || rule(as);
        });
    }
    [[nodiscard]] unsigned pair(std::size_t i) const {
        return static_cast<unsigned>((sign(i) - '0') * 10 + (sign(i + 1) - '0'));
    }
    template <std::size_t N>
    [[nodiscard]] bool is_one_of(std::array<std::string_view, N> const& words, std::size_t begin,
                                 std::size_t end) const {
        return std::ranges::any_of(words, [&](std::string_view word) {
            if (word.size() != end - begin) {
                return false;
            }
            for (std::size_t i = begin; i < end; ++i) {
                if (as_lower(sign(i)) != word[i - begin]) {
                    return false;
                }
            }
            return true;
        });
    }

    std::string_view m_text;
    Six m_six;
};

// With both dashes hardly anything else looks like it; what is not in capitals has to have the
// letters of its series.
bool is_plate_with_dashes(Candidate const& candidate, std::size_t series) {
    return series < kFourth ? !candidate.is_day()
                            : candidate.in_capitals() || candidate.without_vowels();
}

// Words and numbers follow each other with spaces in any sentence.
bool is_plate_with_spaces(Candidate const& candidate, std::size_t series) {
    return candidate.in_capitals() &&
           (series == kThird || (series >= kFourth && candidate.without_vowels()));
}

// 1234AB is a postcode and AB1234 could be anything.
bool is_plate_in_one(Candidate const& candidate, std::size_t series) {
    if (series >= kSeventh) {
        return candidate.in_capitals() || candidate.without_vowels();
    }
    return series >= kThird && candidate.in_capitals() &&
           (series < kFifth || candidate.without_vowels());
}

// A code of more groups is no plate; the sign of the country in front is.
bool may_begin(std::string_view text, std::size_t at) {
    Sign const sign = sign_before(text, at);
    if (is_letter(sign.as) || is_digit(sign.as)) {
        return false;
    }
    std::size_t const before = at - sign.size;
    if (sign.as != '-' || !is_plain(sign_before(text, before).as)) {
        return true;
    }
    return before >= 2 && as_lower(text[before - 2]) == 'n' && as_lower(text[before - 1]) == 'l' &&
           !is_plain(sign_before(text, before - 2).as);
}

bool may_end(std::string_view text, std::size_t at) {
    Sign const sign = sign_at(text, at);
    return !is_letter(sign.as) && !is_digit(sign.as) &&
           (sign.as != '-' || !is_plain(sign_at(text, at + sign.size).as));
}

} // namespace

std::size_t plate_end(std::string_view text, std::size_t at) {
    if (!is_plain(sign_at(text, at).as) || !may_begin(text, at)) {
        return 0;
    }
    Six const six = six_at(text, at);
    if (six.end == 0 || !may_end(text, six.end)) {
        return 0;
    }
    Candidate const candidate(text, six);
    std::size_t const series = candidate.series();
    if (series == kSeries.size() || candidate.has_word(kSeries[series])) {
        return 0;
    }
    bool found = false;
    if (candidate.has_gap(' ')) {
        found = candidate.gaps() == kGroups - 1 && is_plate_with_spaces(candidate, series);
    } else if (candidate.gaps() == kGroups - 1) {
        found = is_plate_with_dashes(candidate, series);
    } else {
        found = is_plate_in_one(candidate, series);
    }
    return found ? six.end : 0;
}

} // namespace inloop::entries
