// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/refusing_sender.h"
#include "tests/sending/sending_rig.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>
#include <variant>

namespace inloop::sending {
namespace {

using flow::NotStoredReason;

TEST(RefusingSender, SaysNothingUnasked) {
    RefusingSender sender(NotStoredReason::broken);
    sender.count("page.pilot");
    EXPECT_FALSE(sender.take_outcome().has_value());
}

TEST(RefusingSender, GivesEachLetterBackOnceAndInOrder) {
    for (NotStoredReason const reason : {NotStoredReason::full, NotStoredReason::broken,
                                         NotStoredReason::no_keys, NotStoredReason::busy}) {
        // given
        RefusingSender sender(reason);
        // when
        sender.send(letter("een"));
        sender.send(letter("twee"));
        // then
        for (std::string_view const words : {"een", "twee"}) {
            auto outcome = sender.take_outcome();
            ASSERT_TRUE(outcome.has_value());
            auto const* failed = std::get_if<flow::event::StoreFailed>(&*outcome);
            ASSERT_NE(failed, nullptr);
            EXPECT_EQ(failed->reason, reason);
            EXPECT_EQ(failed->letter.text.view(), words);
            EXPECT_EQ(failed->letter.contact.view(), kContact);
        }
        EXPECT_FALSE(sender.take_outcome().has_value());
    }
}

// It cannot look, which is not the same as that there is nothing.
TEST(RefusingSender, CannotReadAnyCode) {
    // given
    RefusingSender sender(NotStoredReason::no_keys);
    // when
    sender.look_up({{1, 2, 3, 4, 5}});
    // then
    auto const outcome = sender.take_outcome();
    ASSERT_TRUE(outcome.has_value());
    auto const* read = std::get_if<flow::event::CodeRead>(&*outcome);
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(read->news.state, flow::CodeState::unreadable);
    EXPECT_FALSE(sender.take_outcome().has_value());
}

// Nothing of the letter stays behind: the very block of guarded memory comes back.
TEST(RefusingSender, KeepsNoCopy) {
    RefusingSender sender(NotStoredReason::no_keys);
    entries::Letter written = letter("een");
    char const* const block = written.text.view().data();
    sender.send(std::move(written));
    auto outcome = sender.take_outcome();
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(std::get<flow::event::StoreFailed>(*outcome).letter.text.view().data(), block);
}

} // namespace
} // namespace inloop::sending
