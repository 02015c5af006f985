// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/codec.h"
#include "tests/support/must.h"
#include "tests/wire/samples.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::wire {
namespace {

using support::must;

TEST(PairMessages, AreReadAsTheyWereWritten) {
    Bytes const request = write_pair_request(sample_pair_request());
    EXPECT_EQ(request.size(), kMaxPairRequestBytes);
    EXPECT_EQ(must(read_pair_request(request)), sample_pair_request());
    EXPECT_EQ(must(read_pair_reply(write_pair_reply(sample_pair_reply()))), sample_pair_reply());
    PairReply largest = sample_pair_reply();
    largest.policy.resize(kMaxPolicyBytes);
    EXPECT_EQ(must(read_pair_reply(write_pair_reply(largest))), largest);
}

// A refusal says nothing else.
TEST(PairMessages, OfARefusalHoldNoKeys) {
    PairReply refused = sample_pair_reply();
    refused.accepted = false;
    EXPECT_EQ(must(read_pair_reply(write_pair_reply(refused))), PairReply{});
}

TEST(PairMessages, OutOfOrderAreRefused) {
    Bytes const good = write_pair_request(sample_pair_request());
    auto const code_of = [](Bytes const& body) { return read_pair_request(body).error().code; };
    Bytes body = good;
    body[0] = std::byte{'X'};
    EXPECT_EQ(code_of(body), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(write_pair_reply(sample_pair_reply())), ErrorCode::invalid_input);
    body = good;
    body.resize(2 * kBodyUnit);
    EXPECT_EQ(code_of(body), ErrorCode::invalid_input);
    body = good;
    body[4] = std::byte{9};
    EXPECT_EQ(code_of(body), ErrorCode::unsupported);
    body = good;
    body[6] = std::byte{1};
    EXPECT_EQ(code_of(body), ErrorCode::corrupt);
    body = good;
    body[9] = std::byte{0xFF}; // longer than the body
    EXPECT_EQ(code_of(body), ErrorCode::corrupt);
    body = good;
    body.back() = std::byte{1};
    EXPECT_EQ(code_of(body), ErrorCode::corrupt);
}

TEST(PairMessages, TakeNoNameThatCannotBeShown) {
    PairRequest request = sample_pair_request();
    for (std::string const& name : {std::string(kMaxKioskNameBytes + 1, 'x'), std::string("\xFF"),
                                    std::string("two\nlines"), std::string("\x7F")}) {
        request.name = name;
        EXPECT_EQ(read_pair_request(write_pair_request(request)).error().code, ErrorCode::corrupt);
    }
    request.name = std::string(kMaxKioskNameBytes, 'x');
    EXPECT_TRUE(read_pair_request(write_pair_request(request))) << "negative control";
}

} // namespace
} // namespace inloop::wire
