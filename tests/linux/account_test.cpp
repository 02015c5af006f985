// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/account.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace inloop::platform {
namespace {

constexpr uid_t kOwner = 1001;
constexpr gid_t kGroup = 44;

Account account(uid_t id, std::vector<gid_t> groups) {
    return {.name = "somebody", .id = id, .groups = std::move(groups)};
}

TEST(Account, TheFirstClassOfModeBitsThatFitsCounts) {
    Account const owner = account(kOwner, {kGroup});
    Account const member = account(1002, {7, kGroup});
    Account const other = account(1003, {7});
    EXPECT_TRUE(grants(0600, kOwner, kGroup, owner, Right::write));
    EXPECT_FALSE(grants(0600, kOwner, kGroup, member, Right::read));
    EXPECT_TRUE(grants(0060, kOwner, kGroup, member, Right::write));
    EXPECT_FALSE(grants(0066, kOwner, kGroup, owner, Right::write)) << "the kernel's rule";
    EXPECT_FALSE(grants(0660, kOwner, kGroup, other, Right::read));
    EXPECT_TRUE(grants(0001, kOwner, kGroup, other, Right::enter));
    EXPECT_FALSE(grants(0001, kOwner, kGroup, other, Right::write));
}

TEST(Account, RootMayEverything) {
    EXPECT_TRUE(grants(0, kOwner, kGroup, account(0, {0}), Right::write));
}

TEST(Account, KnowsItselfAndRootAndNobodyElseByName) {
    EXPECT_EQ(own_account().id, ::geteuid());
    ASSERT_TRUE(account_of("root"));
    EXPECT_EQ(account_of("root")->id, 0U);
    EXPECT_FALSE(account_of("no-such-user-here"));
    EXPECT_EQ(name_of_user(0), "root");
    EXPECT_EQ(name_of_user(54321), "54321");
}

TEST(Account, OfTheOwnUserTheKernelIsAsked) {
    EXPECT_TRUE(may(own_account(), "/proc/self/status", Right::read));
    EXPECT_FALSE(may(own_account(), "/proc/self/no-such-file", Right::read));
    EXPECT_FALSE(may(account(54321, {}), "/proc/1/environ", Right::read));
    EXPECT_TRUE(may(account(54321, {}), "/", Right::enter));
}

} // namespace
} // namespace inloop::platform
