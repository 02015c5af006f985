// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/previews.h"
#include "kiosk/officerlog/web/tuning.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

namespace inloop::web {
namespace {

TEST(Previews, KeepTheLastOnesUnderNamesOfTheirOwn) {
    support::SeededRandom random(7);
    Previews previews(random);
    std::string const first = previews.keep(Bytes(3, std::byte{1}));
    std::string const second = previews.keep(Bytes(3, std::byte{2}));
    EXPECT_NE(first, second);
    ASSERT_NE(previews.find(first), nullptr);
    EXPECT_EQ(*previews.find(first), Bytes(3, std::byte{1}));
    EXPECT_EQ(previews.find(""), nullptr);

    for (std::size_t i = 2; i <= kPreviewsKept; ++i) {
        (void)previews.keep(Bytes(3));
    }

    EXPECT_EQ(previews.find(first), nullptr);
    ASSERT_NE(previews.find(second), nullptr);
    EXPECT_EQ(*previews.find(second), Bytes(3, std::byte{2}));
}

} // namespace
} // namespace inloop::web
