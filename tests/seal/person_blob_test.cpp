// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/person_blob.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace inloop::seal {
namespace {

using support::must;
using support::SeededRandom;

struct Sealed {
    SeededRandom random{1};
    BoxKeys keys = must(BoxKeys::generate(random));
    Bytes wrap_key = Bytes(32, std::byte{7});
    PersonBlob head{.person = {{std::byte{9}}},
                    .salt = {{std::byte{5}}},
                    .cost = {.passes = 1, .memory_kib = 8},
                    .public_key = keys.public_key};
    Bytes blob = must(write_person_blob(head, keys, wrap_key, random));
};

template <class T>
ErrorCode code_of(Result<T> const& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::io : result.error().code;
}

TEST(PersonBlob, IsReadAndOpened) {
    Sealed const sealed;
    EXPECT_EQ(sealed.blob.size(), 148U);
    EXPECT_EQ(must(read_person_blob(sealed.blob)), sealed.head);
    BoxKeys const keys = must(open_person_blob(sealed.blob, sealed.wrap_key));
    EXPECT_EQ(keys.public_key, sealed.keys.public_key);
    EXPECT_TRUE(std::ranges::equal(keys.secret.view(), sealed.keys.secret.view()));
}

TEST(PersonBlob, NamesThePublicKeyItHolds) {
    Sealed sealed;
    sealed.head.public_key = {};
    Bytes const blob =
        must(write_person_blob(sealed.head, sealed.keys, sealed.wrap_key, sealed.random));
    EXPECT_EQ(must(read_person_blob(blob)).public_key, sealed.keys.public_key);
}

TEST(PersonBlob, OpensWithItsPassphraseOnly) {
    Sealed sealed;
    sealed.wrap_key[31] ^= std::byte{1};
    EXPECT_EQ(code_of(open_person_blob(sealed.blob, sealed.wrap_key)), ErrorCode::crypto);
    for (std::size_t size : {0U, 31U, 33U}) {
        EXPECT_EQ(code_of(open_person_blob(sealed.blob, Bytes(size))), ErrorCode::invalid_input);
        EXPECT_EQ(code_of(write_person_blob(sealed.head, sealed.keys, Bytes(size), sealed.random)),
                  ErrorCode::invalid_input);
    }
}

TEST(PersonBlob, RefusesEveryFlippedBitAndEveryOtherSize) {
    Sealed const sealed;
    auto const opens = [&](ByteView bytes) {
        return open_person_blob(bytes, sealed.wrap_key).has_value();
    };
    expect_every_flipped_bit_refused(sealed.blob, opens);
    expect_every_other_size_refused(sealed.blob, opens);
    EXPECT_EQ(code_of(read_person_blob(as_bytes("PKO"))), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(read_person_blob(as_bytes("PKO1"))), ErrorCode::corrupt);
}

TEST(PersonBlob, CannotAskForATerabyte) {
    for (std::size_t at : {39U, 43U}) { // the highest byte of passes and of memory
        Sealed sealed;
        sealed.blob[at] = std::byte{0x40};
        EXPECT_EQ(code_of(read_person_blob(sealed.blob)), ErrorCode::unsupported);
    }
    Sealed sealed;
    sealed.head.cost.memory_kib = kMaxLoginMemoryKib + 1;
    EXPECT_EQ(code_of(write_person_blob(sealed.head, sealed.keys, sealed.wrap_key, sealed.random)),
              ErrorCode::unsupported);
}

TEST(PersonBlob, RefusesHalvesThatDoNotFit) {
    Sealed sealed;
    BoxKeys mixed = must(BoxKeys::from_secret(sealed.keys.secret.view()));
    mixed.public_key = must(BoxKeys::generate(sealed.random)).public_key;
    Bytes const blob = must(write_person_blob(sealed.head, mixed, sealed.wrap_key, sealed.random));
    auto const keys = open_person_blob(blob, sealed.wrap_key);
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().message, "the halves of a person's keys do not fit");
}

} // namespace
} // namespace inloop::seal
