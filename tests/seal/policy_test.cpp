// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/opener.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/signing_key.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace inloop::seal {
namespace {

using support::must;
using support::signing_key;

WeekPublicKey week_key(unsigned seed) {
    return must(WeekSecretKey::from_bytes(0, Bytes(32, static_cast<std::byte>(seed)))).public_key();
}

Deployment some_deployment() {
    return {.id = {{std::byte{4}}},
            .salt = {{std::byte{5}}},
            .first_log_sign = {signing_key(1).public_key()}};
}

LogSignPublicKey pinned() {
    return {signing_key(1).public_key()};
}

// An announcement that keeps the signing key with this seed in force.
WeekAnnouncement week(std::uint32_t epoch, unsigned log_sign = 1) {
    return {.epoch = epoch,
            .not_before = epoch * std::uint64_t{1000},
            .week_key = week_key(epoch & 0xFFU),
            .log_sign = {signing_key(log_sign).public_key()}};
}

Bytes two_weeks() {
    PolicyDraft draft(some_deployment());
    draft.announce(week(10), signing_key(1));
    draft.announce(week(11), signing_key(1));
    return draft.write(signing_key(1));
}

Error fault_of(ByteView file) {
    auto const policy = read_policy(file, pinned());
    return policy ? Error{ErrorCode::io, "accepted"} : policy.error();
}

// Changes a policy of two weeks and signs the whole again, as a log gone wrong would.
Bytes resigned(std::function<void(Bytes&)> const& change) {
    Bytes const whole = two_weeks();
    Bytes file(whole.begin(), whole.end() - std::ptrdiff_t{kSignatureBytes});
    change(file);
    append(file, signing_key(1).sign(file));
    return file;
}

TEST(Policy, HasTheSizesOfTheFormat) {
    EXPECT_EQ(kAnnouncementBytes, 176U);
    EXPECT_EQ(two_weeks().size(), kPolicyOverhead + std::size_t{2} * 176);
}

TEST(Policy, SaysWhatTheLogAnnounced) {
    Policy const policy = must(read_policy(two_weeks(), pinned()));
    EXPECT_EQ(policy.deployment(), some_deployment());
    ASSERT_EQ(policy.weeks().size(), 2U);
    EXPECT_EQ(policy.weeks()[1].epoch, 11U);
    EXPECT_EQ(policy.weeks()[1].not_before, 11000U);
    EXPECT_EQ(policy.weeks()[1].week_key, week_key(11));
    EXPECT_EQ(policy.log_sign(), pinned());
    EXPECT_EQ(policy.chain().size(), std::size_t{2} * 176);
}

TEST(Policy, RefusesEveryFlippedBit) {
    Bytes file = two_weeks();
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        std::byte const mask{static_cast<unsigned char>(1U << (bit % 8))};
        file[bit / 8] ^= mask;
        ASSERT_FALSE(read_policy(file, pinned())) << "bit " << bit;
        file[bit / 8] ^= mask;
    }
    EXPECT_TRUE(read_policy(file, pinned())); // negative control
}

TEST(Policy, RefusesEveryFlippedBitOfAnAnnouncementEvenWhenTheWholeIsSignedAgain) {
    for (std::size_t bit = 0; bit < 2 * kAnnouncementBytes * 8; ++bit) {
        Bytes const file = resigned([&](Bytes& bytes) {
            bytes[76 + bit / 8] ^= std::byte{static_cast<unsigned char>(1U << (bit % 8))};
        });
        ASSERT_FALSE(read_policy(file, pinned())) << "bit " << bit;
    }
    EXPECT_TRUE(read_policy(resigned([](Bytes&) {}), pinned())); // negative control
}

TEST(Policy, RefusesEveryLengthButItsOwn) {
    Bytes const file = two_weeks();
    for (std::size_t size = 0; size < file.size(); ++size) {
        ASSERT_FALSE(read_policy(ByteView(file).first(size), pinned())) << size;
    }
    Bytes longer = file;
    longer.push_back(std::byte{0});
    EXPECT_EQ(fault_of(longer).message,
              "the policy has another size than its 2 announcements need");
}

