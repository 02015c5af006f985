// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

// Three letters; the third one belongs to the thread of the first.
class StoreSides : public testing::Test {
protected:
    StoreSides() {
        Entry third = stored_letter(3);
        third.receipt = stored_letter(1).receipt;
        for (Entry const& letter : {stored_letter(1), stored_letter(2), third}) {
            must(store().take_in(letter, wrap_of_letter(letter.seq)));
        }
    }
    static Note note(std::uint64_t letter, NoteKind kind) {
        return {.entry = entry_id(letter),
                .author = {{std::byte{7}}},
                .kind = kind,
                .at = 100,
                .sealed = support::noise(letter, 300)};
    }
    static Answer answer(std::uint64_t letter, std::uint32_t number) {
        Answer answer{.entry = entry_id(letter),
                      .receipt = stored_letter(1).receipt,
                      .number = number,
                      .bytes = support::noise(number, 700),
                      .at = 200};
        answer.id.bytes.fill(static_cast<std::byte>(number));
        return answer;
    }
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StoreSides, KeepsTheNotesOfAThreadInTheirOrder) {
    // when
    ASSERT_TRUE(store().add_note(note(1, NoteKind::internal)));
    ASSERT_TRUE(store().add_note(note(3, NoteKind::hand_over)));
    ASSERT_TRUE(store().add_note(note(2, NoteKind::walk_in)));
    ASSERT_TRUE(store().add_note(note(1, NoteKind::answer_copy)));
    rig.reopen();
    // then
    auto const notes = must(store().notes(entry_id(1)));
    ASSERT_EQ(notes.size(), 3U);
    EXPECT_EQ(notes[0].kind, NoteKind::internal);
    EXPECT_EQ(notes[1].kind, NoteKind::hand_over);
    EXPECT_EQ(notes[2].kind, NoteKind::answer_copy);
    Note expected = note(3, NoteKind::hand_over);
    expected.id = notes[1].id;
    EXPECT_EQ(notes[1], expected);
    EXPECT_LT(notes[0].id, notes[1].id);
    EXPECT_EQ(store().add_note(note(9, NoteKind::internal)).error().code, ErrorCode::not_found);
}

TEST_F(StoreSides, KeepsTheAnswersOfAThread) {
    // when
    ASSERT_TRUE(store().add_answer(answer(1, 1)));
    ASSERT_TRUE(store().add_answer(answer(3, 2)));
    // then
    EXPECT_EQ(must(store().answers(entry_id(1))), (std::vector{answer(1, 1), answer(3, 2)}));
    EXPECT_TRUE(must(store().answers(entry_id(2))).empty());
    EXPECT_EQ(store().add_answer(answer(9, 1)).error().code, ErrorCode::not_found);
    Answer twice = answer(1, 2);
    twice.id.bytes.fill(std::byte{0x77});
    EXPECT_EQ(store().add_answer(twice).error().code, ErrorCode::invalid_input)
        << "a number is given once in a thread";
    // when
    ASSERT_TRUE(store().forget_answers(entry_id(1)));
    EXPECT_TRUE(must(store().answers(entry_id(1))).empty());
}

TEST_F(StoreSides, LinksLettersBothWays) {
    // when
    ASSERT_TRUE(store().link(entry_id(1), entry_id(2)));
    ASSERT_TRUE(store().link(entry_id(2), entry_id(1))) << "the same again";
    // then
    EXPECT_EQ(must(store().linked(entry_id(1))), std::vector{entry_id(2)});
    EXPECT_EQ(must(store().linked(entry_id(2))), std::vector{entry_id(1)});
    EXPECT_TRUE(must(store().linked(entry_id(3))).empty());
    EXPECT_EQ(store().link(entry_id(1), entry_id(1)).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(store().link(entry_id(1), entry_id(9)).error().code, ErrorCode::not_found);
    // when
    ASSERT_TRUE(store().unlink(entry_id(2), entry_id(1)));
    EXPECT_TRUE(must(store().linked(entry_id(1))).empty());
    ASSERT_TRUE(store().unlink(entry_id(2), entry_id(1)));
}

TEST_F(StoreSides, TakesNothingMoreBesideADestroyedLetter) {
    ASSERT_TRUE(store().destroy({.entry = entry_id(1)}));
    EXPECT_EQ(store().add_note(note(3, NoteKind::internal)).error().code, ErrorCode::not_found);
    EXPECT_EQ(store().link(entry_id(1), entry_id(2)).error().code, ErrorCode::not_found);
    EXPECT_TRUE(store().add_answer(answer(1, 1))) << "its visitor may still be told something";
}

} // namespace inloop::records
