// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/passphrase.h"

#include "kiosk/entries/receipt_code.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/sodium_access.h"
#include "kiosk/seal/typed_words.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace inloop::seal {

namespace {

static_assert(crypto_pwhash_argon2id_SALTBYTES == LoginSalt::kSize);
static_assert(kMinLoginMemoryKib * 1024 >= crypto_pwhash_argon2id_MEMLIMIT_MIN);
constexpr std::size_t kHalfBytes = 32;
constexpr std::size_t kLongestWord = 7;

Result<LoginKeys> halves_of(ByteView stretched) {
    auto wrap_key = SecretBytes::with_size(kHalfBytes);
    if (!wrap_key) {
        return tl::unexpected(wrap_key.error());
    }
    auto proof = SecretBytes::with_size(kHalfBytes);
    if (!proof) {
        return tl::unexpected(proof.error());
    }
    std::ranges::copy(stretched.first(kHalfBytes), wrap_key->span().begin());
    std::ranges::copy(stretched.last(kHalfBytes), proof->span().begin());
    return LoginKeys{std::move(*wrap_key), std::move(*proof)};
}

} // namespace

Result<SecretText> draw_passphrase(entries::WordList const& words, Random& random,
                                   std::size_t count) {
    auto phrase = SecretText::with_capacity(count * (kLongestWord + 1));
    for (std::size_t i = 0; phrase && i < count; ++i) {
        auto const word = static_cast<std::uint16_t>(random.below(entries::kWordCount));
        if ((i != 0 && !phrase->insert(phrase->size(), " ")) ||
            !phrase->insert(phrase->size(), words.word(word))) {
            return fail(ErrorCode::invalid_input,
                        "a word of the list is longer than seven letters");
        }
    }
    return phrase;
}

Result<SecretText> normalise_passphrase(std::string_view typed) {
    return normalise_words(typed);
}

Result<void> check(LoginCost const& cost) {
    if (cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || cost.passes > kMaxLoginPasses ||
        cost.memory_kib < kMinLoginMemoryKib || cost.memory_kib > kMaxLoginMemoryKib) {
        return fail(ErrorCode::unsupported, "the cost of a login is outside what this build takes");
    }
    return {};
}

Result<LoginKeys> derive_login_keys(std::string_view typed, LoginSalt const& salt,
                                    LoginCost const& cost) {
    if (auto fine = check(cost); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const phrase = normalise_passphrase(typed);
    if (!phrase) {
        return tl::unexpected(phrase.error());
    }
    auto stretched = SecretBytes::with_size(2 * kHalfBytes);
    if (!stretched) {
        return tl::unexpected(stretched.error());
    }
    if (crypto_pwhash_argon2id(raw(stretched->span().data()), stretched->view().size(),
                               phrase->view().data(), phrase->size(), raw(salt.bytes.data()),
                               cost.passes, std::size_t{cost.memory_kib} * 1024,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        return fail(ErrorCode::unavailable, "not enough memory now to check a passphrase");
    }
    return halves_of(stretched->view());
}

Hash login_verifier(ByteView proof) {
    return hash_of(proof);
}

bool fits_verifier(ByteView proof, Hash const& verifier) {
    Hash const hash = login_verifier(proof);
    return sodium_memcmp(hash.bytes.data(), verifier.bytes.data(), hash.bytes.size()) == 0;
}

} // namespace inloop::seal
