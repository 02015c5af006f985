// SPDX-License-Identifier: EUPL-1.2
//
// Bodies that are signed well and hold what they should not: a stolen device key or a log gone
// wrong. Nothing throws, nothing is believed.
#include "kiosk/wire/codec.h"
#include "kiosk/wire/fields.h"
#include "kiosk/wire/frame.h"
#include "kiosk/wire/plain_cbor.h"
#include "kiosk/wire/tuning.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/wire/samples.h"

#include <gtest/gtest.h>

#include <functional>
#include <initializer_list>
#include <string>

namespace inloop::wire {
namespace {

using support::must;
using support::signing_key;

Result<SyncReply> read_signed(ByteView content, Frame const& frame = {}) {
    return read_reply(
        must(write_signed(kReplyMagic, frame, content, kMaxReplyBytes, signing_key(1))), ack_key());
}

// What a reply with these fields, signed well, is taken for.
ErrorCode code_of(std::function<void(FieldWriter&)> const& write) {
    FieldWriter out;
    write(out);
    auto const reply = read_signed(out.cbor());
    return reply ? ErrorCode::already_there : reply.error().code;
}
constexpr ErrorCode kRead = ErrorCode::already_there;

std::vector<FieldWriter> one(std::function<void(FieldWriter&)> const& write) {
    std::vector<FieldWriter> list(1);
    write(list.front());
    return list;
}

Bytes bytes(std::initializer_list<unsigned> values) {
    Bytes out;
    for (unsigned const value : values) {
        out.push_back(static_cast<std::byte>(value));
    }
    return out;
}

TEST(Hostile, ContentsWithWrongTypesAreRefused) {
    EXPECT_EQ(code_of([](FieldWriter&) {}), kRead) << "negative control";
    EXPECT_EQ(code_of([](FieldWriter& w) { w.text("later", "x"); }), kRead) << "newer: ignored";
    EXPECT_EQ(code_of([](FieldWriter& w) { w.text("time", "now"); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.signed_number("have", -1); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.number("time", ~std::uint64_t{0}); }),
              ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.number("retry", std::uint64_t{1} << 32U); }),
              ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.number("more", 1); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.bytes("instance", Bytes(15)); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.bytes("cases", Bytes(3)); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.numbers("cases", {1}); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.numbers("answers", {1}); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.byte_strings("missing", {Bytes(1)}); }),
              ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.numbers("missing", {3}); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.numbers("missing", {4, 3}); }), ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.number("presence", 1); }), ErrorCode::corrupt);
}

TEST(Hostile, ListsLongerThanTheirLimitAreRefused) {
    std::vector<std::uint64_t> numbers(2 * kMaxMissing);
    EXPECT_EQ(code_of([&](FieldWriter& w) { w.numbers("missing", numbers); }), kRead);
    numbers.insert(numbers.end(), {1, 1});
    EXPECT_EQ(code_of([&](FieldWriter& w) { w.numbers("missing", numbers); }), ErrorCode::corrupt);
    std::vector<Bytes> const answers(kMaxAnswers + 1);
    EXPECT_EQ(code_of([&](FieldWriter& w) { w.byte_strings("answers", answers); }),
              ErrorCode::corrupt);
    EXPECT_EQ(
        code_of([](FieldWriter& w) { w.byte_strings("answers", {Bytes(kMaxAnswerBytes + 1)}); }),
        ErrorCode::corrupt);
}

TEST(Hostile, ItemsWithoutWhatTheyAreAboutAreRefused) {
    EXPECT_EQ(code_of([](FieldWriter& w) { w.maps("verdicts", std::vector<FieldWriter>(1)); }),
              ErrorCode::corrupt);
    EXPECT_EQ(code_of([](FieldWriter& w) { w.maps("cases", std::vector<FieldWriter>(1)); }),
              ErrorCode::corrupt);
    auto const verdict = [](std::uint64_t kind) {
        return code_of([&](FieldWriter& w) {
            w.maps("verdicts", one([&](FieldWriter& v) {
                       v.bytes("entry", Bytes(16));
                       v.number("kind", kind);
                   }));
        });
    };
    EXPECT_EQ(verdict(2), kRead);
    EXPECT_EQ(verdict(0), ErrorCode::corrupt);
    EXPECT_EQ(verdict(4), ErrorCode::corrupt);
}

