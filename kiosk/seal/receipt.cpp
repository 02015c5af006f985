// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/receipt.h"

#include "kiosk/seal/signing_key.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace inloop::seal {

namespace {

static_assert(crypto_pwhash_argon2id_SALTBYTES == DeploymentSalt::kSize);
static_assert(crypto_box_SEEDBYTES == kSeedBytes);

// Five words of at most seven letters and the four '-' between them.
constexpr std::size_t kMaxPhraseBytes = entries::kReceiptWords * 7 + entries::kReceiptWords - 1;

// Writes "woord-woord-woord-woord-woord" to guarded memory; returns its length.
std::size_t write_phrase(entries::ReceiptCode const& code, entries::WordList const& words,
                         std::span<std::byte> out) {
    auto at = out.begin();
    for (std::uint16_t const index : code.words) {
        if (at != out.begin()) {
            *at++ = std::byte{'-'};
        }
        at = std::ranges::copy(as_bytes(words.word(index)), at).out;
    }
    return static_cast<std::size_t>(at - out.begin());
}

Result<void> check_cost(ReceiptCost const& cost) {
    if (cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN ||
        cost.passes > crypto_pwhash_argon2id_OPSLIMIT_MAX ||
        cost.memory_bytes < crypto_pwhash_argon2id_MEMLIMIT_MIN ||
        cost.memory_bytes > crypto_pwhash_argon2id_MEMLIMIT_MAX) {
        return fail(ErrorCode::invalid_input, "the cost of a receipt is outside what Argon2 takes");
    }
    return {};
}

Result<ReceiptKeyPair> pair_of(ByteView seed) {
    auto secret = SecretBytes::with_size(crypto_box_SECRETKEYBYTES);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    ReceiptPublicKey public_key;
    crypto_box_seed_keypair(raw(public_key.bytes.data()), raw(secret->span().data()),
                            raw(seed.data()));
    return ReceiptKeyPair{public_key, std::move(*secret)};
}

} // namespace

entries::ReceiptCode draw_receipt_code(Random& random) {
    entries::ReceiptCode code;
    for (std::uint16_t& word : code.words) {
        word = static_cast<std::uint16_t>(random.below(entries::kWordCount));
    }
    return code;
}

void wipe(entries::ReceiptCode& code) {
    wipe(std::as_writable_bytes(std::span(code.words)));
}

Result<ReceiptKeyPair> derive_receipt_keys(entries::ReceiptCode const& code,
                                           entries::WordList const& words,
                                           DeploymentSalt const& salt, ReceiptCost const& cost) {
    if (auto fine = check_cost(cost); !fine) {
        return tl::unexpected(fine.error());
    }
    auto phrase = SecretBytes::with_size(kMaxPhraseBytes);
    auto seed = SecretBytes::with_size(kSeedBytes);
    if (!phrase || !seed) {
        return tl::unexpected(phrase ? seed.error() : phrase.error());
    }
    std::size_t const size = write_phrase(code, words, phrase->span());
    if (crypto_pwhash_argon2id(raw(seed->span().data()), kSeedBytes,
                               reinterpret_cast<char const*>(phrase->view().data()), size,
                               raw(salt.bytes.data()), cost.passes, cost.memory_bytes,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        return fail(ErrorCode::unavailable, "not enough memory now to make the receipt's key");
    }
    return pair_of(seed->view());
}

Result<ReceiptPublicKey> draw_unanswered_key(Random& random) {
    auto seed = SecretBytes::with_size(kSeedBytes);
    if (!seed) {
        return tl::unexpected(seed.error());
    }
    random.fill(seed->span());
    return pair_of(seed->view()).map([](ReceiptKeyPair const& pair) { return pair.public_key; });
}

} // namespace inloop::seal
