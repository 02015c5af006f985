// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/frame.h"

#include "kiosk/wire/codec.h"

#include <algorithm>
#include <string>

namespace inloop::wire {

namespace {

// magic 4 | protocol u16 | kind u16 | device 8 | nonce 16 | request 16 | length u32 | content |
// zeros | signature 64
constexpr std::size_t kProtocolAt = 4;
constexpr std::size_t kKindAt = 6;
constexpr std::size_t kDeviceAt = 8;
constexpr std::size_t kNonceAt = 16;
constexpr std::size_t kRequestAt = 32;
constexpr std::size_t kLengthAt = 48;
constexpr std::size_t kContentAt = 52;
// magic 4 | protocol u16 | reserved u16 | length u32 | content | zeros
constexpr std::size_t kUnsignedLengthAt = 8;
constexpr std::size_t kUnsignedContentAt = 12;

bool begins_with(ByteView body, std::string_view magic) {
    return body.size() >= magic.size() &&
           std::ranges::equal(body.first(magic.size()), as_bytes(magic));
}

Result<void> check_outside(std::string_view magic, ByteView body, std::size_t limit) {
    if (!begins_with(body, magic)) {
        return fail(ErrorCode::invalid_input,
                    "a message that does not begin with " + std::string(magic));
    }
    if (body.size() % kBodyUnit != 0 || body.size() > limit) {
        return fail(ErrorCode::invalid_input, std::string(magic) + ": " +
                                                  std::to_string(body.size()) +
                                                  " bytes is no size of such a message");
    }
    return {};
}

Result<void> check_protocol(std::uint16_t protocol) {
    if (protocol > kProtocol) { // 0, the oldest one, and everything between are read
        return fail(ErrorCode::unsupported, "protocol " + std::to_string(protocol) +
                                                " is newer than this build, which " + "speaks " +
                                                std::to_string(kProtocol) + ": update it");
    }
    return {};
}

void pad(Bytes& body, std::size_t behind) {
    std::size_t const units = (body.size() + behind + kBodyUnit - 1) / kBodyUnit;
    body.resize(units * kBodyUnit - behind, std::byte{0});
}

// The content that begins at `at` and whose length stands at `length_at`, in front of zeros.
Result<ByteView> content_in(ByteView inside, std::size_t length_at, std::size_t at) {
    auto const length = read_le<std::uint32_t>(inside, length_at);
    if (length > inside.size() - at) {
        return fail(ErrorCode::corrupt, "a message shorter than its content");
    }
    ByteView const padding = inside.subspan(at + length);
    if (std::ranges::any_of(padding, [](std::byte byte) { return byte != std::byte{0}; })) {
        return fail(ErrorCode::corrupt, "a message with something behind its content");
    }
    return inside.subspan(at, length);
}

} // namespace

Result<Bytes> write_signed(std::string_view magic, Frame const& frame, ByteView content,
                           std::size_t limit, seal::SigningKey const& key) {
    if (content.size() > limit - kContentAt - seal::kSignatureBytes) {
        return fail(ErrorCode::invalid_input, std::string(magic) + ": " +
                                                  std::to_string(content.size()) +
                                                  " bytes of content are too many for one message");
    }
    Bytes body;
    append(body, as_bytes(magic));
    append_le(body, frame.protocol);
    append_le(body, frame.kind);
    append(body, frame.device.bytes);
    append(body, frame.nonce.bytes);
    append(body, frame.request.bytes);
    append_le(body, static_cast<std::uint32_t>(content.size()));
    append(body, content);
    pad(body, seal::kSignatureBytes);
    append(body, key.sign(body));
    return body;
}

Result<Frame> read_frame(std::string_view magic, ByteView body, std::size_t limit) {
    if (auto outside = check_outside(magic, body, limit); !outside) {
        return tl::unexpected(outside.error());
    }
    return Frame{.protocol = read_le<std::uint16_t>(body, kProtocolAt),
                 .kind = read_le<std::uint16_t>(body, kKindAt),
                 .device = {read_array<8>(body, kDeviceAt)},
                 .nonce = {read_array<16>(body, kNonceAt)},
                 .request = {read_array<16>(body, kRequestAt)}};
}

Result<ByteView> verified_content(ByteView body, Frame const& frame, ByteArray<32> const& key) {
    if (auto known = check_protocol(frame.protocol); !known) {
        return tl::unexpected(known.error());
    }
    ByteView const inside = body.first(body.size() - seal::kSignatureBytes);
    if (!seal::is_signed_by(key, inside, body.last(seal::kSignatureBytes))) {
        return fail(ErrorCode::crypto, "the signature of the message does not fit");
    }
    return content_in(inside, kLengthAt, kContentAt);
}

Bytes write_unsigned(std::string_view magic, ByteView content) {
    Bytes body;
    append(body, as_bytes(magic));
    append_le(body, kProtocol);
    append_le(body, std::uint16_t{0});
    append_le(body, static_cast<std::uint32_t>(content.size()));
    append(body, content);
    pad(body, 0);
    return body;
}

Result<ByteView> unsigned_content(std::string_view magic, ByteView body, std::size_t limit) {
    auto checked = check_outside(magic, body, limit).and_then([&] {
        return check_protocol(read_le<std::uint16_t>(body, kProtocolAt));
    });
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    if (read_le<std::uint16_t>(body, kKindAt) != 0) {
        return fail(ErrorCode::corrupt, std::string(magic) + ": reserved bytes are not zero");
    }
    return content_in(body, kUnsignedLengthAt, kUnsignedContentAt);
}

} // namespace inloop::wire
