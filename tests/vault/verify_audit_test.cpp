// SPDX-License-Identifier: EUPL-1.2
//
// What is found of a chain that somebody worked on who can write to the database.
#include "kiosk/officerlog/vault/audit.h"
#include "tests/support/failing_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"
#include "tests/support/store_rig.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>

namespace inloop::vault {
namespace {

using support::must;

constexpr std::array<char const*, 9> kColumns{"row",    "at",     "actor",  "action", "object",
                                              "result", "origin", "reason", "hash"};

void write_rows(records::Store& store, std::size_t count) {
    support::ManualClock clock;
    Audit audit(store, clock);
    must(store.transaction([&]() -> Result<void> {
        for (std::size_t i = 0; i < count; ++i) {
            clock.advance(std::chrono::seconds(1));
            must(audit.write({.name = "Bram", .origin = "192.0.2.7"},
                             {.action = "read", .object = "00ff", .reason = "dienst"}));
        }
        return {};
    }));
}

bool is_whole(Result<AuditVerdict> const& verdict) {
    return verdict && verdict->whole;
}

// One column of one row, as it stands in the file.
struct Cell {
    int type = SQLITE_INTEGER;
    std::int64_t number = 0;
    Bytes bytes{};
};

Cell cell_of(SQLite::Database& db, std::string const& column, std::int64_t row) {
    SQLite::Statement read(db, "SELECT " + column + " FROM audit WHERE row = ?");
    read.bind(1, row);
    if (!read.executeStep()) {
        throw std::runtime_error("no such row");
    }
    auto const value = read.getColumn(0);
    Cell cell{.type = value.getType(), .number = value.getInt64()};
    auto const* const bytes = static_cast<std::byte const*>(value.getBlob());
    cell.bytes.assign(bytes, bytes + value.getBytes());
    return cell;
}

void put_cell(SQLite::Database& db, std::string const& column, std::int64_t row, Cell const& cell) {
    std::string const value = cell.type == SQLITE_TEXT ? "CAST(? AS TEXT)" : "?";
    SQLite::Statement write(db, "UPDATE audit SET " + column + " = " + value + " WHERE row = ?");
    if (cell.type == SQLITE_INTEGER) {
        write.bind(1, cell.number);
    } else {
        write.bind(1, cell.bytes.data(), static_cast<int>(cell.bytes.size()));
    }
    write.bind(2, row);
    if (write.exec() != 1) {
        throw std::runtime_error("nothing was changed");
    }
}

// With one bit another. Bits from 20 on of a number: another row never has that number.
Cell flipped(Cell cell, support::SeededRandom& random) {
    if (cell.type == SQLITE_INTEGER) {
        cell.number ^= std::int64_t{1} << (20 + random.next() % 40);
    } else {
        cell.bytes[random.next() % cell.bytes.size()] ^=
            static_cast<std::byte>(1U << (random.next() % 8));
    }
    return cell;
}

// A chain of rows as they are read, without a database: somebody may have put anything there.
class ReadRows final : public support::FailingStore {
public:
    ReadRows(records::Store& real, std::vector<records::AuditRow> rows)
        : FailingStore(real)
        , all(std::move(rows)) {}
    Result<wire::AuditHead> audit_head() override {
        return all.empty() ? wire::AuditHead{}
                           : wire::AuditHead{.row = all.back().row, .hash = all.back().hash};
    }
    Result<std::vector<records::AuditRow>> audit_rows(std::uint64_t from,
                                                      std::size_t most) override {
        std::vector<records::AuditRow> some;
        for (records::AuditRow const& row : all) {
            if (row.row >= from && some.size() < most) {
                some.push_back(row);
            }
        }
        return some;
    }
    std::vector<records::AuditRow> all;
};

class VerifyAudit : public testing::Test {
protected:
    // The chain in the file as somebody leaves it who goes round the program.
    template <class Work>
    void tamper(Work work) {
        rig.close();
        {
            SQLite::Database db((rig.data() / "log.db").native(), SQLite::OPEN_READWRITE);
            std::vector<std::string> triggers;
            std::vector<std::string> names;
            SQLite::Statement all(db,
                                  "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND "
                                  "tbl_name = 'audit'");
            while (all.executeStep()) {
                names.push_back(all.getColumn(0).getString());
                triggers.push_back(all.getColumn(1).getString());
            }
            all.reset();
            for (std::string const& name : names) {
                db.exec("DROP TRIGGER " + name);
            }
            work(db);
            for (std::string const& trigger : triggers) {
                db.exec(trigger); // else the program would not open the file
            }
        }
        rig.reopen();
    }
    void change(std::string const& sql) {
        tamper([&](SQLite::Database& db) { EXPECT_GT(db.exec(sql), 0) << sql; });
    }
    records::Store& store() { return rig.store(); }

