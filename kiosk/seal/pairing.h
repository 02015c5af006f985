// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/seal/ids.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::seal {

inline constexpr std::size_t kPairingSigns = 10; // of 32: 50 bits
inline constexpr std::size_t kPairingWords = 5; // of 2,048: 55 bits

// What lets a kiosk speak to the log for the first time: made by the log, typed at the kiosk, good
// for minutes and once. Capitals and digits of Crockford's base32, which has no I, L, O or U.
struct PairingCode {
    std::array<char, kPairingSigns> signs{};
    friend bool operator==(PairingCode const&, PairingCode const&) = default;
};

// Each sign drawn evenly and on its own.
[[nodiscard]] PairingCode draw_pairing_code(Random& random);

// "XXXXX-XXXXX", as a person reads it.
[[nodiscard]] std::string shown(PairingCode const& code);

// From what a person typed: small letters are fine, O is 0, I and L are 1, spaces and hyphens are
// dropped. nullopt when that is not a code.
[[nodiscard]] std::optional<PairingCode> parse_pairing_code(std::string_view typed);

// What the two sides tell each other of themselves.
struct PairingKeys {
    DevicePublicKey device{};
    LogSignPublicKey log_sign{};
    AckSignPublicKey ack_sign{};
    ByteArray<32> server_key{}; // SHA-256 of the public key of the log's TLS certificate
    DeploymentId deployment{};
    friend bool operator==(PairingKeys const&, PairingKeys const&) = default;
};

// That who knows the code has this device key and sees a server with this key: sent by the kiosk,
// computed again by the log with its own server key. Whoever stands between cannot make it.
[[nodiscard]] Hash pairing_proof(PairingCode const& code, DevicePublicKey const& device,
                                 ByteArray<32> const& server_key);

// The same from the log to the kiosk, over everything the kiosk is going to pin. Neither proof can
// be taken for the other.
[[nodiscard]] Hash pairing_reply_proof(PairingCode const& code, PairingKeys const& keys);

// Takes the same time wherever the two differ.
[[nodiscard]] bool is_same_proof(Hash const& one, Hash const& other);

// Five words of the list, by their index, that both sides show and people compare by eye: a code of
// fifty bits could be guessed from a proof by who has many machines and ten minutes, these cannot
// be made equal in time.
[[nodiscard]] std::array<std::uint16_t, kPairingWords> pairing_words(PairingKeys const& keys);

} // namespace inloop::seal
