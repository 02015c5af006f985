// SPDX-License-Identifier: EUPL-1.2
//
// What the log said, kept in kiosk.db.
#include "kiosk/terminal/memory/memory.h"
#include "tests/support/no_file_grows.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace inloop::memory {

using entries::Closing;
using entries::Status;
using support::entry_id;
using support::receipt_key;

namespace {

CaseRecord record(std::uint64_t number, Status status, std::uint32_t version,
                  Closing closing = Closing::open) {
    return {entry_id(number), receipt_key(number), status, closing, version};
}

AnswerRecord answer(std::uint64_t letter, std::uint32_t number) {
    AnswerRecord out{.id = {}, .receipt_pk = receipt_key(letter), .number = number, .bytes = {}};
    out.id.bytes[0] = static_cast<std::byte>(letter);
    out.id.bytes[1] = static_cast<std::byte>(number);
    out.bytes.assign(700, static_cast<std::byte>(number));
    return out;
}

SyncState state(std::uint64_t seen, unsigned instance = 1) {
    SyncState out{.instance = {}, .seen_change = seen, .audit_row = 2 * seen, .audit_hash = {}};
    out.instance.bytes.fill(static_cast<std::byte>(instance));
    out.audit_hash.bytes.fill(static_cast<std::byte>(seen));
    return out;
}

class LogNews : public testing::Test {
protected:
    Memory opened() {
        auto const assets = std::filesystem::path(std::getenv("INLOOP_ASSETS"));
        return Memory::open(path, assets / "schema/kiosk").value();
    }
    Status status(Memory& memory, std::uint64_t number) {
        return memory.case_by_receipt(receipt_key(number)).value().value().status;
    }

    support::Scratch scratch;
    std::filesystem::path path = scratch / "kiosk.db";
};

} // namespace

TEST_F(LogNews, IsRememberedOverARestart) {
    {
        Memory memory = opened();
        EXPECT_EQ(memory.sync_state().value(), SyncState{});
        ASSERT_TRUE(memory.apply({.cases = {record(1, Status::in_hand, 3)},
                                  .answers = {answer(1, 2), answer(1, 1), answer(2, 1)},
                                  .state = state(7)}));
    }
    Memory memory = opened();
    EXPECT_EQ(memory.sync_state().value(), state(7));
    EXPECT_EQ(memory.case_by_receipt(receipt_key(1)).value(), record(1, Status::in_hand, 3));
    EXPECT_EQ(memory.case_by_receipt(receipt_key(2)).value(), std::nullopt);
    std::vector<Bytes> const in_order{answer(1, 1).bytes, answer(1, 2).bytes};
    EXPECT_EQ(memory.answers_for(receipt_key(1)).value(), in_order);
    EXPECT_TRUE(memory.answers_for(receipt_key(3)).value().empty());
}

TEST_F(LogNews, OfAnOlderVersionNeverOverwritesANewerOne) {
    Memory memory = opened();
    ASSERT_TRUE(memory.apply({.cases = {record(1, Status::closed, 5, Closing::done)},
                              .answers = {},
                              .state = state(5)}));
    ASSERT_TRUE(
        memory.apply({.cases = {record(1, Status::in_hand, 4)}, .answers = {}, .state = state(6)}));
    EXPECT_EQ(status(memory, 1), Status::closed);
    // Negative control: a newer one does, as one of the same version said again.
    ASSERT_TRUE(
        memory.apply({.cases = {record(1, Status::asked, 5)}, .answers = {}, .state = state(7)}));
    EXPECT_EQ(status(memory, 1), Status::asked);
    ASSERT_TRUE(
        memory.apply({.cases = {record(1, Status::in_hand, 6)}, .answers = {}, .state = state(8)}));
    EXPECT_EQ(status(memory, 1), Status::in_hand);
}

