// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/draft.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace inloop::flow {
namespace {

using entries::ContactWish;

Draft fresh_draft() {
    return {.message = {.text = SecretText::with_capacity(16).value()},
            .contact = {.text = SecretText::with_capacity(16).value()}};
}

bool all_zero(SecretText const& text) {
    std::string_view const memory(text.view().data(), text.capacity());
    return std::ranges::all_of(memory, [](char c) { return c == 0; });
}

TEST(TypingField, StartsWithACapitalOnTheLetters) {
    TypingField const field{.text = SecretText::with_capacity(16).value()};

    EXPECT_TRUE(field.shift);
    EXPECT_EQ(field.layer, KeyboardLayer::letters);
    EXPECT_EQ(field.caret, 0U);
}

TEST(TypingField, ClearForgetsTextAndHowItWasWritten) {
    // given
    TypingField field{.text = SecretText::with_capacity(16).value(),
                      .caret = 5,
                      .caret_shown = 5,
                      .scroll_px = 12,
                      .layer = KeyboardLayer::accents,
                      .shift = false,
                      .keyboard_hidden = true};
    ASSERT_TRUE(field.text.insert(0, "geheim"));
    ASSERT_FALSE(all_zero(field.text));

    field.clear();

    // then: as new, in the same block of memory
    EXPECT_EQ(field.caret, 0U);
    EXPECT_EQ(field.caret_shown, 0U);
    EXPECT_EQ(field.scroll_px, 0);
    EXPECT_EQ(field.layer, KeyboardLayer::letters);
    EXPECT_TRUE(field.shift);
    EXPECT_FALSE(field.keyboard_hidden);
    EXPECT_EQ(field.text.capacity(), 16U);
    EXPECT_TRUE(all_zero(field.text));
}

TEST(Draft, ClearForgetsEveryAnswer) {
    // given
    Draft draft = fresh_draft();
    draft.kind = entries::EntryKind::idea;
    draft.set_subject("drugs");
    draft.set_answer("when", "night");
    draft.happening = entries::Happening::yes;
    draft.passing = entries::Passing::yes;
    draft.set_contact_wish(ContactWish::call);
    draft.spot = {.street = "rolderstraat", .point = entries::MapPoint{1, 2}};
    draft.personal_data_kept = 3;
    draft.told_recognisable = true;
    ASSERT_TRUE(draft.message.text.insert(0, "geheim"));
    ASSERT_TRUE(draft.contact.text.insert(0, "0612345678"));

    draft.clear();

    // then
    EXPECT_EQ(draft.kind, entries::EntryKind::question);
    EXPECT_TRUE(draft.subject.empty());
    EXPECT_TRUE(draft.answers.empty());
    EXPECT_EQ(draft.happening, entries::Happening::not_asked);
    EXPECT_EQ(draft.passing, entries::Passing::not_asked);
    EXPECT_EQ(draft.contact_wish, ContactWish::by_code);
    EXPECT_EQ(draft.spot, entries::Spot{});
    EXPECT_EQ(draft.personal_data_kept, 0U);
    EXPECT_FALSE(draft.told_recognisable);
    EXPECT_TRUE(all_zero(draft.message.text));
    EXPECT_TRUE(all_zero(draft.contact.text));
}

TEST(Draft, KeepsOneAnswerForEachQuestionInTheOrderTheyWereAsked) {
    Draft draft = fresh_draft();

    draft.set_answer("when", "night");
    draft.set_answer("what", "noise");
    draft.set_answer("when", "day");

    EXPECT_EQ(draft.answers, (std::vector<entries::TapAnswer>{{"when", "day"}, {"what", "noise"}}));
    EXPECT_EQ(draft.answer("when"), "day");
    EXPECT_EQ(draft.answer("how-often"), "");
}

TEST(Draft, AnotherSubjectTakesItsAnswersAlong) {
    Draft draft = fresh_draft();
    draft.set_subject("drugs");
    draft.set_answer("when", "night");
    draft.passing = entries::Passing::yes;

    // when: the same one again
    draft.set_subject("drugs");
    EXPECT_EQ(draft.answers.size(), 1U);
    EXPECT_EQ(draft.passing, entries::Passing::yes);

    // when: another one
    draft.set_subject("noise");
    EXPECT_TRUE(draft.answers.empty());
    EXPECT_EQ(draft.passing, entries::Passing::not_asked);
}

TEST(Draft, AnotherContactWishNeedsAnotherDetail) {
    Draft draft = fresh_draft();
    draft.set_contact_wish(ContactWish::call);
    ASSERT_TRUE(draft.contact.text.insert(0, "0612345678"));

    // when: the same one again
    draft.set_contact_wish(ContactWish::call);
    EXPECT_EQ(draft.contact.text.view(), "0612345678");

    // when: another one
    draft.set_contact_wish(ContactWish::email);
    EXPECT_TRUE(all_zero(draft.contact.text));
}

} // namespace
} // namespace inloop::flow
