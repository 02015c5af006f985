// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/draft.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace inloop::flow {
namespace {

TEST(Draft, StartsWithACapitalOnTheLetters) {
    Draft const draft{.text = SecretText::with_capacity(16).value()};

    EXPECT_TRUE(draft.shift);
    EXPECT_EQ(draft.layer, KeyboardLayer::letters);
    EXPECT_EQ(draft.caret, 0U);
}

TEST(Draft, ClearForgetsTextAndHowItWasWritten) {
    // given
    Draft draft{.kind = entries::EntryKind::idea,
                .text = SecretText::with_capacity(16).value(),
                .caret = 5,
                .caret_shown = 5,
                .scroll_px = 12,
                .layer = KeyboardLayer::accents,
                .shift = false,
                .keyboard_hidden = true};
    ASSERT_TRUE(draft.text.insert(0, "geheim"));

    draft.clear();

    // then: as new, in the same block of memory
    EXPECT_EQ(draft.kind, entries::EntryKind::question);
    EXPECT_EQ(draft.caret, 0U);
    EXPECT_EQ(draft.caret_shown, 0U);
    EXPECT_EQ(draft.scroll_px, 0);
    EXPECT_EQ(draft.layer, KeyboardLayer::letters);
    EXPECT_TRUE(draft.shift);
    EXPECT_FALSE(draft.keyboard_hidden);
    EXPECT_EQ(draft.text.capacity(), 16U);
    std::string_view const memory(draft.text.view().data(), draft.text.capacity());
    EXPECT_TRUE(std::ranges::all_of(memory, [](char c) { return c == 0; }));
}

} // namespace
} // namespace inloop::flow
