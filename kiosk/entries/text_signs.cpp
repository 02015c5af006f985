// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/text_signs.h"

#include <algorithm>

namespace inloop::entries {

namespace {

constexpr unsigned kContinued = 0x80; // 10xxxxxx: inside a code point
constexpr unsigned kContinuedMask = 0xC0;
constexpr unsigned kSixBits = 0x3F;

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

std::size_t size_at(std::string_view text, std::size_t at) {
    unsigned const first = byte_at(text, at);
    std::size_t const told = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(told, text.size() - at);
}

unsigned code_point_at(std::string_view text, std::size_t at, std::size_t size) {
    constexpr std::array<unsigned, 5> kMasks{0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned code = byte_at(text, at) & kMasks[size];
    for (std::size_t i = 1; i < size; ++i) {
        code = (code << 6U) | (byte_at(text, at + i) & kSixBits);
    }
    return code;
}

// Zeros of the digits that stand in ten code points after each other: Arabic-Indic, its eastern
// form, and the wide ones of East Asian keyboards.
constexpr std::array<unsigned, 3> kZeros{0x0660, 0x06F0, 0xFF10};

bool is_space(unsigned code) {
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F;
}
bool is_dash(unsigned code) {
    return (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}
bool is_accented(unsigned code) { // Latin-1 letters, Latin Extended A and B
    return code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7;
}

char seen_as(unsigned code) {
    for (unsigned const zero : kZeros) {
        if (code >= zero && code < zero + 10) {
            return static_cast<char>('0' + (code - zero));
        }
    }
    if (is_space(code)) {
        return ' ';
    }
    if (is_dash(code)) {
        return '-';
    }
    return is_accented(code) ? kLetterSign : kOtherSign;
}

} // namespace

Sign sign_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return {};
    }
    std::size_t const size = size_at(text, at);
    return {size == 1 ? text[at] : seen_as(code_point_at(text, at, size)), size};
}

Sign sign_before(std::string_view text, std::size_t at) {
    if (at == 0) {
        return {};
    }
    std::size_t begin = at - 1;
    while (begin > 0 && (byte_at(text, begin) & kContinuedMask) == kContinued) {
        --begin;
    }
    return sign_at(text.substr(0, at), begin);
}

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

bool is_letter(char sign) {
    char const lower = as_lower(sign);
    return (lower >= 'a' && lower <= 'z') || sign == kLetterSign;
}

char as_lower(char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

Gap gap_at(std::string_view text, std::size_t at) {
    Gap gap;
    for (std::size_t i = 0; i < kMostGapSigns; ++i) {
        Sign const sign = sign_at(text, at + gap.size);
        if (sign.as == ' ' || sign.as == '(' || sign.as == ')') {
            gap.kind = gap.kind == 0 ? ' ' : gap.kind;
        } else if (sign.as == '-' || sign.as == '.' || sign.as == '/') {
            if (gap.kind != 0 && gap.kind != ' ') {
                return {}; // "..", "--": more than stands inside a number
            }
            gap.kind = sign.as;
        } else {
            break;
        }
        gap.size += sign.size;
    }
    return gap;
}

DigitRun::DigitRun(std::string_view text, std::size_t at) : m_text(text) {
    Gap gap;
    while (m_count < kMost && is_digit(sign_at(text, at).as)) {
        m_places[m_count] = at;
        m_gaps[m_count] = gap.kind;
        ++m_count;
        at += sign_at(text, at).size;
        gap = gap_at(text, at);
        at += gap.size;
    }
}

unsigned DigitRun::digit(std::size_t i) const {
    return static_cast<unsigned>(sign_at(m_text, m_places[i]).as - '0');
}

bool DigitRun::ends_at(std::size_t n) const {
    return n == m_count ? m_count < kMost : n < m_count && m_gaps[n] != 0;
}

std::size_t DigitRun::group(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < m_count && m_gaps[end] == 0) {
        ++end;
    }
    return end - i;
}

std::size_t DigitRun::end(std::size_t n) const {
    return m_places[n - 1] + sign_at(m_text, m_places[n - 1]).size;
}

} // namespace inloop::entries
