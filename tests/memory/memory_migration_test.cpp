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
#include <string_view>
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
    add_step("0004_more.sql", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;");

    auto memory = opened();

    ASSERT_TRUE(memory) << memory.error().message;
    EXPECT_FALSE(memory->report().made_anew);
    EXPECT_EQ(memory->letters_total().value(), 1U);
}

TEST_F(MemoryMigration, LeavesTheFileOfANewerBuildAlone) {
    add_step("0004_more.sql", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;");
    ASSERT_TRUE(opened());
    fs::remove(scratch / "schema/0004_more.sql"); // back to the older build

    auto const refused = opened();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported) << refused.error().message;
    EXPECT_TRUE(fs::exists(path));
    EXPECT_FALSE(fs::exists(scratch / "quarantine/kiosk.db"));
}

TEST_F(MemoryMigration, TellsAWrongStepBeforeTouchingTheFile) {
    auto const before = fs::last_write_time(path);
    add_step("0004_wrong.sql", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABEL typo;");

    auto const refused = opened();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_input);
    EXPECT_NE(refused.error().message.find("0004_wrong.sql"), std::string::npos);
    EXPECT_EQ(fs::last_write_time(path), before);
    fs::remove(scratch / "schema/0004_wrong.sql");
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

// Makes a file as an earlier build left it, by these steps alone and `content`.
void make_file(fs::path const& path, std::vector<std::string> const& steps,
               std::string const& content) {
    SQLite::Database file(path.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    file.exec("BEGIN");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        std::string const number = std::to_string(i + 1);
        file.exec(content_of(shipped_schema() / steps[i]));
        file.exec("INSERT INTO migration VALUES (" + number + ", '" + steps[i] +
                  "'); PRAGMA user_version = " + number);
    }
    file.exec(content);
    file.exec("COMMIT");
}

std::string blob(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "x'";
    for (std::byte const byte : bytes) {
        out += kDigits[std::to_integer<std::size_t>(byte >> 4U)];
        out += kDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return out + "'";
}

// A letter as SQL, in a state by number.
std::string letter_row(std::uint64_t seq, std::uint64_t state) {
    return "INSERT INTO letter VALUES (" + blob(support::entry_id(seq).bytes) + ", " +
           std::to_string(seq) + ", " + blob(support::receipt_key(seq).bytes) + ", " +
           std::to_string(state) + ", 1292);";
}

// A file as the first build left it, with enough letters for many pages.
class MemoryFromVersion1 : public testing::Test {
protected:
    static constexpr std::uint64_t kLetters = 1000;

    MemoryFromVersion1() {
        fs::create_directory(scratch / "first");
        fs::copy(shipped_schema() / "0001_letters.sql", scratch / "first");
        std::string content = "UPDATE high_water SET seq = 1000, mirror = -1000;"
                              "INSERT INTO use_of_day VALUES ('1970-01-01', 'sent', 3);";
        for (std::uint64_t seq = 1; seq <= kLetters; ++seq) {
            content += letter_row(seq, seq % 3);
        }
        make_file(path, {"0001_letters.sql"}, content);
    }
    // Whether a file opens as the newest version with every letter, count and number it had.
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
        // And it is the newest: it takes what the log says.
        if (auto taken = memory->apply({}); !taken) {
            return ::testing::AssertionFailure() << taken.error().message;
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

// A letter that was closed in version 2 has a case that says so in version 3, and counts as sent.
TEST(MemoryFromVersion2, KeepsThatALetterIsClosed) {
    // given
    support::Scratch scratch;
    fs::path const path = scratch / "kiosk.db";
    make_file(path, {"0001_letters.sql", "0002_closed.sql"}, letter_row(1, 3) + letter_row(2, 1));
    // when
    auto memory = Memory::open(path, shipped_schema()).value();
    // then
    ASSERT_FALSE(memory.report().made_anew) << memory.report().reason;
    auto const closed = memory.case_by_receipt(support::receipt_key(1)).value();
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->entry_id, support::entry_id(1));
    EXPECT_EQ(closed->status, entries::Status::closed);
    EXPECT_EQ(closed->closing, entries::Closing::done);
    EXPECT_EQ(memory.case_by_receipt(support::receipt_key(2)).value(), std::nullopt)
        << "negative control";
    for (std::uint64_t const seq : {1U, 2U}) {
        EXPECT_EQ(memory.letter_state_by_receipt(support::receipt_key(seq)).value(),
                  LetterState::sent);
    }
}

} // namespace inloop::memory
