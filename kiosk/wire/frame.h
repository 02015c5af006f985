// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/wire/messages.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// What stands around the content of a message (format.md, "Frame"): signed for sync, without a
// signature for pairing. Not a public header.
namespace inloop::wire {

inline constexpr std::string_view kRequestMagic = "PKQ1";
inline constexpr std::string_view kReplyMagic = "PKR1";
inline constexpr std::string_view kPairRequestMagic = "PKM1";
inline constexpr std::string_view kPairReplyMagic = "PKN1";

// What the frame of a signed message says beside its content.
struct Frame {
    std::uint16_t protocol = kProtocol;
    std::uint16_t kind = 0; // ReplyKind; 0 in a request
    seal::DeviceId device{}; // zero in a reply
    Nonce nonce{};
    Nonce request{};
};

// Frame, content, zeros up to a multiple of kBodyUnit, signature. Fails with `invalid_input` when
// that is more than `limit`.
[[nodiscard]] Result<Bytes> write_signed(std::string_view magic, Frame const& frame,
                                         ByteView content, std::size_t limit,
                                         seal::SigningKey const& key);

// The frame of a body that has this magic and one of the sizes up to `limit`; nothing is verified.
// Errors: `invalid_input`.
[[nodiscard]] Result<Frame> read_frame(std::string_view magic, ByteView body, std::size_t limit);

// The content of a body whose frame was read: `unsupported` when the protocol is not read here,
// `crypto` when `key` did not sign every byte, `corrupt` when the length or the zeros behind it are
// not in order.
[[nodiscard]] Result<ByteView> verified_content(ByteView body, Frame const& frame,
                                                ByteArray<32> const& key);

// The same for pairing, without device, nonces and signature.
[[nodiscard]] Bytes write_unsigned(std::string_view magic, ByteView content);
[[nodiscard]] Result<ByteView> unsigned_content(std::string_view magic, ByteView body,
                                                std::size_t limit);

} // namespace inloop::wire
