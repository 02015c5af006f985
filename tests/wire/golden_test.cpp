// SPDX-License-Identifier: EUPL-1.2
//
// The formats to the byte. The expected values were composed a second time from format.md, in
// another language, so that a change of a format cannot pass as a change of a test.
#include "kiosk/seal/envelope.h"
#include "kiosk/wire/codec.h"
#include "kiosk/wire/frame.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/wire/samples.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace inloop::wire {
namespace {

using support::must;
using support::signing_key;

constexpr std::string_view kRequestContent =
    "a8656175646974a26468617368582006060606060606060606060606060606060606060606060606"
    "0606060606060663726f770764626f6f74500303030303030303030303030303030369656e76656c"
    "6f7065738143eeeeee666865616c7468aa65636c6f636b02646465616401646469736b01646d6164"
    "650c636e6577016870726f626c656d73026b71756172616e74696e6564006473656e740a67766572"
    "73696f6e65302e312e306477616c6c1a6afd86c068696e7374616e63655004040404040404040404"
    "04040404040466706f6c696379582005050505050505050505050505050505050505050505050505"
    "05050505050505647365656e19012c62757019ea60";
constexpr std::string_view kReplyContent =
    "ae67616e737765727381450c0c0c0c0c656175646974a2646861736858200e0e0e0e0e0e0e0e0e0e"
    "0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e63726f770865636173657381a567636c6f73"
    "696e670065656e7472795008080808080808080808080808080808677265636569707458200b0b0b"
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b6673746174757302677665"
    "7273696f6e01666368616e676519012d69646f63756d656e747381a267636f6e74656e7440646e61"
    "6d65696e6577732e746f6d6c64686176650c68696e7374616e636550040404040404040404040404"
    "04040404676d697373696e67820505646d6f7265f466706f6c696379440d0d0d0d6870726573656e63"
    "65a26770726573656e74f565756e74696c1a6afdadd0657265747279006474696d651a6afd86c168"
    "766572646963747382a36361636b5894090909090909090909090909090909090909090909090909"
    "09090909090909090909090909090909090909090909090909090909090909090909090909090909"
    "09090909090909090909090909090909090909090909090909090909090909090909090909090909"
    "09090909090909090909090909090909090909090909090909090909090909090909090909090909"
    "0909090965656e7472795008080808080808080808080808080808646b696e6401a365656e747279"
    "500a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a646b696e640366726561736f6e6d6261642d7369676e61"
    "74757265";

std::string hex(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    for (std::byte const byte : bytes) {
        out += kDigits[std::to_integer<std::size_t>(byte >> 4U)];
        out += kDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return out;
}

TEST(Golden, Request) {
    Bytes const body = must(write_request(sample_request(), signing_key(3)));
    Frame const frame = must(read_frame(kRequestMagic, body, kMaxRequestBytes));
    EXPECT_EQ(hex(must(verified_content(body, frame, device_key().bytes))), kRequestContent);
    EXPECT_EQ(hex(ByteView(body).first(16)), "504b513101000000b6e8cee269bf6989");
    EXPECT_EQ(body.size(), kBodyUnit);
    EXPECT_EQ(hex(seal::hash_of(body).bytes),
              "e39dac5da9fe9febbef85e9bbb13ba10068941c3e115b3e8cabc5f31db1d0f24");
}

TEST(Golden, Reply) {
    Bytes const body = must(write_reply(sample_reply(), signing_key(1)));
    Frame const frame = must(read_frame(kReplyMagic, body, kMaxReplyBytes));
    EXPECT_EQ(hex(must(verified_content(body, frame, ack_key().bytes))), kReplyContent);
    EXPECT_EQ(body.size(), kBodyUnit);
    EXPECT_EQ(hex(seal::hash_of(body).bytes),
              "8c4d69096e70ce5b2ca96ffb272af496de7c0fce2ff49d90db6fd59156c42c96");
}

} // namespace
} // namespace inloop::wire
