// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/memory.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace inloop::memory {

namespace {

namespace fs = std::filesystem;

// A schema folder of its own that starts as the real one and gets more steps.
class MemoryMigration : public testing::Test {
protected:
    MemoryMigration() {
        fs::copy(fs::path(std::getenv("INLOOP_ASSETS")) / "schema/kiosk", scratch / "schema");
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
    add_step("0002_more.sql", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;");

    auto memory = opened();

    ASSERT_TRUE(memory) << memory.error().message;
    EXPECT_FALSE(memory->report().made_anew);
    EXPECT_EQ(memory->letters_total().value(), 1U);
}

TEST_F(MemoryMigration, LeavesTheFileOfANewerBuildAlone) {
    add_step("0002_more.sql", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;");
    ASSERT_TRUE(opened());
    fs::remove(scratch / "schema/0002_more.sql"); // back to the older build

    auto const refused = opened();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported) << refused.error().message;
    EXPECT_TRUE(fs::exists(path));
    EXPECT_FALSE(fs::exists(scratch / "quarantine/kiosk.db"));
}

TEST_F(MemoryMigration, TellsAWrongStepBeforeTouchingTheFile) {
    auto const before = fs::last_write_time(path);
    add_step("0002_wrong.sql", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABEL typo;");

    auto const refused = opened();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_input);
    EXPECT_NE(refused.error().message.find("0002_wrong.sql"), std::string::npos);
    EXPECT_EQ(fs::last_write_time(path), before);
    fs::remove(scratch / "schema/0002_wrong.sql");
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

} // namespace inloop::memory
