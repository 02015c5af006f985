// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/signing_key.h"
#include "kiosk/wire/codec.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/wire/samples.h"

#include <gtest/gtest.h>

#include <cstddef>

namespace inloop::wire {
namespace {

using support::must;
using support::signing_key;

TEST(Codec, ReadsWhatItWrote) {
    EXPECT_EQ(
        must(read_request(must(write_request(sample_request(), signing_key(3))), device_key())),
        sample_request());
    EXPECT_EQ(must(read_reply(must(write_reply(sample_reply(), signing_key(1))), ack_key())),
              sample_reply());
}

TEST(Codec, ReadsEmptyMessages) {
    SyncRequest request;
    request.device = sample_request().device;
    EXPECT_EQ(must(read_request(must(write_request(request, signing_key(3))), device_key())),
              request);
    for (ReplyKind const kind :
         {ReplyKind::done, ReplyKind::challenge, ReplyKind::revoked, ReplyKind::too_old}) {
        SyncReply reply;
        reply.kind = kind;
        EXPECT_EQ(must(read_reply(must(write_reply(reply, signing_key(1))), ack_key())), reply);
    }
}

TEST(Codec, ReadsTimesBefore1970) {
    SyncRequest request = sample_request();
    request.health.wall = -3'000'000'000;
    EXPECT_EQ(must(read_request(must(write_request(request, signing_key(3))), device_key())),
              request);
}

TEST(Codec, SaysWhoClaimsToSpeakBeforeAnythingIsVerified) {
    Bytes body = must(write_request(sample_request(), signing_key(3)));
    body.back() ^= std::byte{1};
    Sender const sender = must(sender_of(body));
    EXPECT_EQ(sender.device, sample_request().device);
    EXPECT_EQ(sender.protocol, kProtocol);
    EXPECT_EQ(sender_of(ByteView(body).first(100)).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(sender_of({}).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(sender_of(must(write_reply(sample_reply(), signing_key(1)))).error().code,
              ErrorCode::invalid_input);
}

TEST(Codec, BelievesOnlyTheKeyItIsGiven) {
    Bytes const request = must(write_request(sample_request(), signing_key(3)));
    EXPECT_EQ(read_request(request, {signing_key(4).public_key()}).error().code, ErrorCode::crypto);
    Bytes const reply = must(write_reply(sample_reply(), signing_key(1)));
    EXPECT_EQ(read_reply(reply, {signing_key(2).public_key()}).error().code, ErrorCode::crypto);
}

// Signed by one device, in the name of another.
TEST(Codec, BelievesNoDeviceInTheNameOfAnother) {
    SyncRequest request = sample_request();
    request.device.bytes[0] ^= std::byte{1};
    Bytes const body = must(write_request(request, signing_key(3)));
    EXPECT_EQ(read_request(body, device_key()).error().code, ErrorCode::crypto);
}

// Flips every bit of what is said and signed, and one bit of every byte of the zeros between;
// returns how many flips were not refused.
template <class Read>
std::size_t accepted_flips(Bytes body, std::size_t said, Read read) {
    std::size_t accepted = 0;
    for (std::size_t at = 0; at < body.size(); ++at) {
        bool const zeros = at >= said && at < body.size() - seal::kSignatureBytes;
        for (std::size_t bit = 0; bit < 8; ++bit) {
            if (zeros && bit != at % 8) {
                continue;
            }
            auto const mask = static_cast<std::byte>(1U << bit);
            body[at] ^= mask;
            accepted += read(body) ? 1U : 0U;
            body[at] ^= mask;
        }
    }
    EXPECT_TRUE(read(body)) << "negative control";
    return accepted;
}

TEST(Codec, RefusesEverySingleFlippedBit) {
    constexpr std::size_t kRequestSaid = 52 + 261; // frame and content (format.md)
    constexpr std::size_t kReplySaid = 52 + 564;
    auto const device = device_key(); // derived once: that costs more than a check
    auto const ack = ack_key();
    Bytes const request = must(write_request(sample_request(), signing_key(3)));
    Bytes const reply = must(write_reply(sample_reply(), signing_key(1)));
    EXPECT_EQ(
        accepted_flips(request, kRequestSaid,
                       [&](Bytes const& body) { return read_request(body, device).has_value(); }),
        0U);
    EXPECT_EQ(accepted_flips(reply, kReplySaid,
                             [&](Bytes const& body) { return read_reply(body, ack).has_value(); }),
              0U);
}

// Protocol 0 lacks what came with 1.
TEST(Codec, ReadsTheProtocolBefore) {
    SyncRequest request = sample_request();
    Bytes const old = must(write_request(request, signing_key(3), kOldestProtocol));
    request.audit = {};
    request.health.problems = 0;
    EXPECT_EQ(must(read_request(old, device_key())), request);
    EXPECT_EQ(must(sender_of(old)).protocol, kOldestProtocol);

    SyncReply reply = sample_reply();
    Bytes const old_reply = must(write_reply(reply, signing_key(1), kOldestProtocol));
    reply.audit = {};
    reply.presence.reset();
    EXPECT_EQ(must(read_reply(old_reply, ack_key())), reply);
}

TEST(Codec, SaysThatAProtocolIsTooNew) {
    for (std::uint16_t const protocol : {std::uint16_t{2}, std::uint16_t{65535}}) {
        Bytes const request = must(write_request(sample_request(), signing_key(3), protocol));
        EXPECT_EQ(read_request(request, device_key()).error().code, ErrorCode::unsupported);
        EXPECT_EQ(must(sender_of(request)).protocol, protocol) << "so that the log can say so";
        Bytes const reply = must(write_reply(sample_reply(), signing_key(1), protocol));
        EXPECT_EQ(read_reply(reply, ack_key()).error().code, ErrorCode::unsupported);
    }
}

} // namespace
} // namespace inloop::wire
