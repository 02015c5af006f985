// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/recovery_words.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/seal/typed_words.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

namespace inloop::seal {

namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kCheckedBytes = kSecretBytes + 1;
constexpr unsigned kWordBits = 11;
static_assert(kCheckedBytes * 8 == kRecoveryWords * kWordBits);
constexpr std::size_t kLongestWord = 7;

std::byte check_of(ByteView secret) {
    return hash_of(secret).bytes[0];
}

// The number of word `place`: bits are counted from the highest of the first byte on.
std::uint16_t word_at(ByteView checked, std::size_t place) {
    unsigned number = 0;
    for (std::size_t bit = place * kWordBits; bit < (place + 1) * kWordBits; ++bit) {
        unsigned const byte = std::to_integer<unsigned>(checked[bit / 8]);
        number = (number << 1U) | ((byte >> (7U - bit % 8)) & 1U);
    }
    return static_cast<std::uint16_t>(number);
}

void put_word(std::span<std::byte> checked, std::size_t place, std::uint16_t number) {
    for (unsigned i = 0; i < kWordBits; ++i) {
        std::size_t const bit = place * kWordBits + i;
        unsigned const value = (static_cast<unsigned>(number) >> (kWordBits - 1 - i)) & 1U;
        checked[bit / 8] |= static_cast<std::byte>(value << (7U - bit % 8));
    }
}

std::size_t words_in(std::string_view normal) {
    return normal.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(normal, ' ')) + 1;
}

// Secret and check byte of exactly kRecoveryWords words.
Result<SecretBytes> checked_of(std::string_view normal, entries::WordList const& words) {
    auto checked = SecretBytes::with_size(kCheckedBytes);
    for (std::size_t place = 0; checked && place < kRecoveryWords; ++place) {
        std::string_view const word = normal.substr(0, normal.find(' '));
        auto const number = words.find(word);
        if (!number) {
            return fail(ErrorCode::invalid_input,
                        "word " + std::to_string(place + 1) + " is not in the list");
        }
        put_word(checked->span(), place, *number);
        normal.remove_prefix(std::min(word.size() + 1, normal.size()));
    }
    return checked;
}

} // namespace

Result<SecretText> recovery_words(ByteView secret, entries::WordList const& words) {
    if (secret.size() != kSecretBytes) {
        return fail(ErrorCode::invalid_input, "a secret on paper is not 32 bytes");
    }
    auto checked = SecretBytes::with_size(kCheckedBytes);
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    *std::ranges::copy(secret, checked->span().begin()).out = check_of(secret);
    auto text = SecretText::with_capacity(kRecoveryWords * (kLongestWord + 1));
    for (std::size_t place = 0; text && place < kRecoveryWords; ++place) {
        if ((place != 0 && !text->insert(text->size(), " ")) ||
            !text->insert(text->size(), words.word(word_at(checked->view(), place)))) {
            return fail(ErrorCode::invalid_input,
                        "a word of the list is longer than seven letters");
        }
    }
    return text;
}

Result<SecretBytes> secret_of_recovery_words(std::string_view typed,
                                             entries::WordList const& words) {
    auto const normal = normalise_words(typed);
    if (!normal) {
        return tl::unexpected(normal.error());
    }
    if (std::size_t const count = words_in(normal->view()); count != kRecoveryWords) {
        return fail(ErrorCode::invalid_input,
                    "there are " + std::to_string(count) + " words instead of 24");
    }
    auto const checked = checked_of(normal->view(), words);
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    auto secret = SecretBytes::with_size(kSecretBytes);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    std::ranges::copy(checked->view().first(kSecretBytes), secret->span().begin());
    if (checked->view().back() != check_of(secret->view())) {
        return fail(ErrorCode::invalid_input,
                    "the check of the words does not fit: one of them is another word than on the "
                    "paper, or two changed places");
    }
    return secret;
}

} // namespace inloop::seal
