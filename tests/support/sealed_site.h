// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/sealer.h"
#include "kiosk/seal/signing_key.h"
#include "tests/support/manual_clock.h"
#include "tests/support/seeded_random.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::support {

// A visitor's text.
[[nodiscard]] SecretText secret_text(std::string_view text);

// An Ed25519 key whose seed is 32 times this byte.
[[nodiscard]] seal::SigningKey signing_key(unsigned seed);

// Facts of an ordinary question.
[[nodiscard]] entries::EntryFacts question();

// Facts that say something in every place a letter has: with a contact by phone.
[[nodiscard]] entries::EntryFacts full_facts();

// A letter, by default an ordinary question that asks for no call and no e-mail.
[[nodiscard]] entries::Letter letter_of(std::string_view text,
                                        entries::EntryFacts facts = question(),
                                        std::string_view contact = "");

// A site with real keys, all from one seed: a log with week keys, its policy, and a kiosk. Week
// kFirstWeek begins a day before the clock's time, the others a week after each other.
struct SealedSite {
    static constexpr std::uint32_t kFirstWeek = 22;
    static constexpr std::uint32_t kWeeks = 3;

    explicit SealedSite(std::uint64_t seed = 1);

    // Reads the policy file again.
    [[nodiscard]] seal::Policy policy() const;
    [[nodiscard]] seal::LogSignPublicKey pinned() const { return {log_sign.public_key()}; }
    [[nodiscard]] Bytes letter(std::string_view text, std::uint64_t seq = 1);
    // "Hallo" with full_facts() and a phone number.
    [[nodiscard]] Bytes full_letter();

    SeededRandom random;
    ManualClock clock;
    seal::SigningKey log_sign;
    std::vector<seal::WeekSecretKey> weeks;
    Bytes policy_file;
    seal::Sealer sealer;
};

} // namespace inloop::support
