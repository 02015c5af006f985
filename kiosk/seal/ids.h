// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

#include <compare>
#include <cstddef>

namespace inloop::seal {

// N bytes that mean one thing: an id of a device cannot be taken for an id of an entry.
template <class Meaning, std::size_t N>
struct Id {
    static constexpr std::size_t kSize = N;
    ByteArray<N> bytes{};
    friend bool operator==(Id const&, Id const&) = default;
    friend auto operator<=>(Id const& a, Id const& b) { return a.bytes <=> b.bytes; }
};

using DeviceId = Id<struct DeviceIdMeaning, 8>; // start of BLAKE2b of the device's public key
using EntryId = Id<struct EntryIdMeaning, 16>; // random, made when an entry is sealed
using DeploymentId = Id<struct DeploymentIdMeaning, 16>; // random, made when a site is set up
using AnswerId = Id<struct AnswerIdMeaning, 16>; // random, made when an answer is written
using PersonId = Id<struct PersonIdMeaning, 16>; // random, made when a person is added to the log

// The person that is none: the key pair on paper, for when nobody can log in any more.
inline constexpr PersonId kRecoveryPerson{};

// Makes receipts of one deployment worthless for guessing those of another. Public.
using DeploymentSalt = Id<struct DeploymentSaltMeaning, 16>;

// Makes the same passphrase give other keys for every person. Public.
using LoginSalt = Id<struct LoginSaltMeaning, 16>;

using DevicePublicKey = Id<struct DevicePublicKeyMeaning, 32>; // Ed25519, one kiosk
using LogSignPublicKey = Id<struct LogSignPublicKeyMeaning, 32>; // Ed25519, the officers' log
using AckSignPublicKey =
    Id<struct AckSignPublicKeyMeaning, 32>; // Ed25519, the server that acknowledges
using WeekPublicKey = Id<struct WeekPublicKeyMeaning, 32>; // X25519, what letters are sealed to
using ReceiptPublicKey =
    Id<struct ReceiptPublicKeyMeaning, 32>; // X25519, what answers are sealed to
using PersonPublicKey =
    Id<struct PersonPublicKeyMeaning, 32>; // X25519, what the log's keys are sealed to

// BLAKE2b-256.
using Hash = Id<struct HashMeaning, 32>;

} // namespace inloop::seal