TEST(Policy, TellsEachFaultOfItsHeadApart) {
    Bytes const file = two_weeks();
    auto const with = [&](std::size_t at, unsigned value) {
        Bytes bytes = file;
        bytes[at] = static_cast<std::byte>(value);
        return fault_of(bytes);
    };
    EXPECT_EQ(fault_of({}).message, "not a policy: it does not begin with PKP1");
    EXPECT_EQ(fault_of({}).code, ErrorCode::invalid_input);
    EXPECT_EQ(fault_of(ByteView(file).first(139)).message, "the policy is cut inside its head");
    EXPECT_EQ(with(4, 2).message, "the policy is of a version this build does not know: update it");
    EXPECT_EQ(with(4, 2).code, ErrorCode::unsupported);
    EXPECT_EQ(with(7, 1).message, "reserved bytes of the policy are not zero");
    EXPECT_EQ(with(72, 0).message, "the policy announces no week");
    EXPECT_EQ(with(73, 2).message, "the policy names 514 announcements, 512 is the most");
    EXPECT_EQ(with(72, 3).message, "the policy has another size than its 3 announcements need");
    EXPECT_EQ(with(40, 0).message, "the policy starts at another signing key than the one this "
                                   "kiosk was paired with");
    EXPECT_EQ(with(40, 0).code, ErrorCode::crypto);
    EXPECT_EQ(with(file.size() - 1, 0xFF).message,
              "the signature of the policy does not fit the signing key in force");
}

TEST(Policy, TellsEachFaultOfItsChainApart) {
    std::size_t const second = 76 + kAnnouncementBytes;
    EXPECT_EQ(fault_of(resigned([&](Bytes& f) { f[second] = std::byte{'X'}; })).message,
              "the policy's announcement of week 11 does not begin with PKE1");
    EXPECT_EQ(fault_of(resigned([&](Bytes& f) { f[second + 80] ^= std::byte{1}; })).message,
              "the policy's announcement of week 11 does not follow from what stands before it");
    EXPECT_EQ(fault_of(resigned([&](Bytes& f) { f[second + 8] ^= std::byte{1}; })).message,
              "the policy's announcement of week 11 is not signed by the signing key in force "
              "before it");
    EXPECT_EQ(fault_of(resigned([&](Bytes& f) { f[24] ^= std::byte{1}; })).message,
              "the policy's announcement of week 10 does not follow from what stands before it");
}

TEST(Policy, RefusesAnnouncementsThatWereSwappedOrLeftOut) {
    auto const part = [](Bytes const& file, std::size_t i) {
        return ByteView(file).subspan(76 + i * kAnnouncementBytes, kAnnouncementBytes);
    };
    Bytes const file = two_weeks();
    Bytes swapped(file.begin(), file.begin() + 76);
    append(swapped, part(file, 1));
    append(swapped, part(file, 0));
    append(swapped, signing_key(1).sign(swapped));
    EXPECT_EQ(fault_of(swapped).code, ErrorCode::crypto);
    Bytes left_out(file.begin(), file.begin() + 76);
    left_out[72] = std::byte{1};
    append(left_out, part(file, 1));
    append(left_out, signing_key(1).sign(left_out));
    EXPECT_EQ(fault_of(left_out).code, ErrorCode::crypto);
}

TEST(Policy, WantsWeekNumbersThatRise) {
    for (std::uint32_t epoch : {9U, 10U}) {
        PolicyDraft draft(some_deployment());
        draft.announce(week(10), signing_key(1));
        draft.announce(week(epoch), signing_key(1));
        EXPECT_EQ(fault_of(draft.write(signing_key(1))).message,
                  "the policy's announcement of week " + std::to_string(epoch) +
                      " is out of order: week numbers must rise");
    }
    PolicyDraft zero(some_deployment());
    zero.announce(week(0), signing_key(1));
    EXPECT_EQ(fault_of(zero.write(signing_key(1))).message, "accepted");
}

