// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inloop::entries {

inline constexpr std::size_t kReceiptWords = 5;
inline constexpr std::size_t kWordCount = 2048; // 5 words of 2,048: 55 bits (security.md 2.3)

// What a visitor takes home to read the answer: five words of the list, in order. The same code can
// be shown and typed as digits by who does not read Dutch. Whoever knows the code can read the
// answer: seal::wipe() it after use.
struct ReceiptCode {
    std::array<std::uint16_t, kReceiptWords> words{}; // indexes into the word list, 0..2047

    // The 20 digits: each word as its line number in the list, in four digits, 0001..2048.
    [[nodiscard]] std::array<char, kReceiptWords * 4> digits() const;

    // Reads digits() back; spaces, dashes and dots are ignored. Fails with `invalid_input`; the
    // message says which group is wrong and never repeats what was typed.
    [[nodiscard]] static Result<ReceiptCode> parse_digits(std::string_view typed);

    friend bool operator==(ReceiptCode const&, ReceiptCode const&) = default;
};

} // namespace inloop::entries
