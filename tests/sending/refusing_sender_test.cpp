// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/refusing_sender.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <string_view>
#include <variant>

namespace inloop::sending {
namespace {

using flow::NotStoredReason;

TEST(RefusingSender, SaysNothingUnasked) {
    RefusingSender sender(NotStoredReason::broken);
    EXPECT_FALSE(sender.take_outcome().has_value());
}

TEST(RefusingSender, GivesEachLetterBackOnceAndInOrder) {
    for (NotStoredReason const reason : {NotStoredReason::full, NotStoredReason::broken,
                                         NotStoredReason::no_keys, NotStoredReason::busy}) {
        // given
        RefusingSender sender(reason);
        // when
        sender.send(support::question(), support::secret_text("een"));
        sender.send(support::question(), support::secret_text("twee"));
        // then
        for (std::string_view const words : {"een", "twee"}) {
            auto outcome = sender.take_outcome();
            ASSERT_TRUE(outcome.has_value());
            auto const* failed = std::get_if<flow::event::StoreFailed>(&*outcome);
            ASSERT_NE(failed, nullptr);
            EXPECT_EQ(failed->reason, reason);
            EXPECT_EQ(failed->text.view(), words);
        }
        EXPECT_FALSE(sender.take_outcome().has_value());
    }
}

// Nothing of the letter stays behind: the very block of guarded memory comes back.
TEST(RefusingSender, KeepsNoCopy) {
    RefusingSender sender(NotStoredReason::no_keys);
    SecretText text = support::secret_text("een");
    char const* const block = text.view().data();
    sender.send(support::question(), std::move(text));
    auto outcome = sender.take_outcome();
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(std::get<flow::event::StoreFailed>(*outcome).text.view().data(), block);
}

} // namespace
} // namespace inloop::sending
