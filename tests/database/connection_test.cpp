// SPDX-License-Identifier: EUPL-1.2
//
// The damage of real databases is tested where they are used: tests/memory and tests/records.
#include "kiosk/database/connection.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>

namespace inloop::database {

using support::must;

namespace {

constexpr std::int64_t kId = 0x54455354;
constexpr std::array kPragmas{"PRAGMA locking_mode = EXCLUSIVE"};
constexpr std::array<char const*, 1> kStatements{"SELECT count(*) FROM thing"};

class ConnectionTest : public testing::Test {
protected:
    Result<std::unique_ptr<Connection>> opened(std::span<char const* const> statements) {
        schema = must(schema_made_by(steps));
        return Connection::open({.path = path,
                                 .application_id = kId,
                                 .pragmas = kPragmas,
                                 .journal = "PRAGMA journal_mode = WAL",
                                 .migrations = steps,
                                 .schema = schema,
                                 .statements = statements});
    }
    Result<std::unique_ptr<Connection>> opened() { return opened(kStatements); }
    ErrorCode refusal() {
        auto const connection = opened();
        EXPECT_FALSE(connection);
        return connection ? ErrorCode::io : connection.error().code;
    }
    std::string content() {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    support::Scratch scratch;
    std::filesystem::path path = scratch / "test.db";
    std::vector<Migration> steps{
        {1, "0001_first.sql",
         "PRAGMA application_id = 0x54455354; "
         "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; "
         "CREATE TABLE thing (id INTEGER PRIMARY KEY) STRICT;"}};
    Migration const second{2, "0002_second.sql", "INSERT INTO thing VALUES (7);"};
    std::string schema;
};

} // namespace

TEST_F(ConnectionTest, MakesAFileAndTakesItThroughLaterSteps) {
    {
        auto const connection = must(opened());
        Query query(connection->statement(0));
        ASSERT_TRUE(query.next());
        EXPECT_EQ(query.number(), 0);
    }
    steps.push_back(second);
    for (int start = 0; start < 2; ++start) { // a step is taken once
        auto const connection = must(opened());
        Query query(connection->statement(0));
        ASSERT_TRUE(query.next());
        EXPECT_EQ(query.number(), 1);
    }
}

TEST_F(ConnectionTest, WritesNothingToTheFileOfANewerBuild) {
    steps.push_back(second);
    ASSERT_TRUE(opened());
    std::string const before = content();
    steps.pop_back();
    EXPECT_EQ(refusal(), ErrorCode::unsupported);
    EXPECT_EQ(content(), before);
}

TEST_F(ConnectionTest, TakesAStepAsAWhole) {
    // given: a step that works on an empty database and fails at its end on this one
    ASSERT_TRUE(opened());
    SQLite::Database(path.native(), SQLite::OPEN_READWRITE).exec("INSERT INTO thing VALUES (77)");
    steps.push_back({2, "0002_half.sql",
                     "INSERT INTO thing VALUES (10); "
                     "INSERT INTO thing SELECT 10 FROM thing WHERE id = 77;"});
    // then
    EXPECT_FALSE(opened());
    SQLite::Database file(path.native(), SQLite::OPEN_READWRITE);
    EXPECT_EQ(file.execAndGet("PRAGMA user_version").getInt(), 1);
    EXPECT_EQ(file.execAndGet("SELECT count(*) FROM thing WHERE id = 10").getInt(), 0);
}

TEST_F(ConnectionTest, RefusesWhatIsNotItsOwn) {
    // given: somebody else's database of the same shape
    ASSERT_TRUE(opened());
    SQLite::Database(path.native(), SQLite::OPEN_READWRITE).exec("PRAGMA application_id = 1");
    EXPECT_EQ(refusal(), ErrorCode::corrupt);
    // given: our own, with a table too many
    SQLite::Database(path.native(), SQLite::OPEN_READWRITE)
        .exec("PRAGMA application_id = 0x54455354; CREATE TABLE more (id INTEGER)");
    EXPECT_EQ(refusal(), ErrorCode::corrupt);
    SQLite::Database(path.native(), SQLite::OPEN_READWRITE).exec("DROP TABLE more");
    EXPECT_TRUE(opened()) << "the control";
}

TEST_F(ConnectionTest, TellsAStatementThatDoesNotFitAtOnce) {
    constexpr std::array<char const*, 1> kWrong{"SELECT name FROM thing"};
    EXPECT_FALSE(opened(kWrong));
    EXPECT_TRUE(opened());
}

TEST_F(ConnectionTest, KeepsASecondOneOut) {
    auto const first = must(opened());
    EXPECT_EQ(refusal(), ErrorCode::unavailable);
}

} // namespace inloop::database
