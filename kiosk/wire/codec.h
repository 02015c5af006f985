// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/wire/messages.h"

#include <cstddef>
#include <cstdint>

namespace inloop::wire {

inline constexpr char const* kSyncPath = "/k/v1/sync";
inline constexpr char const* kPairPath = "/k/v1/pair";

// Whole bodies are a multiple of this, so that their length says little of who was here.
inline constexpr std::size_t kBodyUnit = 4096;
inline constexpr std::size_t kMaxRequestBytes = std::size_t{320} * 1024;
inline constexpr std::size_t kMaxReplyBytes = std::size_t{1024} * 1024;

// Signed, padded bodies. Writing cannot fail for messages within their limits; what is over them
// is `invalid_input`.
[[nodiscard]] Result<Bytes> write_request(SyncRequest const& request,
                                          seal::SigningKey const& device,
                                          std::uint16_t protocol = kProtocol);
[[nodiscard]] Result<Bytes> write_reply(SyncReply const& reply, seal::SigningKey const& ack_sign,
                                        std::uint16_t protocol = kProtocol);

// What can be said of a request before its signature is verified: who claims to speak, which
// protocol.
struct Sender {
    seal::DeviceId device{};
    Nonce request{}; // to be repeated, also to a sender that is not known
    std::uint16_t protocol = 0;
};
// Errors: `invalid_input` not a request, or not of its size.
[[nodiscard]] Result<Sender> sender_of(ByteView body);

// Reads and verifies; nothing inside is parsed before the signature fits. Errors: `invalid_input`
// not such a message, `unsupported` a protocol this build does not read, `crypto` the signature
// does not fit, `corrupt` signed but not in order.
[[nodiscard]] Result<SyncRequest> read_request(ByteView body, seal::DevicePublicKey const& device);
[[nodiscard]] Result<SyncReply> read_reply(ByteView body, seal::AckSignPublicKey const& ack_sign);

// Pairing has no keys yet: its proofs are inside (seal/pairing.h). Reading fails with
// `invalid_input` for what is not such a message, `unsupported` for a protocol this build does not
// read, `corrupt` for what is not in order.
inline constexpr std::size_t kMaxPairRequestBytes = kBodyUnit;
inline constexpr std::size_t kMaxPairReplyBytes = std::size_t{128} * 1024;
[[nodiscard]] Bytes write_pair_request(PairRequest const& request);
[[nodiscard]] Result<PairRequest> read_pair_request(ByteView body);
[[nodiscard]] Bytes write_pair_reply(PairReply const& reply);
[[nodiscard]] Result<PairReply> read_pair_reply(ByteView body);

} // namespace inloop::wire
