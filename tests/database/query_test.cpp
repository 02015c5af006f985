// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/guarded.h"
#include "kiosk/database/query.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace inloop::database {

namespace {

enum class Colour : std::uint8_t { red = 3 };

class QueryTest : public testing::Test {
protected:
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    SQLite::Statement echo{database, "SELECT ?, ?, ?, ?, ?"};
};

} // namespace

TEST_F(QueryTest, GivesBackEveryKindOfValue) {
    Query query(echo);
    query.with(Colour::red).with(std::numeric_limits<std::uint64_t>::max());
    query.with(std::string_view("a\0b", 3)).with(as_bytes("bytes")).with_nothing();
    ASSERT_TRUE(query.next());
    EXPECT_EQ(query.number<Colour>(), Colour::red);
    EXPECT_EQ(query.number<std::uint64_t>(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(query.text(), std::string("a\0b", 3));
    ByteArray<5> bytes{};
    query.fill(bytes);
    EXPECT_EQ(bytes[4], std::byte{'s'});
    EXPECT_EQ(query.bytes_or_nothing(), std::nullopt);
    EXPECT_FALSE(query.next());
}

TEST_F(QueryTest, TakesNoBytesForNoBytesAndNotForNothing) {
    SQLite::Statement kind(database, "SELECT typeof(?), typeof(?)");
    Query query(kind);
    ASSERT_TRUE(query.with(Bytes()).with("").next());
    EXPECT_EQ(query.text(), "blob");
    EXPECT_EQ(query.text(), "text");
}

TEST_F(QueryTest, TellsNoNumberFromZero) {
    Query query(echo);
    query.with(0).with_nothing().with(-1);
    ASSERT_TRUE(query.next());
    EXPECT_EQ(query.number_or_nothing(), 0);
    EXPECT_EQ(query.number_or_nothing(), std::nullopt);
    EXPECT_EQ(query.number_or_nothing(), -1);
}

TEST_F(QueryTest, TellsBytesOfAWrongSize) {
    auto const read = [&](std::size_t size) {
        return guarded([&]() -> Result<void> {
            Query query(echo);
            (void)query.with(Bytes(size)).next();
            ByteArray<16> bytes{};
            query.fill(bytes);
            return {};
        });
    };
    EXPECT_EQ(read(15).error().code, ErrorCode::corrupt);
    EXPECT_EQ(read(17).error().code, ErrorCode::corrupt);
    EXPECT_TRUE(read(16));
}

TEST_F(QueryTest, GivesTheStatementBackWithoutItsValues) {
    {
        Query query(echo);
        ASSERT_TRUE(query.with("left").next());
    }
    Query query(echo);
    ASSERT_TRUE(query.next());
    EXPECT_EQ(query.bytes_or_nothing(), std::nullopt);
}

} // namespace inloop::database
