// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/secret_bytes.h"
#include "kiosk/seal/tuning.h"

#include <cstdint>

namespace inloop::seal {

// Five words, each drawn evenly and on its own: 55 bits.
[[nodiscard]] entries::ReceiptCode draw_receipt_code(Random& random);

// Overwrites a code that is no longer needed.
void wipe(entries::ReceiptCode& code);

// How hard it is to try one code. Tests take less; a site never changes it: every receipt given out
// would stop working.
struct ReceiptCost {
    std::uint64_t passes = kReceiptPasses;
    std::size_t memory_bytes = kReceiptMemoryBytes;
};

// The X25519 pair that follows from a code. The secret half opens answers and is stored nowhere.
struct ReceiptKeyPair {
    ReceiptPublicKey public_key;
    SecretBytes secret;
};

// Argon2id over the five words joined by '-' with the deployment's salt, then
// crypto_box_seed_keypair (security.md 2.3). The same code always gives the same pair. Takes 0.3 s
// on a desktop and 1 to 2 s on a Pi 4 at the cost of a site, so it is called on a worker thread;
// any thread may. libsodium cannot report progress: who waits shows progress by time. Fails with
// `unavailable` when there is not enough memory now, `invalid_input` for a cost below Argon2's
// floor.
[[nodiscard]] Result<ReceiptKeyPair> derive_receipt_keys(entries::ReceiptCode const& code,
                                                         entries::WordList const& words,
                                                         DeploymentSalt const& salt,
                                                         ReceiptCost const& cost = {});

// The receipt key of a letter that wants no answer: a real public key whose secret is thrown away.
// Plain random bytes would show, since half of them are no public key.
[[nodiscard]] Result<ReceiptPublicKey> draw_unanswered_key(Random& random);

} // namespace inloop::seal