    support::StoreRig rig;
};

TEST_F(VerifyAudit, FindsAnUntouchedChainWhole) {
    EXPECT_EQ(must(verify_audit(store(), {})).rows, 0U);
    write_rows(store(), 2500); // over the rows that are read at once
    rig.reopen();

    auto const verdict = must(verify_audit(store(), must(store().audit_head())));
    EXPECT_TRUE(verdict.whole) << verdict.message;
    EXPECT_EQ(verdict.rows, 2500U);
    EXPECT_EQ(verdict.first_bad_row, 0U);
}

// Every bit of every column of every row of a short chain.
TEST_F(VerifyAudit, FindsEverySingleBit) {
    write_rows(store(), 12);
    ReadRows rows(store(), must(store().audit_rows(1, 100)));
    ASSERT_TRUE(is_whole(verify_audit(rows, {}))); // negative control
    std::size_t flips = 0;
    auto const flip_all = [&](std::size_t i, std::byte* bytes, std::size_t size) {
        for (std::size_t bit = 0; bit < size * 8; ++bit, ++flips) {
            auto const mask = static_cast<std::byte>(1U << (bit % 8));
            bytes[bit / 8] ^= mask;
            EXPECT_FALSE(is_whole(verify_audit(rows, {}))) << "row " << i << " bit " << bit;
            bytes[bit / 8] ^= mask;
        }
    };
    for (std::size_t i = 0; i < rows.all.size(); ++i) {
        auto& row = rows.all[i];
        flip_all(i, reinterpret_cast<std::byte*>(&row.row), sizeof row.row);
        flip_all(i, reinterpret_cast<std::byte*>(&row.at), sizeof row.at);
        for (std::string* text :
             {&row.actor, &row.action, &row.object, &row.result, &row.origin, &row.reason}) {
            flip_all(i, reinterpret_cast<std::byte*>(text->data()), text->size());
        }
        flip_all(i, row.hash.bytes.data(), row.hash.bytes.size());
    }
    EXPECT_EQ(flips, 12U * 8U * (8 + 8 + 4 + 4 + 4 + 2 + 9 + 6 + 32));
    EXPECT_TRUE(is_whole(verify_audit(rows, {}))); // all of them were put back
}

// The same in the file, with a long chain; a sample.
TEST_F(VerifyAudit, FindsABitInAFileOfTenThousandRows) {
    constexpr std::uint64_t kRows = 10'000;
    write_rows(store(), kRows);
    support::SeededRandom random(7);
    for (std::size_t sample = 0; sample < 3 * kColumns.size(); ++sample) {
        std::string const column = kColumns[sample % kColumns.size()];
        auto const row = static_cast<std::int64_t>(1 + random.next() % kRows);
        Cell before;
        std::int64_t row_after = row;
        tamper([&](SQLite::Database& db) {
            before = cell_of(db, column, row);
            Cell const after = flipped(before, random);
            put_cell(db, column, row, after);
            row_after = column == "row" ? after.number : row;
        });
        EXPECT_FALSE(is_whole(verify_audit(store(), {}))) << column << " of row " << row;
        tamper([&](SQLite::Database& db) { put_cell(db, column, row_after, before); });
    }
    auto const begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(is_whole(verify_audit(store(), {}))); // negative control
    std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - begin;
    std::cout << "10,000 audit rows verified in " << took.count() << " ms\n";
}

TEST_F(VerifyAudit, FindsADeletedRow) {
    write_rows(store(), 50);
    change("DELETE FROM audit WHERE row = 20");

    auto const verdict = must(verify_audit(store(), {}));
    EXPECT_FALSE(verdict.whole);
    EXPECT_EQ(verdict.first_bad_row, 20U);
}

TEST_F(VerifyAudit, FindsADeletedRowWhoseGapWasClosed) {
    write_rows(store(), 50);
    change("DELETE FROM audit WHERE row = 20");
    change("UPDATE audit SET row = row - 1 WHERE row > 20");

    EXPECT_EQ(must(verify_audit(store(), {})).first_bad_row, 20U);
}

TEST_F(VerifyAudit, FindsTheFirstRowGone) {
    write_rows(store(), 50);
    change("DELETE FROM audit WHERE row = 1");

    EXPECT_EQ(must(verify_audit(store(), {})).first_bad_row, 1U);
}

TEST_F(VerifyAudit, FindsSwappedRows) {
    write_rows(store(), 50);
    tamper([](SQLite::Database& db) {
        db.exec("UPDATE audit SET row = 99 WHERE row = 30");
        db.exec("UPDATE audit SET row = 30 WHERE row = 31");
        db.exec("UPDATE audit SET row = 31 WHERE row = 99");
    });

    EXPECT_EQ(must(verify_audit(store(), {})).first_bad_row, 30U);
}

TEST_F(VerifyAudit, FindsWhatWasCutOffOnlyAgainstAHeadSeenElsewhere) {
    write_rows(store(), 50);
    auto const seen = must(store().audit_head());
    change("DELETE FROM audit WHERE row > 40");

    auto const alone = must(verify_audit(store(), {}));
    EXPECT_TRUE(alone.whole); // a shorter chain is a chain: negative control
    EXPECT_EQ(alone.rows, 40U);
    auto const against = must(verify_audit(store(), seen));
    EXPECT_FALSE(against.whole);
    EXPECT_EQ(against.first_bad_row, 41U);
}

TEST_F(VerifyAudit, FindsAChainMadeAnewOnlyAgainstAHeadSeenElsewhere) {
    write_rows(store(), 50);
    auto const seen = must(store().audit_head());
    ReadRows forged(store(), must(store().audit_rows(1, 100)));
    seal::Hash before{};
    for (records::AuditRow& row : forged.all) {
        row.reason = row.row == 10 ? "niets" : row.reason;
        row.hash = chain_hash(before, row);
        before = row.hash;
    }

    EXPECT_TRUE(is_whole(verify_audit(forged, {}))); // negative control
    EXPECT_FALSE(is_whole(verify_audit(forged, seen)));
    auto const early = must(store().audit_rows(5, 1)).front(); // seen before the forgery
    EXPECT_TRUE(is_whole(verify_audit(forged, wire::AuditHead{.row = 5, .hash = early.hash})));
}

TEST_F(VerifyAudit, FailsWhenTheStoreFails) {
    write_rows(store(), 5);
    support::FailingStore failing(store());
    for (char const* method : {"audit_rows", "audit_head"}) {
        failing.fail_at(method);
        EXPECT_EQ(verify_audit(failing, {}).error().code, ErrorCode::io) << method;
    }
}

} // namespace
} // namespace inloop::vault