TEST(Hostile, NamesAndReasonsWithOtherLettersAreRefused) {
    auto const document = [](std::string const& name) {
        return code_of([&](FieldWriter& w) {
            w.maps("documents", one([&](FieldWriter& d) {
                       d.text("name", name);
                       d.bytes("content", {});
                   }));
        });
    };
    EXPECT_EQ(document("roster.toml"), kRead);
    for (char const* name : {"", "..", "a/../b", "Roster.toml", "a\\b", "a b", "\xFF", "a\n"}) {
        EXPECT_EQ(document(name), ErrorCode::corrupt) << name;
    }
}

TEST(Hostile, FramesThatSayTooMuchAreRefused) {
    Bytes const empty = FieldWriter().cbor();
    EXPECT_TRUE(read_signed(empty));
    EXPECT_EQ(read_signed(empty, {.kind = 4}).error().code, ErrorCode::corrupt);
    EXPECT_EQ(read_signed(empty, {.device = {{std::byte{1}}}}).error().code, ErrorCode::corrupt);
    // Something behind the content, which is signed with it.
    Bytes longer = empty;
    longer.push_back(std::byte{0xF5});
    EXPECT_EQ(read_signed(longer).error().code, ErrorCode::corrupt);
    EXPECT_EQ(read_signed({}).error().code, ErrorCode::corrupt);
}

TEST(Hostile, OnlyPlainCborIsParsed) {
    EXPECT_TRUE(is_plain_cbor(bytes({0xA1, 0x61, 0x61, 0x82, 0x20, 0xF5}))); // {"a": [-1, true]}
    EXPECT_FALSE(is_plain_cbor({}));
    EXPECT_FALSE(is_plain_cbor(bytes({0xA1, 0x61}))); // cut
    EXPECT_FALSE(is_plain_cbor(bytes({0x01, 0x01}))); // two items
    EXPECT_FALSE(is_plain_cbor(bytes({0x9F, 0xFF}))); // a list without its length
    EXPECT_FALSE(is_plain_cbor(bytes({0x7F, 0x61, 0x61, 0xFF}))); // a text in parts
    EXPECT_FALSE(is_plain_cbor(bytes({0xC1, 0x01}))); // a tag
    EXPECT_FALSE(is_plain_cbor(bytes({0xF6}))); // null
    EXPECT_FALSE(is_plain_cbor(bytes({0xF9, 0x3C, 0x00}))); // 1.0
    EXPECT_FALSE(is_plain_cbor(bytes({0x1C}))); // reserved
    EXPECT_FALSE(is_plain_cbor(bytes({0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF})));
    EXPECT_FALSE(is_plain_cbor(bytes({0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF})));
    EXPECT_FALSE(is_plain_cbor(bytes({0x3B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF})));
}

// Each of these would make a parser that calls itself use up the stack.
TEST(Hostile, DepthEndsNoProgram) {
    std::size_t const most = kMaxReplyBytes / 2;
    for (unsigned const opening : {0x81U, 0xA1U, 0x9FU, 0xBFU, 0x7FU, 0x5FU, 0xC1U}) {
        Bytes const deep(most, static_cast<std::byte>(opening));
        EXPECT_EQ(read_signed(deep).error().code, ErrorCode::corrupt) << opening;
    }
    Bytes nested(kMaxDepth - 1, std::byte{0x81});
    nested.push_back(std::byte{0x01});
    EXPECT_TRUE(is_plain_cbor(nested)) << "negative control";
    nested.insert(nested.begin(), std::byte{0x81});
    EXPECT_FALSE(is_plain_cbor(nested));
}

TEST(Hostile, ElementsAreCounted) {
    Bytes list = bytes({0x99, 0x7F, 0xFF}); // 32,767 items and the list itself
    list.resize(list.size() + kMaxElements - 1, std::byte{0x01});
    EXPECT_TRUE(is_plain_cbor(list));
    list[1] = std::byte{0x80};
    list[2] = std::byte{0x00};
    list.push_back(std::byte{0x01});
    EXPECT_FALSE(is_plain_cbor(list));
}

} // namespace
} // namespace inloop::wire
