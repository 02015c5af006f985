// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/codec.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/wire/contents.h"
#include "kiosk/wire/frame.h"

namespace inloop::wire {

Result<Bytes> write_request(SyncRequest const& request, seal::SigningKey const& device,
                            std::uint16_t protocol) {
    Frame const frame{.protocol = protocol,
                      .kind = 0,
                      .device = request.device,
                      .nonce = request.nonce,
                      .request = request.request};
    return write_content(request, protocol).and_then([&](Bytes const& content) {
        return write_signed(kRequestMagic, frame, content, kMaxRequestBytes, device);
    });
}

Result<Bytes> write_reply(SyncReply const& reply, seal::SigningKey const& ack_sign,
                          std::uint16_t protocol) {
    Frame const frame{.protocol = protocol,
                      .kind = static_cast<std::uint16_t>(reply.kind),
                      .device = {},
                      .nonce = reply.next,
                      .request = reply.request};
    return write_content(reply, protocol).and_then([&](Bytes const& content) {
        return write_signed(kReplyMagic, frame, content, kMaxReplyBytes, ack_sign);
    });
}

Result<Sender> sender_of(ByteView body) {
    return read_frame(kRequestMagic, body, kMaxRequestBytes).map([](Frame const& frame) {
        return Sender{frame.device, frame.request, frame.protocol};
    });
}

Result<SyncRequest> read_request(ByteView body, seal::DevicePublicKey const& device) {
    auto const frame = read_frame(kRequestMagic, body, kMaxRequestBytes);
    if (!frame) {
        return tl::unexpected(frame.error());
    }
    auto const content = verified_content(body, *frame, device.bytes);
    if (!content) {
        return tl::unexpected(content.error());
    }
    if (frame->device != seal::device_id_of(device)) {
        return fail(ErrorCode::crypto, "a request in the name of another device");
    }
    if (frame->kind != 0) {
        return fail(ErrorCode::corrupt, "a request of a kind there is not");
    }
    SyncRequest request;
    request.device = frame->device;
    request.nonce = frame->nonce;
    request.request = frame->request;
    return read_content(*content, request).map([&] { return std::move(request); });
}

Result<SyncReply> read_reply(ByteView body, seal::AckSignPublicKey const& ack_sign) {
    auto const frame = read_frame(kReplyMagic, body, kMaxReplyBytes);
    if (!frame) {
        return tl::unexpected(frame.error());
    }
    auto const content = verified_content(body, *frame, ack_sign.bytes);
    if (!content) {
        return tl::unexpected(content.error());
    }
    if (frame->kind > static_cast<std::uint16_t>(ReplyKind::too_old) ||
        frame->device != seal::DeviceId{}) {
        return fail(ErrorCode::corrupt, "a reply of a kind there is not");
    }
    SyncReply reply;
    reply.kind = static_cast<ReplyKind>(frame->kind);
    reply.next = frame->nonce;
    reply.request = frame->request;
    return read_content(*content, reply).map([&] { return std::move(reply); });
}

Bytes write_pair_request(PairRequest const& request) {
    return write_unsigned(kPairRequestMagic, write_content(request));
}

Result<PairRequest> read_pair_request(ByteView body) {
    PairRequest request;
    return unsigned_content(kPairRequestMagic, body, kMaxPairRequestBytes)
        .and_then([&](ByteView content) { return read_content(content, request); })
        .map([&] { return std::move(request); });
}

Bytes write_pair_reply(PairReply const& reply) {
    return write_unsigned(kPairReplyMagic, write_content(reply));
}

Result<PairReply> read_pair_reply(ByteView body) {
    PairReply reply;
    return unsigned_content(kPairReplyMagic, body, kMaxPairReplyBytes)
        .and_then([&](ByteView content) { return read_content(content, reply); })
        .map([&] { return std::move(reply); });
}

} // namespace inloop::wire
