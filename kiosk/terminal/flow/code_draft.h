// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/receipt_code.h"
#include "kiosk/entries/word_list.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace inloop::flow {

// A code is typed as its words, completed from the list, or as its digits.
enum class CodeMode : std::uint8_t { words, digits };

// The code a visitor is typing. Whoever knows a code can read the answer, so clear() overwrites it.
class CodeDraft {
public:
    CodeDraft() = default;
    CodeDraft(CodeDraft const&) = default;
    CodeDraft& operator=(CodeDraft const&) = default;
    ~CodeDraft() { clear(); }

    [[nodiscard]] CodeMode mode() const { return m_mode; }
    void set_mode(CodeMode mode); // begins anew

    // Words chosen so far, 0 to 5, by their index in the list.
    [[nodiscard]] std::size_t words() const { return m_count; }
    [[nodiscard]] std::uint16_t word(std::size_t position) const { return m_words[position]; }
    // The letters of the word being typed. At most seven: no word is longer.
    [[nodiscard]] std::string_view letters() const { return {m_letters.data(), m_letter_count}; }
    // Digits typed so far, 0 to 20.
    [[nodiscard]] std::string_view digits() const { return {m_digits.data(), m_digit_count}; }

    // Whether a word of the list goes on with `letter` here; others are not taken.
    [[nodiscard]] bool can_follow(char letter, entries::WordList const& list) const;
    // False when it does not fit.
    bool add_letter(char letter, entries::WordList const& list);
    bool add_digit(char digit);
    bool choose_word(std::uint16_t index); // false when there are five already
    bool erase(); // the last letter, word or digit; false when there is none

    [[nodiscard]] bool empty() const { return m_count + m_letter_count + m_digit_count == 0; }
    [[nodiscard]] bool complete() const;
    // The first group of digits, counted from 0, that can be no word; nullopt: none.
    [[nodiscard]] std::optional<std::size_t> wrong_group() const;
    // nullopt until complete() and right.
    [[nodiscard]] std::optional<entries::ReceiptCode> code() const;

    void clear();

private:
    static constexpr std::size_t kLongestWord = 7;
    static constexpr std::size_t kDigits = entries::kReceiptWords * 4;

    CodeMode m_mode = CodeMode::words;
    std::size_t m_count = 0;
    std::size_t m_letter_count = 0;
    std::size_t m_digit_count = 0;
    std::array<std::uint16_t, entries::kReceiptWords> m_words{};
    std::array<char, kLongestWord> m_letters{};
    std::array<char, kDigits> m_digits{};
};

} // namespace inloop::flow
