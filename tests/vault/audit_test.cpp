// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/vault/audit.h"
#include "tests/support/failing_store.h"
#include "tests/support/manual_clock.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <gtest/gtest.h>

namespace inloop::vault {
namespace {

using support::must;

class AuditRows : public testing::Test {
protected:
    support::StoreRig rig;
    support::ManualClock clock;
    support::FailingStore store{rig.store()};
    Audit audit{store, clock};
    Actor bram{.name = "Bram", .origin = "192.0.2.7"};
};

TEST_F(AuditRows, SayWhoDidWhatToWhatWhenFromWhereAndWhy) {
    ASSERT_TRUE(audit.write(bram, {.action = "read", .object = "00ff", .reason = "dienst"}));
    clock.advance(std::chrono::seconds(5));
    ASSERT_TRUE(audit.write(bram, {.action = "login", .result = "refused"}));

    auto const rows = must(store.audit_rows(1, 9));
    ASSERT_EQ(rows.size(), 2U);
    records::AuditRow first{.row = 1,
                            .at = 1'717'502'400,
                            .actor = "Bram",
                            .action = "read",
                            .object = "00ff",
                            .result = "ok",
                            .origin = "192.0.2.7",
                            .reason = "dienst"};
    first.hash = chain_hash({}, first);
    EXPECT_EQ(rows[0], first);
    EXPECT_EQ(rows[1].row, 2U);
    EXPECT_EQ(rows[1].at, 1'717'502'405);
    EXPECT_EQ(rows[1].result, "refused");
    EXPECT_EQ(rows[1].hash, chain_hash(rows[0].hash, rows[1]));
}

// The example of the README.
TEST_F(AuditRows, HashAsDocumented) {
    records::AuditRow const row{.row = 1,
                                .at = 1'717'502'400,
                                .actor = "Bram",
                                .action = "read",
                                .object = "00ff",
                                .result = "ok",
                                .origin = "192.0.2.7",
                                .reason = "dienst"};
    EXPECT_EQ(hex(chain_hash({}, row).bytes),
              "9f366e61e760cea9cc061abd6a6fd1dae5b487eb704b25998298799ab02ac6ff");
}

// Fields are told apart by their lengths, not by what stands in them.
TEST_F(AuditRows, HashDiffersWhenTextMovesToTheNextField) {
    records::AuditRow const one{.row = 1, .actor = "ab", .action = "c"};
    records::AuditRow const other{.row = 1, .actor = "a", .action = "bc"};
    EXPECT_NE(chain_hash({}, one), chain_hash({}, other));
}

TEST_F(AuditRows, RefuseWhatIsNoRow) {
    std::string const long_text(501, 'x');
    for (Act const& act :
         {Act{.action = ""}, Act{.action = "Read"}, Act{.action = "read it"},
          Act{.action = "read", .result = ""}, Act{.action = "read", .object = long_text},
          Act{.action = "read", .reason = long_text}, Act{.action = "read", .reason = "\xff"}}) {
        auto const written = audit.write(bram, act);
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::invalid_input);
    }
    EXPECT_FALSE(audit.write({.name = "", .origin = "console"}, {.action = "read"}));
    EXPECT_EQ(must(store.audit_head()).row, 0U);
    EXPECT_TRUE(audit.write(bram, {.action = "read", .reason = long_text.substr(1)}));
}

TEST_F(AuditRows, AreNotWrittenWhenTheStoreFails) {
    for (char const* method : {"audit_head", "append_audit"}) {
        store.fail_at(method);
        EXPECT_EQ(audit.write(bram, {.action = "read"}).error().code, ErrorCode::io) << method;
    }
    EXPECT_EQ(must(store.audit_head()).row, 0U);
    EXPECT_TRUE(audit.write(bram, {.action = "read"}));
}

} // namespace
} // namespace inloop::vault
