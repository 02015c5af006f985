// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/memory.h"
#include "tests/support/no_file_grows.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace inloop::memory {

namespace {

namespace fs = std::filesystem;

fs::path shipped_schema() {
    return fs::path(std::getenv("INLOOP_ASSETS")) / "schema/kiosk";
}

std::string content_of(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A schema folder of its own that starts as the real one and gets more steps.
class MemoryMigration : public testing::Test {
protected:
    MemoryMigration() {
        fs::copy(shipped_schema(), scratch / "schema");
        auto memory = opened().value();
        EXPECT_TRUE(memory.record_stored(
            {support::entry_id(1), 1, support::receipt_key(1), LetterState::sent, 1292}));
    }
    Result<Memory> opened() { return Memory::open(path, scratch / "schema"); }
    void add_step(std::string const& name, std::string const& sql) {
        std::ofstream(scratch / ("schema/" + name)) << sql;
    }

    support::Scratch scratch;
    fs::path path = scratch / "kiosk.db";
};

} // namespace

TEST_F(MemoryMigration, TakesALaterStepAndKeepsWhatIsThere) {
    add_step("0003_more.sql", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;");

    auto memory = opened();

    ASSERT_TRUE(memory) << memory.error().message;
    EXPECT_FALSE(memory->report().made_anew);
    EXPECT_EQ(memory->letters_total().value(), 1U);
}

TEST_F(MemoryMigration, LeavesTheFileOfANewerBuildAlone) {
    add_step("0003_more.sql", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;");
    ASSERT_TRUE(opened());
    fs::remove(scratch / "schema/0003_more.sql"); // back to the older build

    auto const refused = opened();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported) << refused.error().message;
    EXPECT_TRUE(fs::exists(path));
    EXPECT_FALSE(fs::exists(scratch / "quarantine/kiosk.db"));
}

TEST_F(MemoryMigration, TellsAWrongStepBeforeTouchingTheFile) {
    auto const before = fs::last_write_time(path);
    add_step("0003_wrong.sql", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABEL typo;");

    auto const refused = opened();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_input);
    EXPECT_NE(refused.error().message.find("0003_wrong.sql"), std::string::npos);
    EXPECT_EQ(fs::last_write_time(path), before);
    fs::remove(scratch / "schema/0003_wrong.sql");
    EXPECT_EQ(opened()->letters_total().value(), 1U);
}

// The same steps, but one was changed after a site had run it: the schemas differ and the file is
// not trusted.
TEST_F(MemoryMigration, SetsAsideAFileMadeByAChangedStep) {
    std::ofstream(scratch / "schema/0001_letters.sql", std::ios::app)
        << "CREATE TABLE sneaked (id INTEGER) STRICT;";

    auto memory = opened();

    ASSERT_TRUE(memory);
    EXPECT_TRUE(memory->report().made_anew);
    EXPECT_TRUE(fs::exists(scratch / "quarantine/kiosk.db"));
}

namespace {

// A file as the first build left it: made by step 1 alone, with enough letters for many pages.
class MemoryFromVersion1 : public testing::Test {
protected:
    static constexpr std::uint64_t kLetters = 1000;

    MemoryFromVersion1() {
        fs::create_directory(scratch / "first");
        fs::copy(shipped_schema() / "0001_letters.sql", scratch / "first");
        std::vector<LetterRecord> letters;
        for (std::uint64_t seq = 1; seq <= kLetters; ++seq) {
            letters.push_back({support::entry_id(seq), seq, support::receipt_key(seq),
                               static_cast<LetterState>(seq % 3), 1292});
        }
        auto memory = Memory::open(path, scratch / "first").value();
        EXPECT_TRUE(memory.rebuild(letters));
        EXPECT_TRUE(memory.tally("sent", {}, 3));
    }
    // Whether a file opens as version 2 with every letter, count and number it had.
    ::testing::AssertionResult opens_with_everything(fs::path const& file) {
        auto memory = Memory::open(file, shipped_schema());
        if (!memory) {
            return ::testing::AssertionFailure() << memory.error().message;
        }
        if (memory->report().made_anew) {
            return ::testing::AssertionFailure() << "made anew: " << memory->report().reason;
        }
        for (std::uint64_t seq = 1; seq <= kLetters; ++seq) {
            auto const state = memory->letter_state_by_receipt(support::receipt_key(seq));
            if (!state || *state != static_cast<LetterState>(seq % 3)) {
                return ::testing::AssertionFailure() << "letter " << seq << " is not as it was";
            }
        }
        if (memory->highest_sequence().value_or(0) != kLetters ||
            memory->tallied("sent", {}).value_or(0) != 3) {
            return ::testing::AssertionFailure() << "a number is not as it was";
        }
        // And it is version 2: letter 1 was sent and can be closed.
        if (auto closed = memory->record_closed(support::entry_id(1)); !closed) {
            return ::testing::AssertionFailure() << closed.error().message;
        }
        return ::testing::AssertionSuccess();
    }

    support::Scratch scratch;
    fs::path path = scratch / "kiosk.db";
};

} // namespace

TEST_F(MemoryFromVersion1, KeepsEveryLetterAndCount) {
    EXPECT_TRUE(opens_with_everything(path));
    // Negative control: the first build cannot read what the second one wrote, so it did change.
    auto const back = Memory::open(path, scratch / "first");
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, ErrorCode::unsupported);
}

TEST_F(MemoryFromVersion1, StaysAsItWasWhenTheDiskIsFull) {
    // given
    std::string const before = content_of(path);
    // when
    {
        support::NoFileGrows const full;
        auto const refused = Memory::open(path, shipped_schema());
        // then
        ASSERT_FALSE(refused);
        EXPECT_TRUE(refused.error().code == ErrorCode::io ||
                    refused.error().code == ErrorCode::no_space)
            << refused.error().message;
    }
    EXPECT_EQ(content_of(path), before);
    EXPECT_FALSE(fs::exists(scratch / "quarantine/kiosk.db"));
    EXPECT_TRUE(opens_with_everything(path));
}

// The power goes in the middle of the step: on the disk lie a database that is half changed and the
// journal with what was there before.
TEST_F(MemoryFromVersion1, IsTakenBackAndGoesOnAfterAPowerCutInTheStep) {
    // given
    fs::create_directory(scratch / "cut");
    fs::path const cut = scratch / "cut/kiosk.db";
    {
        SQLite::Database running(path.native(), SQLite::OPEN_READWRITE);
        running.exec("PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 10; BEGIN IMMEDIATE;" +
                     content_of(shipped_schema() / "0002_closed.sql"));
        // when
        fs::copy_file(path, cut);
        fs::copy_file(path.native() + "-journal", cut.native() + "-journal");
    }
    ASSERT_NE(content_of(cut), content_of(path)) << "the control: it is half changed";
    std::string const half = content_of(cut);
    // then
    EXPECT_TRUE(opens_with_everything(cut));
    // Negative control: without its journal the same file is not trusted.
    fs::create_directory(scratch / "lost");
    std::ofstream(scratch / "lost/kiosk.db", std::ios::binary) << half;
    EXPECT_FALSE(opens_with_everything(scratch / "lost/kiosk.db"));
}

} // namespace inloop::memory