TEST(Policy, RefusesAKeyNothingCanBeSealedTo) {
    // Points of small order on Curve25519: with them every shared secret is zero.
    for (unsigned low : {0U, 1U}) {
        WeekAnnouncement bad = week(10);
        bad.week_key = {};
        bad.week_key.bytes[0] = static_cast<std::byte>(low);
        PolicyDraft draft(some_deployment());
        draft.announce(bad, signing_key(1));
        EXPECT_EQ(fault_of(draft.write(signing_key(1))).message,
                  "the policy's announcement of week 10 has a key nothing can be sealed to");
    }
}

TEST(Policy, FollowsTheSigningKeyFromHandToHand) {
    PolicyDraft draft(some_deployment());
    draft.announce(week(10, 2), signing_key(1)); // hands over to key 2
    draft.announce(week(11, 3), signing_key(2)); // hands over to key 3
    Policy const policy = must(read_policy(draft.write(signing_key(3)), pinned()));
    EXPECT_EQ(policy.log_sign().bytes, signing_key(3).public_key());
}

TEST(Policy, RefusesWhatALeavingOfficersKeySigns) {
    // given: key 1 was replaced by key 2
    PolicyDraft draft(some_deployment());
    draft.announce(week(10, 2), signing_key(1));
    // when, then: key 1 neither announces a week nor signs a policy any more
    EXPECT_EQ(fault_of(draft.write(signing_key(1))).message,
              "the signature of the policy does not fit the signing key in force");
    draft.announce(week(11, 1), signing_key(1));
    EXPECT_EQ(fault_of(draft.write(signing_key(1))).message,
              "the policy's announcement of week 11 is not signed by the signing key in force "
              "before it");
}

TEST(Policy, IsBoundToThePinnedKey) {
    auto const policy = read_policy(two_weeks(), {signing_key(2).public_key()});
    ASSERT_FALSE(policy);
    EXPECT_EQ(policy.error().code, ErrorCode::crypto);
}

TEST(Policy, TakesTheMostAnnouncementsAndNoMore) {
    PolicyDraft draft(some_deployment());
    for (std::uint32_t i = 1; i <= 512; ++i) {
        draft.announce(week(i), signing_key(1));
    }
    EXPECT_EQ(fault_of(draft.write(signing_key(1))).message, "accepted");
    draft.announce(week(513), signing_key(1));
    EXPECT_EQ(fault_of(draft.write(signing_key(1))).message,
              "the policy names 513 announcements, 512 is the most");
}

TEST(Policy, IsContinuedByAppendingOnly) {
    Policy const current = must(read_policy(two_weeks(), pinned()));
    PolicyDraft longer(current);
    longer.announce(week(12), signing_key(1));
    EXPECT_TRUE(check_succession(current, current));
    Policy const next = must(read_policy(longer.write(signing_key(1)), pinned()));
    EXPECT_TRUE(check_succession(current, next));

    auto const back = check_succession(next, current);
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().message, "the new policy does not continue the one this kiosk follows");
    PolicyDraft fork(some_deployment());
    fork.announce(week(10), signing_key(1));
    fork.announce(week(12, 2), signing_key(1));
    EXPECT_FALSE(
        check_succession(current, must(read_policy(fork.write(signing_key(2)), pinned()))));
    Deployment other = some_deployment();
    other.id.bytes[0] ^= std::byte{1};
    PolicyDraft elsewhere(other);
    elsewhere.announce(week(10), signing_key(1));
    auto const foreign =
        check_succession(current, must(read_policy(elsewhere.write(signing_key(1)), pinned())));
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().message, "the new policy belongs to another site");
}

} // namespace
} // namespace inloop::seal
