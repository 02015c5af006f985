// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <gtest/gtest.h>

namespace inloop::records {

using support::must;
using support::noise;

namespace {

PersonId id(unsigned number) {
    return {{static_cast<std::byte>(number)}};
}

Person person(unsigned number, std::string const& name) {
    return {.id = id(number),
            .name = name,
            .role = Role::lead,
            .blob = noise(number, 148),
            .verifier = {{std::byte{4}}},
            .totp = noise(number + 100, 72),
            .totp_used = 5,
            .added_at = 6,
            .last_shift_end = 7};
}

class StorePeople : public testing::Test {
protected:
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StorePeople, AreFoundByNameWhateverTheCase) {
    // given
    Person const zoe = person(1, "Zo\u00eb de Wit");
    ASSERT_TRUE(store().put_person(zoe));
    ASSERT_TRUE(store().put_person(person(2, "Bram")));
    rig.reopen();
    // then
    EXPECT_EQ(must(store().person("ZO\u00cb DE WIT")), zoe);
    EXPECT_EQ(must(store().person("Zoe\u0308 de Wit")), zoe) << "the accent as a sign of its own";
    EXPECT_EQ(must(store().person("Zoe de Wit")), std::nullopt) << "the control: another name";
    EXPECT_EQ(must(store().person("\xff")), std::nullopt);
    EXPECT_EQ(must(store().people()), (std::vector{person(2, "Bram"), zoe}));
}

TEST_F(StorePeople, NeverShareAName) {
    ASSERT_TRUE(store().put_person(person(1, "Bram")));
    EXPECT_EQ(store().put_person(person(2, "BRAM")).error().code, ErrorCode::already_there);
    EXPECT_EQ(store().put_person(person(2, "")).error().code, ErrorCode::invalid_input);
    Person again = person(1, "bram");
    again.role = Role::volunteer;
    ASSERT_TRUE(store().put_person(again)) << "the same person may change";
    EXPECT_EQ(must(store().people()), std::vector{again});
}

TEST_F(StorePeople, LeaveNothingButTheirName) {
    // given
    ASSERT_TRUE(store().put_person(person(1, "Bram")));
    ASSERT_TRUE(store().put_person(person(2, "Zoe")));
    for (unsigned const who : {1U, 2U}) {
        ASSERT_TRUE(
            store().put_week_wrap({.epoch = 105, .person = id(who), .bytes = noise(9, 100)}));
        ASSERT_TRUE(store().put_log_sign_wrap({.person = id(who), .bytes = noise(8, 112)}));
    }
    // when
    ASSERT_TRUE(store().remove_person(id(1)));
    // then
    auto const left = must(store().person("bram"));
    ASSERT_TRUE(left);
    EXPECT_FALSE(left->active);
    EXPECT_TRUE(left->blob.empty());
    EXPECT_TRUE(left->totp.empty());
    EXPECT_EQ(left->verifier, seal::Hash{});
    EXPECT_TRUE(must(store().week_wraps(id(1))).empty());
    EXPECT_EQ(must(store().log_sign_wrap(id(1))), std::nullopt);
    EXPECT_EQ(must(store().person("zoe")), person(2, "Zoe")) << "nobody else changed";
    EXPECT_EQ(must(store().week_wraps(id(2))).size(), 1U);
    EXPECT_TRUE(must(store().log_sign_wrap(id(2))));
}

TEST_F(StorePeople, HaveTheWeeksThatAreNotForgotten) {
    // given
    for (std::uint32_t const epoch : {106U, 105U, 107U}) {
        ASSERT_TRUE(
            store().put_week_wrap({.epoch = epoch, .person = id(1), .bytes = noise(epoch, 100)}));
    }
    ASSERT_TRUE(store().put_week_wrap(
        {.epoch = 105, .person = seal::kRecoveryPerson, .bytes = noise(1, 100)}));
    // when
    ASSERT_TRUE(store().forget_week(105));
    rig.reopen();
    // then
    auto const weeks = must(store().week_wraps(id(1)));
    ASSERT_EQ(weeks.size(), 2U);
    EXPECT_EQ(weeks[0], (WeekWrap{.epoch = 106, .person = id(1), .bytes = noise(106, 100)}));
    EXPECT_EQ(weeks[1].epoch, 107U);
    EXPECT_TRUE(must(store().week_wraps(seal::kRecoveryPerson)).empty());
}

TEST_F(StorePeople, StandBesidePolicyAndSecrets) {
    EXPECT_EQ(store().policy().error().code, ErrorCode::not_found);
    EXPECT_EQ(store().secret("ack-sign").error().code, ErrorCode::not_found);
    ASSERT_TRUE(store().set_policy(noise(1, 500)));
    ASSERT_TRUE(store().set_policy(noise(2, 600)));
    ASSERT_TRUE(store().put_secret("ack-sign", noise(3, 32)));
    ASSERT_TRUE(store().put_secret("device", noise(4, 32)));
    ASSERT_TRUE(store().put_secret("ack-sign", noise(5, 32)));
    rig.reopen();
    EXPECT_EQ(must(store().policy()), noise(2, 600));
    EXPECT_EQ(must(store().secret("ack-sign")), noise(5, 32));
    EXPECT_EQ(must(store().secret("device")), noise(4, 32));
}

} // namespace inloop::records
