// SPDX-License-Identifier: EUPL-1.2
//
// A log.db that an earlier build made goes on with this one, and nothing in it changes.
#include "kiosk/officerlog/records/sqlite_store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace inloop::records {
namespace {

namespace fs = std::filesystem;

using support::must;
using testing::HasSubstr;
using testing::Not;

// The schema as it was when log.db had `steps` steps.
fs::path schema_of(support::StoreRig& rig, std::size_t steps) {
    fs::path const shipped = fs::path(std::getenv("INLOOP_ASSETS")) / "schema";
    fs::path const early = rig / "schema";
    fs::copy(shipped, early, fs::copy_options::recursive);
    for (fs::directory_entry const& step : fs::directory_iterator(early / "log")) {
        if (std::stoul(step.path().filename().string()) > steps) {
            fs::remove(step.path());
        }
    }
    return early;
}

AuditRow row(std::uint64_t number) {
    return {.row = number,
            .at = 100,
            .actor = "Bram",
            .action = "read",
            .object = number % 2 == 0 ? "even" : "odd",
            .result = "ok",
            .origin = "192.0.2.7",
            .reason = "",
            .hash = {{static_cast<std::byte>(number)}}};
}

// How SQLite looks for the rows of one object in this file.
std::string way_to_rows(fs::path const& log) {
    SQLite::Database file(log.native(), SQLite::OPEN_READONLY);
    SQLite::Statement plan(file, "EXPLAIN QUERY PLAN SELECT row FROM audit WHERE object = 'even'");
    return plan.executeStep() ? plan.getColumn("detail").getString() : "";
}

TEST(StoreMigration, TakesAnEarlierLogToAnIndexOfTheAudit) {
    // given
    support::StoreRig rig;
    fs::path const data = rig / "early";
    {
        auto const early =
            must(SqliteStore::open({.data = data, .schema = schema_of(rig, 1)}, rig.files()));
        for (std::uint64_t number = 1; number <= 4; ++number) {
            must(early->append_audit(row(number)));
        }
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

} // namespace
} // namespace inloop::records
