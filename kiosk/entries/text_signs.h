// SPDX-License-Identifier: EUPL-1.2
//
// A visitor's text sign by sign, where it stands: nothing of it is copied. For the finders of
// personal data.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace inloop::entries {

// Signs that no keyboard types into a number, as one value each.
inline constexpr char kLetterSign = '\1'; // a letter with an accent
inline constexpr char kOtherSign = '\2'; // any other sign, and the ends of the text

// One sign as the finders see it: the digits of Arabic scripts as 0 to 9, spaces and dashes of any
// width as ' ' and '-', the rest of ASCII as it is.
struct Sign {
    char as = kOtherSign;
    std::size_t size = 0; // bytes; 0 at the end of the text
};

[[nodiscard]] Sign sign_at(std::string_view text, std::size_t at);
[[nodiscard]] Sign sign_before(std::string_view text, std::size_t at);

[[nodiscard]] bool is_digit(char sign);
[[nodiscard]] bool is_letter(char sign); // with or without an accent
[[nodiscard]] char as_lower(char sign);

// What stands between two groups of a number: up to kMostGapSigns spaces and brackets with one of
// "-./" among them at most.
inline constexpr std::size_t kMostGapSigns = 3;
struct Gap {
    char kind = 0; // ' ', '-', '.' or '/'; 0 when there is none
    std::size_t size = 0; // bytes
};
[[nodiscard]] Gap gap_at(std::string_view text, std::size_t at);

// Digits that follow each other with at most one gap between two of them.
class DigitRun {
public:
    // One more than the longest number that is looked for, 00 and fifteen digits.
    static constexpr std::size_t kMost = 18;

    // `at` is that of a digit.
    DigitRun(std::string_view text, std::size_t at);

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] unsigned digit(std::size_t i) const;
    // The gap before digit i, 0 when there is none. Never anything before the first.
    [[nodiscard]] char gap(std::size_t i) const { return m_gaps[i]; }
    // True when a number can end after n digits.
    [[nodiscard]] bool ends_at(std::size_t n) const;
    // How many digits stand together from digit i on.
    [[nodiscard]] std::size_t group(std::size_t i) const;
    // The byte behind the n-th digit.
    [[nodiscard]] std::size_t end(std::size_t n) const;

private:
    std::string_view m_text;
    std::size_t m_count = 0;
    std::array<std::size_t, kMost> m_places{};
    std::array<char, kMost> m_gaps{};
};

} // namespace inloop::entries
