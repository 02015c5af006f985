// SPDX-License-Identifier: EUPL-1.2
//
// A log.db that an earlier build made goes on with this one, and nothing in it changes. The earlier
// file is made by hand: this build has statements that an earlier schema does not know.
#include "kiosk/officerlog/records/sqlite_store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace inloop::records {
namespace {

namespace fs = std::filesystem;

using support::must;
using testing::HasSubstr;
using testing::Not;

std::vector<fs::path> steps_of(std::string const& name) {
    fs::path const folder = fs::path(std::getenv("INLOOP_ASSETS")) / "schema" / name;
    std::vector<fs::path> steps{fs::directory_iterator(folder), {}};
    std::ranges::sort(steps);
    return steps;
}

// The database `name` as it was after `count` steps.
void make_early(fs::path const& data, std::string const& name, std::size_t count) {
    fs::create_directories(data);
    SQLite::Database file((data / (name + ".db")).native(),
                          SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    std::vector<fs::path> const steps = steps_of(name);
    for (std::size_t number = 1; number <= count; ++number) {
        fs::path const& step = steps.at(number - 1);
        std::ifstream in(step);
        file.exec(std::string{std::istreambuf_iterator<char>(in), {}});
        SQLite::Statement done(file, "INSERT INTO migration (number, name) VALUES (?, ?)");
        done.bind(1, static_cast<std::int64_t>(number));
        done.bind(2, step.filename().native());
        done.exec();
        file.exec("PRAGMA user_version = " + std::to_string(number));
    }
}

// A log whose log.db has `steps` steps.
fs::path early_log(support::StoreRig& rig, std::size_t steps) {
    fs::path data = rig / "early";
    make_early(data, "log", steps);
    make_early(data, "keys", 1);
    return data;
}

void run_in_log(fs::path const& data, std::string const& sql) {
    SQLite::Database((data / "log.db").native(), SQLite::OPEN_READWRITE).exec(sql);
}

AuditRow row(std::uint64_t number) {
    return {.row = number,
            .at = 100,
            .actor = "Bram",
            .action = "read",
            .object = number % 2 == 0 ? "even" : "odd",
            .result = "ok",
            .origin = "192.0.2.7",
            .reason = ""};
}

void insert_row(fs::path const& data, AuditRow const& row) {
    run_in_log(data, "INSERT INTO audit VALUES (" + std::to_string(row.row) +
                         ", 100, 'Bram', 'read', '" + row.object +
                         "', 'ok', '192.0.2.7', '', zeroblob(32))");
}

// How SQLite looks for the rows of one object in this file.
std::string way_to_rows(fs::path const& log) {
    SQLite::Database file(log.native(), SQLite::OPEN_READONLY);
    SQLite::Statement plan(file, "EXPLAIN QUERY PLAN SELECT row FROM audit WHERE object = 'even'");
    return plan.executeStep() ? plan.getColumn("detail").getString() : "";
}

bool has_table(fs::path const& log, std::string const& name) {
    return SQLite::Database(log.native(), SQLite::OPEN_READONLY).tableExists(name);
}

TEST(StoreMigration, TakesAnEarlierLogToAnIndexOfTheAudit) {
    // given
    support::StoreRig rig;
    fs::path const data = early_log(rig, 1);
    for (std::uint64_t number = 1; number <= 4; ++number) {
        insert_row(data, row(number));
    }
    ASSERT_THAT(way_to_rows(data / "log.db"), Not(HasSubstr("audit_by_object"))); // the control
    // when
    auto store = must(rig.open(data));
    // then
    EXPECT_EQ(must(store->audit_rows(1, 9)), (std::vector{row(1), row(2), row(3), row(4)}));
    EXPECT_EQ(must(store->audit_rows_of("even")), (std::vector{row(2), row(4)}));
    EXPECT_TRUE(must(store->check()).empty());
    store.reset();
    EXPECT_THAT(way_to_rows(data / "log.db"), HasSubstr("audit_by_object"));
}

TEST(StoreMigration, TakesAnEarlierLogToOneWithPages) {
    // given
    support::StoreRig rig;
    fs::path const data = early_log(rig, 2);
    run_in_log(data, "INSERT INTO document VALUES ('roster.toml', x'41', 1, 'Piet', 3);"
                     "UPDATE feed SET last = 1, mirror = -1");
    insert_row(data, row(1));
    ASSERT_FALSE(has_table(data / "log.db", "page_draft")); // the control
    // when
    auto store = must(rig.open(data));
    // then
    EXPECT_EQ(must(store->pages().put_draft({.key = {"pilot", "nl"}}, 0)), 1U);
    EXPECT_EQ(must(store->pages().publishing_rules()), PublishingRules{});
    ASSERT_EQ(must(store->documents()).size(), 1U);
    EXPECT_EQ(must(store->documents())[0].by, "Piet");
    EXPECT_EQ(must(store->audit_rows(1, 9)), std::vector{row(1)});
    EXPECT_TRUE(must(store->check()).empty());
    store.reset();
    EXPECT_TRUE(has_table(data / "log.db", "page_draft"));
}

} // namespace
} // namespace inloop::records