// A log restored from a backup counts its versions from where the backup stood.
TEST_F(LogNews, OfAnotherLogCountsItsVersionsAnew) {
    Memory memory = opened();
    ASSERT_TRUE(memory.apply({.cases = {record(1, Status::closed, 9, Closing::done)},
                              .answers = {answer(1, 1)},
                              .state = state(9)}));
    ASSERT_TRUE(memory.apply({.cases = {}, .answers = {}, .state = state(0, 2)}));
    EXPECT_EQ(status(memory, 1), Status::closed) << "known until the log says something else";
    EXPECT_EQ(memory.answers_for(receipt_key(1)).value().size(), 1U);
    ASSERT_TRUE(memory.apply(
        {.cases = {record(1, Status::in_hand, 2)}, .answers = {}, .state = state(1, 2)}));
    EXPECT_EQ(status(memory, 1), Status::in_hand);
}

TEST_F(LogNews, OfAnExpiredEntryTakesItsAnswersAway) {
    Memory memory = opened();
    ASSERT_TRUE(memory.apply({.cases = {record(1, Status::in_hand, 1)},
                              .answers = {answer(1, 1), answer(2, 1)},
                              .state = state(1)}));
    ASSERT_TRUE(memory.apply({.cases = {record(1, Status::closed, 2, Closing::expired)},
                              .answers = {answer(1, 2)}, // late, and just as gone
                              .state = state(2)}));
    EXPECT_TRUE(memory.answers_for(receipt_key(1)).value().empty());
    EXPECT_EQ(memory.answers_for(receipt_key(2)).value().size(), 1U) << "negative control";
}

TEST_F(LogNews, StaysWhenTheIndexIsMadeAnewFromTheLetterbox) {
    Memory memory = opened();
    ASSERT_TRUE(memory.apply({.cases = {record(1, Status::closed, 2, Closing::done)},
                              .answers = {answer(1, 1)},
                              .state = state(3)}));
    ASSERT_TRUE(memory.rebuild({}));
    EXPECT_EQ(status(memory, 1), Status::closed);
    EXPECT_EQ(memory.answers_for(receipt_key(1)).value().size(), 1U);
    EXPECT_EQ(memory.sync_state().value(), state(3));
}

TEST_F(LogNews, BeginsAgainAtChangeZeroWhenTheFileWasDamaged) {
    {
        Memory memory = opened();
        ASSERT_TRUE(memory.apply({.cases = {}, .answers = {}, .state = state(7)}));
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << "dear diary";
    Memory memory = opened();
    EXPECT_TRUE(memory.report().made_anew);
    EXPECT_EQ(memory.sync_state().value(), SyncState{});
}

TEST_F(LogNews, IsTakenWholeOrNotAtAll) {
    Memory memory = opened();
    ASSERT_TRUE(memory.apply({.cases = {}, .answers = {}, .state = state(1)}));
    AnswerRecord empty = answer(1, 1);
    empty.bytes.clear();
    // One that the schema refuses.
    EXPECT_EQ(memory
                  .apply({.cases = {record(1, Status::in_hand, 1)},
                          .answers = {answer(2, 1), empty},
                          .state = state(2)})
                  .error()
                  .code,
              ErrorCode::invalid_input);
    // A disk that is full.
    {
        std::vector<AnswerRecord> many;
        for (std::uint32_t n = 0; n < 64; ++n) {
            many.push_back(answer(3, n));
        }
        support::NoFileGrows const full;
        EXPECT_FALSE(memory.apply(
            {.cases = {record(1, Status::in_hand, 1)}, .answers = many, .state = state(2)}));
    }
    EXPECT_EQ(memory.sync_state().value(), state(1));
    EXPECT_EQ(memory.case_by_receipt(receipt_key(1)).value(), std::nullopt);
    EXPECT_TRUE(memory.answers_for(receipt_key(2)).value().empty());
    EXPECT_TRUE(memory.answers_for(receipt_key(3)).value().empty());
    ASSERT_TRUE(memory.apply(
        {.cases = {record(1, Status::in_hand, 1)}, .answers = {answer(2, 1)}, .state = state(2)}))
        << "usable after an error";
}

} // namespace inloop::memory
