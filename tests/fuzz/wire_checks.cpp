// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/wire_checks.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/wire/codec.h"
#include "kiosk/wire/contents.h"
#include "kiosk/wire/frame.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/wire/samples.h"

#include <cstdio>
#include <cstdlib>

namespace inloop::fuzz {

namespace {

using support::must;

// Not assert(): fuzzers run optimised too.
void promise(bool kept, char const* what) {
    if (!kept) {
        std::fprintf(stderr, "broken promise: %s\n", what);
        std::abort();
    }
}

seal::SigningKey const& device() {
    static seal::SigningKey const kDevice = support::signing_key(3);
    return kDevice;
}
seal::SigningKey const& log() {
    static seal::SigningKey const kLog = support::signing_key(1);
    return kLog;
}

// Derived once: that costs more than a check.
seal::DevicePublicKey const& device_public() {
    static seal::DevicePublicKey const kKey = wire::device_key();
    return kKey;
}
seal::AckSignPublicKey const& ack_public() {
    static seal::AckSignPublicKey const kKey = wire::ack_key();
    return kKey;
}

} // namespace

bool check_request_content(ByteView content) {
    wire::Frame const frame{.device = seal::device_id_of(device_public())};
    auto const body =
        wire::write_signed(wire::kRequestMagic, frame, content, wire::kMaxRequestBytes, device());
    if (!body) {
        return false;
    }
    auto const request = wire::read_request(*body, device_public());
    if (!request) {
        promise(request.error().code == ErrorCode::corrupt, "what is signed well is corrupt");
        return false;
    }
    promise(request->envelopes.size() <= wire::kMaxEnvelopes, "envelopes have a limit");
    auto const again = wire::write_request(*request, device());
    promise(again.has_value(), "what was read can be written");
    promise(must(wire::read_request(*again, device_public())) == *request,
            "what was written is read as the same");
    return true;
}

bool check_reply_content(ByteView content) {
    auto const body =
        wire::write_signed(wire::kReplyMagic, {}, content, wire::kMaxReplyBytes, log());
    if (!body) {
        return false;
    }
    auto const reply = wire::read_reply(*body, ack_public());
    if (!reply) {
        promise(reply.error().code == ErrorCode::corrupt, "what is signed well is corrupt");
        return false;
    }
    auto const again = wire::write_reply(*reply, log());
    promise(again.has_value(), "what was read can be written");
    promise(must(wire::read_reply(*again, ack_public())) == *reply,
            "what was written is read as the same");
    return true;
}

bool check_pair_request(ByteView body) {
    auto const request = wire::read_pair_request(body);
    if (!request) {
        return false;
    }
    promise(request->name.size() <= wire::kMaxKioskNameBytes, "a name has a limit");
    promise(must(wire::read_pair_request(wire::write_pair_request(*request))) == *request,
            "what was written is read as the same");
    return true;
}

Bytes sample_request_content() {
    return must(wire::write_content(wire::sample_request(), wire::kProtocol));
}
Bytes sample_reply_content() {
    return must(wire::write_content(wire::sample_reply(), wire::kProtocol));
}
Bytes sample_pair_request() {
    return wire::write_pair_request(wire::sample_pair_request());
}

} // namespace inloop::fuzz
