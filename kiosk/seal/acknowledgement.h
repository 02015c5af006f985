// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"

#include <cstddef>
#include <cstdint>

namespace inloop::seal {

class SigningKey;

inline constexpr std::size_t kAcknowledgementBytes = 148;

// PKK1: the log has stored an envelope durably. Only with it a letter may leave the letterbox's
// new/.
struct Acknowledgement {
    DeviceId device_id{};
    std::uint64_t seq = 0;
    EntryId entry_id{};
    Hash envelope{}; // hash_of the whole envelope
    std::uint64_t server_seq = 0;
    std::uint64_t server_time = 0; // seconds since 1970-01-01 UTC
    friend bool operator==(Acknowledgement const&, Acknowledgement const&) = default;
};

[[nodiscard]] Bytes write_acknowledgement(Acknowledgement const& ack, SigningKey const& signer);

// Reads and verifies one. Errors: `invalid_input` not an acknowledgement, `corrupt` of another
// size, `crypto` not signed by `signer`.
[[nodiscard]] Result<Acknowledgement> read_acknowledgement(ByteView bytes,
                                                           AckSignPublicKey const& signer);

// True if `ack` is about exactly this envelope: its hash, and what its header says.
[[nodiscard]] bool confirms(Acknowledgement const& ack, ByteView envelope);

} // namespace inloop::seal
