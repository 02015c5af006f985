// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/key_wraps.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

// A person, and a site whose keys are wrapped for that person.
struct Wrapped {
    PersonId person{{std::byte{9}}};
    SealedSite site;
    BoxKeys keys = must(BoxKeys::generate(site.random));
    BoxKeys others = must(BoxKeys::generate(site.random));
    WeekAnnouncement announced = site.policy().weeks()[0];
    Bytes week = must(write_week_wrap(site.weeks[0], person, keys.public_key));
    Bytes log_sign = must(write_log_sign_wrap(site.log_sign, person, keys.public_key));
};

template <class T>
ErrorCode code_of(Result<T> const& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::io : result.error().code;
}

TEST(WeekWrap, GivesTheSecretOfTheWeekBack) {
    Wrapped const wrapped;
    EXPECT_EQ(wrapped.week.size(), 100U);
    EXPECT_EQ(must(read_week_wrap(wrapped.week)), (WeekWrap{22, wrapped.person}));
    auto const week =
        must(open_week_wrap(wrapped.week, wrapped.person, wrapped.keys, wrapped.announced));
    EXPECT_EQ(week.epoch(), 22U);
    EXPECT_TRUE(std::ranges::equal(week.bytes(), wrapped.site.weeks[0].bytes()));
}

TEST(WeekWrap, OpensForItsPersonKeysAndWeekOnly) {
    Wrapped wrapped;
    auto const open = [&](PersonId const& person, BoxKeys const& keys,
                          WeekAnnouncement const& week) {
        return code_of(open_week_wrap(wrapped.week, person, keys, week));
    };
    EXPECT_EQ(open(kRecoveryPerson, wrapped.keys, wrapped.announced), ErrorCode::not_found);
    EXPECT_EQ(open(wrapped.person, wrapped.others, wrapped.announced), ErrorCode::crypto);
    EXPECT_EQ(open(wrapped.person, wrapped.keys, wrapped.site.policy().weeks()[1]),
              ErrorCode::not_found);
    WeekAnnouncement replaced = wrapped.announced;
    replaced.week_key = wrapped.site.weeks[1].public_key();
    EXPECT_EQ(open(wrapped.person, wrapped.keys, replaced), ErrorCode::crypto);
}

TEST(WeekWrap, RefusesEveryFlippedBitAndEveryOtherSize) {
    Wrapped const wrapped;
    auto const opens = [&](ByteView bytes) {
        return open_week_wrap(bytes, wrapped.person, wrapped.keys, wrapped.announced).has_value();
    };
    expect_every_flipped_bit_refused(wrapped.week, opens);
    expect_every_other_size_refused(wrapped.week, opens);
    EXPECT_EQ(code_of(read_week_wrap(Bytes(99))), ErrorCode::corrupt);
}

TEST(LogSignWrap, GivesTheSigningKeyBack) {
    Wrapped const wrapped;
    EXPECT_EQ(wrapped.log_sign.size(), 132U);
    EXPECT_EQ(must(read_log_sign_wrap(wrapped.log_sign)),
              (LogSignWrap{wrapped.person, wrapped.site.pinned()}));
    auto const key = must(open_log_sign_wrap(wrapped.log_sign, wrapped.person, wrapped.keys));
    EXPECT_TRUE(std::ranges::equal(key.seed(), wrapped.site.log_sign.seed()));
}

TEST(LogSignWrap, OpensForItsPersonAndKeysOnly) {
    Wrapped const wrapped;
    EXPECT_EQ(code_of(open_log_sign_wrap(wrapped.log_sign, kRecoveryPerson, wrapped.keys)),
              ErrorCode::not_found);
    EXPECT_EQ(code_of(open_log_sign_wrap(wrapped.log_sign, wrapped.person, wrapped.others)),
              ErrorCode::crypto);
}

TEST(LogSignWrap, RefusesHalvesThatDoNotFit) {
    Wrapped wrapped;
    auto const other = support::signing_key(7).public_key();
    std::ranges::copy(other, std::span(wrapped.log_sign).subspan(20).begin());
    auto const key = open_log_sign_wrap(wrapped.log_sign, wrapped.person, wrapped.keys);
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().message, "the halves of a wrapped signing key do not fit");
}

TEST(LogSignWrap, RefusesEveryFlippedBitAndEveryOtherSize) {
    Wrapped const wrapped;
    auto const opens = [&](ByteView bytes) {
        return open_log_sign_wrap(bytes, wrapped.person, wrapped.keys).has_value();
    };
    expect_every_flipped_bit_refused(wrapped.log_sign, opens);
    expect_every_other_size_refused(wrapped.log_sign, opens);
    EXPECT_EQ(code_of(read_log_sign_wrap(as_bytes("PKL"))), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(read_log_sign_wrap(as_bytes("PKL1"))), ErrorCode::corrupt);
}

TEST(KeyWraps, AreNotWrittenForAKeyThatIsNone) {
    SealedSite const site;
    EXPECT_EQ(code_of(write_week_wrap(site.weeks[0], {}, {})), ErrorCode::crypto);
    EXPECT_EQ(code_of(write_log_sign_wrap(site.log_sign, {}, {})), ErrorCode::crypto);
}

} // namespace
} // namespace inloop::seal
