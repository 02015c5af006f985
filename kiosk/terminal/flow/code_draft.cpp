// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/code_draft.h"

#include <sodium.h>

#include <string>

namespace inloop::flow {

namespace {

constexpr std::size_t kGroup = 4; // digits of one word

int value_of(std::string_view group) {
    int value = 0;
    for (char const digit : group) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

} // namespace

void CodeDraft::set_mode(CodeMode mode) {
    clear();
    m_mode = mode;
}

bool CodeDraft::can_follow(char letter, entries::WordList const& list) const {
    if (m_mode != CodeMode::words || m_count == m_words.size() ||
        m_letter_count == m_letters.size()) {
        return false;
    }
    std::array<char, kLongestWord> prefix = m_letters;
    prefix[m_letter_count] = letter;
    bool const found = list.complete({prefix.data(), m_letter_count + 1}).count > 0;
    sodium_memzero(prefix.data(), prefix.size());
    return found;
}

bool CodeDraft::add_letter(char letter, entries::WordList const& list) {
    if (!can_follow(letter, list)) {
        return false;
    }
    m_letters[m_letter_count++] = letter;
    return true;
}

bool CodeDraft::add_digit(char digit) {
    if (m_mode != CodeMode::digits || m_digit_count == m_digits.size() || digit < '0' ||
        digit > '9') {
        return false;
    }
    m_digits[m_digit_count++] = digit;
    return true;
}

bool CodeDraft::choose_word(std::uint16_t index) {
    if (m_mode != CodeMode::words || m_count == m_words.size() || index >= entries::kWordCount) {
        return false;
    }
    m_words[m_count++] = index;
    sodium_memzero(m_letters.data(), m_letters.size());
    m_letter_count = 0;
    return true;
}

bool CodeDraft::erase() {
    if (m_letter_count > 0) {
        m_letters[--m_letter_count] = '\0';
    } else if (m_digit_count > 0) {
        m_digits[--m_digit_count] = '\0';
    } else if (m_count > 0) {
        m_words[--m_count] = 0;
    } else {
        return false;
    }
    return true;
}

bool CodeDraft::complete() const {
    return m_mode == CodeMode::words ? m_count == m_words.size() : m_digit_count == m_digits.size();
}

std::optional<std::size_t> CodeDraft::wrong_group() const {
    for (std::size_t at = 0; at + kGroup <= m_digit_count; at += kGroup) {
        int const value = value_of(digits().substr(at, kGroup));
        if (value < 1 || value > static_cast<int>(entries::kWordCount)) {
            return at / kGroup;
        }
    }
    return std::nullopt;
}

std::optional<entries::ReceiptCode> CodeDraft::code() const {
    if (!complete() || wrong_group()) {
        return std::nullopt;
    }
    entries::ReceiptCode code{m_words};
    if (m_mode == CodeMode::digits) {
        for (std::size_t i = 0; i < code.words.size(); ++i) {
            int const value = value_of(digits().substr(i * kGroup, kGroup));
            code.words[i] = static_cast<std::uint16_t>(value - 1);
        }
    }
    return code;
}

void CodeDraft::clear() {
    m_mode = CodeMode::words;
    m_count = m_letter_count = m_digit_count = 0;
    sodium_memzero(m_words.data(), sizeof m_words);
    sodium_memzero(m_letters.data(), sizeof m_letters);
    sodium_memzero(m_digits.data(), sizeof m_digits);
}

} // namespace inloop::flow
