// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/wire/codec.h"
#include "kiosk/wire/tuning.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/wire/samples.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace inloop::wire {
namespace {

using support::must;
using support::signing_key;

SyncRequest fullest_request() {
    SyncRequest request = sample_request();
    request.health.version.assign(kMaxWordBytes, 'v');
    request.envelopes.assign(kMaxEnvelopes, Bytes(seal::kMaxEnvelopeBytes, std::byte{1}));
    return request;
}

SyncReply fullest_reply() {
    SyncReply reply = sample_reply();
    Verdict verdict = reply.verdicts.front();
    verdict.reason.assign(kMaxWordBytes, 'r');
    reply.verdicts.assign(kMaxEnvelopes, verdict);
    reply.missing.assign(kMaxMissing, {~std::uint64_t{0}, ~std::uint64_t{0}});
    reply.cases.assign(kMaxCases, reply.cases.front());
    reply.answers.assign(kMaxAnswers, Bytes(kMaxAnswerBytes, std::byte{2}));
    reply.documents.assign(
        kMaxDocuments, {std::string(kMaxWordBytes, 'd'), Bytes(kMaxDocumentBytes, std::byte{3})});
    reply.policy = Bytes(kMaxPolicyBytes, std::byte{4});
    return reply;
}

TEST(Limits, LeaveRoomForTheFullestMessages) {
    Bytes const request = must(write_request(fullest_request(), signing_key(3)));
    EXPECT_LE(request.size(), kMaxRequestBytes);
    EXPECT_EQ(request.size() % kBodyUnit, 0U);
    EXPECT_EQ(must(read_request(request, device_key())), fullest_request());
    Bytes const reply = must(write_reply(fullest_reply(), signing_key(1)));
    EXPECT_LE(reply.size(), kMaxReplyBytes);
    EXPECT_EQ(must(read_reply(reply, ack_key())), fullest_reply());
}

// Most single letters do not show in the length.
TEST(Limits, HideOneShortLetterInTheUnit) {
    SyncRequest request = sample_request();
    request.envelopes.clear();
    EXPECT_EQ(must(write_request(request, signing_key(3))).size(), kBodyUnit);
    request.envelopes.emplace_back(seal::kMinEnvelopeBytes + seal::kPaddingBytes);
    EXPECT_EQ(must(write_request(request, signing_key(3))).size(), kBodyUnit);
}

TEST(Limits, HoldWhoWritesARequest) {
    auto const refused = [](std::function<void(SyncRequest&)> const& change) {
        SyncRequest request = fullest_request();
        change(request);
        auto const body = write_request(request, signing_key(3));
        return !body && body.error().code == ErrorCode::invalid_input;
    };
    EXPECT_FALSE(refused([](SyncRequest&) {})) << "negative control";
    EXPECT_TRUE(refused([](SyncRequest& r) { r.envelopes.emplace_back(1); }));
    EXPECT_TRUE(refused(
        [](SyncRequest& r) { r.envelopes.assign(1, Bytes(kMaxEnvelopeBytesTogether + 1)); }));
    EXPECT_TRUE(refused([](SyncRequest& r) { r.health.version += 'v'; }));
}

TEST(Limits, HoldWhoWritesAReply) {
    auto const refused = [](std::function<void(SyncReply&)> const& change) {
        SyncReply reply = fullest_reply();
        change(reply);
        auto const body = write_reply(reply, signing_key(1));
        return !body && body.error().code == ErrorCode::invalid_input;
    };
    EXPECT_FALSE(refused([](SyncReply&) {})) << "negative control";
    EXPECT_TRUE(refused([](SyncReply& r) { r.verdicts.push_back(r.verdicts.front()); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.verdicts[0].reason = "Bad"; }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.verdicts[0].acknowledgement.emplace_back(); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.missing.push_back({1, 1}); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.cases.push_back(r.cases.front()); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.answers.emplace_back(1); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.answers[0].emplace_back(); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.documents.push_back(r.documents.front()); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.documents[0].content.emplace_back(); }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.documents[0].name = "../policy.pkp"; }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.documents[0].name = ""; }));
    EXPECT_TRUE(refused([](SyncReply& r) { r.policy->emplace_back(); }));
}

TEST(Limits, RefuseABodyOfAnotherSizeBeforeItsSignature) {
    Bytes body = must(write_reply(sample_reply(), signing_key(1)));
    body.resize(kMaxReplyBytes + kBodyUnit);
    EXPECT_EQ(read_reply(body, ack_key()).error().code, ErrorCode::invalid_input);
    body.resize(kBodyUnit + 1);
    EXPECT_EQ(read_reply(body, ack_key()).error().code, ErrorCode::invalid_input);
}

} // namespace
} // namespace inloop::wire
