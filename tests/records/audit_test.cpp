// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

namespace inloop::records {

using support::must;

namespace {

AuditRow row(std::uint64_t number) {
    return {.row = number,
            .at = 100,
            .actor = "Bram",
            .action = "read",
            .object = "0011",
            .result = "ok",
            .origin = "192.0.2.7",
            .reason = "",
            .hash = {{static_cast<std::byte>(number)}}};
}

class StoreAudit : public testing::Test {
protected:
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StoreAudit, GrowsByOneRowAtATime) {
    // given
    EXPECT_EQ(must(store().audit_head()), wire::AuditHead{});
    // when
    for (std::uint64_t number = 1; number <= 5; ++number) {
        ASSERT_TRUE(store().append_audit(row(number)));
    }
    rig.reopen();
    // then
    EXPECT_EQ(must(store().audit_head()), (wire::AuditHead{.row = 5, .hash = row(5).hash}));
    EXPECT_EQ(must(store().audit_rows(2, 3)), (std::vector{row(2), row(3), row(4)}));
    EXPECT_EQ(must(store().audit_rows(6, 3)), std::vector<AuditRow>{});
    for (std::uint64_t const wrong : {0U, 3U, 5U, 7U}) {
        EXPECT_EQ(store().append_audit(row(wrong)).error().code, ErrorCode::invalid_input);
    }
    EXPECT_EQ(must(store().audit_head()).row, 5U);
}

TEST_F(StoreAudit, GivesTheRowsOfOneObjectInTheirOrder) {
    // given
    std::vector<AuditRow> rows;
    for (std::uint64_t number = 1; number <= 6; ++number) {
        rows.push_back(row(number));
        rows.back().object = number % 2 == 0 ? "even" : "odd";
        ASSERT_TRUE(store().append_audit(rows.back()));
    }
    // then
    EXPECT_EQ(must(store().audit_rows_of("even")), (std::vector{rows[1], rows[3], rows[5]}));
    EXPECT_EQ(must(store().audit_rows_of("eve")), std::vector<AuditRow>{});
    EXPECT_EQ(must(store().audit_rows_of("")), std::vector<AuditRow>{});
}

// Whoever has the file and SQLite: the triggers stand in the file. Who takes them out first is
// found by the chain of hashes, which is not here.
TEST_F(StoreAudit, RefusesEveryOtherChange) {
    // given
    for (std::uint64_t number = 1; number <= 3; ++number) {
        ASSERT_TRUE(store().append_audit(row(number)));
    }
    rig.close();
    {
        SQLite::Database file((rig.data() / "log.db").native(), SQLite::OPEN_READWRITE);
        // then
        for (char const* sql :
             {"UPDATE audit SET actor = 'nobody' WHERE row = 2", "DELETE FROM audit WHERE row = 3",
              "DELETE FROM audit", "UPDATE audit SET row = 9 WHERE row = 3",
              "INSERT OR REPLACE INTO audit SELECT 2, 0, '', '', '', '', '', '', zeroblob(32)",
              "INSERT INTO audit SELECT 9, 0, '', '', '', '', '', '', zeroblob(32)",
              "INSERT INTO audit SELECT NULL, 0, '', '', '', '', '', '', zeroblob(32)"}) {
            EXPECT_THROW(file.exec(sql), SQLite::Exception) << sql;
        }
        // The control: the next row is taken.
        file.exec("INSERT INTO audit SELECT 4, 0, '', '', '', '', '', '', zeroblob(32)");
    }
    rig.reopen();
    EXPECT_EQ(must(store().audit_rows(1, 3)), (std::vector{row(1), row(2), row(3)}));
    EXPECT_EQ(must(store().audit_head()).row, 4U);
}

} // namespace inloop::records
