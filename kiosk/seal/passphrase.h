// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/secret_bytes.h"
#include "kiosk/seal/tuning.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inloop::seal {

// A passphrase for a person: words of the list, each drawn evenly and on its own, one space
// between. Fails with `unavailable` without guarded memory.
[[nodiscard]] Result<SecretText> draw_passphrase(entries::WordList const& words, Random& random,
                                                 std::size_t count = kPassphraseWords);

// A passphrase as it was drawn, from what a person typed: capitals, line ends, hyphens and spaces
// more or less do not matter. Fails with `invalid_input` when it is longer than kMaxTypedWordBytes
// or not UTF-8; `unavailable` without guarded memory.
[[nodiscard]] Result<SecretText> normalise_passphrase(std::string_view typed);

// How hard it is to try one passphrase. Stands beside each person's keys, so that it can rise.
struct LoginCost {
    std::uint32_t passes = kLoginPasses;
    std::uint32_t memory_kib = kLoginMemoryKib;
    friend bool operator==(LoginCost const&, LoginCost const&) = default;
};

// Fails with `unsupported` for a cost below Argon2's floor or above what this build is willing to
// pay (tuning.h): it may come from a stored blob that somebody changed.
[[nodiscard]] Result<void> check(LoginCost const& cost);

// What follows from a passphrase. One cannot be had from the other.
struct LoginKeys {
    SecretBytes wrap_key; // 32 bytes; opens the person's keys (person_blob.h)
    SecretBytes proof; // 32 bytes; shows that the passphrase was known
};

// One Argon2id of 64 bytes over normalise_passphrase(typed). Half a second and kLoginMemoryKib at
// the cost of a site: for a worker thread, few at a time; any thread may. Fails as check and
// normalise_passphrase do, and with `unavailable` when there is not enough memory now.
[[nodiscard]] Result<LoginKeys> derive_login_keys(std::string_view typed, LoginSalt const& salt,
                                                  LoginCost const& cost = {});

// What the log keeps to check a login by: BLAKE2b-256 of the proof.
[[nodiscard]] Hash login_verifier(ByteView proof);

// Takes the same time wherever the two differ.
[[nodiscard]] bool fits_verifier(ByteView proof, Hash const& verifier);

} // namespace inloop::seal
