// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/memory.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace inloop::memory {

using support::entry_id;
using support::receipt_key;

namespace {

std::filesystem::path schema() {
    return std::filesystem::path(std::getenv("INLOOP_ASSETS")) / "schema/kiosk";
}

LetterRecord record(std::uint64_t seq, LetterState state = LetterState::new_) {
    return {entry_id(seq), seq, receipt_key(seq), state, 1292};
}

constexpr std::chrono::sys_days kMonday{std::chrono::days(19'877)};

class MemoryTest : public testing::Test {
protected:
    Memory opened() { return Memory::open(path, schema()).value(); }

    support::Scratch scratch;
    std::filesystem::path path = scratch / "kiosk.db";
};

} // namespace

TEST_F(MemoryTest, RemembersLettersOverARestart) {
    {
        Memory memory = opened();
        EXPECT_TRUE(memory.report().made_anew);
        ASSERT_TRUE(memory.record_stored(record(1)));
        ASSERT_TRUE(memory.record_stored(record(2, LetterState::dead)));
    }
    Memory memory = opened();
    EXPECT_FALSE(memory.report().made_anew);
    EXPECT_EQ(memory.letters_total().value(), 2U);
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(1)).value(), LetterState::new_);
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(2)).value(), LetterState::dead);
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(3)).value(), std::nullopt);
}

TEST_F(MemoryTest, OverwritesALetterRecordedAgain) {
    Memory memory = opened();
    ASSERT_TRUE(memory.record_stored(record(1)));
    ASSERT_TRUE(memory.record_stored(record(1, LetterState::sent)));
    EXPECT_EQ(memory.letters_total().value(), 1U);
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(1)).value(), LetterState::sent);
}

TEST_F(MemoryTest, NeverForgetsTheHighestNumber) {
    Memory memory = opened();
    EXPECT_EQ(memory.highest_sequence().value(), 0U);
    ASSERT_TRUE(memory.record_stored(record(7)));
    ASSERT_TRUE(memory.record_stored(record(3)));
    EXPECT_EQ(memory.highest_sequence().value(), 7U);
    ASSERT_TRUE(memory.rebuild({}));
    EXPECT_EQ(memory.letters_total().value(), 0U);
    EXPECT_EQ(memory.highest_sequence().value(), 7U);
}

TEST_F(MemoryTest, RebuildsFromTheLetterbox) {
    Memory memory = opened();
    ASSERT_TRUE(memory.record_stored(record(9)));
    std::vector<LetterRecord> const found{record(1), record(2, LetterState::sent), record(12)};

    ASSERT_TRUE(memory.rebuild(found));

    EXPECT_EQ(memory.letters_total().value(), 3U);
    EXPECT_EQ(memory.highest_sequence().value(), 12U);
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(2)).value(), LetterState::sent);
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(9)).value(), std::nullopt);
}

TEST_F(MemoryTest, RecordsThatALetterMoved) {
    Memory memory = opened();
    ASSERT_TRUE(memory.record_stored(record(1)));
    ASSERT_TRUE(memory.record_state(entry_id(1), LetterState::sent));
    EXPECT_EQ(memory.letter_state_by_receipt(receipt_key(1)).value(), LetterState::sent);
    EXPECT_EQ(memory.record_state(entry_id(2), LetterState::sent).error().code,
              ErrorCode::not_found);
}

TEST_F(MemoryTest, ChangesNothingWhenARecordCannotBe) {
    Memory memory = opened();
    ASSERT_TRUE(memory.record_stored(record(1)));
    LetterRecord empty = record(2);
    empty.size = 0;

    EXPECT_EQ(memory.record_stored(empty).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(memory.rebuild(std::vector{record(5), empty}).error().code, ErrorCode::invalid_input);

    EXPECT_EQ(memory.letters_total().value(), 1U);
    EXPECT_EQ(memory.highest_sequence().value(), 1U);
    EXPECT_TRUE(memory.record_stored(record(2))) << "usable after an error";
}

TEST_F(MemoryTest, CountsUsesADay) {
    Memory memory = opened();
    ASSERT_TRUE(memory.tally("sent", kMonday));
    ASSERT_TRUE(memory.tally("sent", kMonday, 4));
    ASSERT_TRUE(memory.tally("sent", kMonday + std::chrono::days(1)));
    EXPECT_EQ(memory.tallied("sent", kMonday).value(), 5U);
    EXPECT_EQ(memory.tallied("opened", kMonday).value(), 0U);
}

TEST_F(MemoryTest, SurvivesBeingMoved) {
    Memory memory = opened();
    Memory moved = std::move(memory);
    EXPECT_TRUE(moved.record_stored(record(1)));
}

TEST_F(MemoryTest, KeepsASecondProgramOut) {
    Memory memory = opened();
    ASSERT_TRUE(memory.record_stored(record(1)));
    auto const second = Memory::open(path, schema());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::unavailable);
    EXPECT_EQ(memory.letters_total().value(), 1U) << "and nothing was set aside";
}

TEST_F(MemoryTest, NeedsItsSchemaFiles) {
    EXPECT_EQ(Memory::open(path, scratch / "nowhere").error().code, ErrorCode::not_found);
    std::filesystem::create_directories(scratch / "schema");
    EXPECT_EQ(Memory::open(path, scratch / "schema").error().code, ErrorCode::not_found);
    std::ofstream(scratch / "schema/0002_later.sql") << "SELECT 1;";
    EXPECT_EQ(Memory::open(path, scratch / "schema").error().code, ErrorCode::invalid_input);
    EXPECT_FALSE(std::filesystem::exists(path));
}

} // namespace inloop::memory
