// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::stored_letter;
using support::wrap_of_letter;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

// Thirty letters of one week, whose key one person has.
class StoreCheck : public testing::Test {
protected:
    StoreCheck() {
        must(store().set_site({.deployment = {{std::byte{1}}}}));
        must(store().put_week_wrap({.epoch = 105, .person = {}, .bytes = support::noise(1, 100)}));
        must(store().transaction([&]() -> Result<void> {
            for (std::uint64_t number = 1; number <= 30; ++number) {
                must(store().take_in(stored_letter(number), wrap_of_letter(number)));
            }
            return {};
        }));
    }
    // As a hand or a damage would change the closed file.
    void change(char const* file, char const* sql) {
        rig.close();
        SQLite::Database((rig.data() / file).native(), SQLite::OPEN_READWRITE).exec(sql);
        rig.reopen();
    }
    std::vector<std::string> messages() { return must(store().check()); }
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StoreCheck, FindsNothingInAHealthyLog) {
    EXPECT_THAT(messages(), IsEmpty());
    must(store().destroy({.entry = entry_id(1)}));
    EXPECT_THAT(messages(), IsEmpty()) << "what was destroyed has no key by right";
}

TEST_F(StoreCheck, NamesALetterWithoutItsKey) {
    change("keys.db", "DELETE FROM letter_wrap WHERE entry = (SELECT min(entry) FROM letter_wrap)");
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("has no key: finish destroying it")));
}

TEST_F(StoreCheck, CountsThemWhenThereAreMany) {
    change("keys.db", "DELETE FROM letter_wrap");
    auto const found = messages();
    ASSERT_EQ(found.size(), 21U);
    EXPECT_EQ(found.back(), "30 letters in all have no key");
}

TEST_F(StoreCheck, CountsKeysWithoutALetter) {
    change("keys.db", "INSERT INTO letter_wrap VALUES (zeroblob(16), zeroblob(80))");
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("1 keys have no letter")));
}

TEST_F(StoreCheck, NamesAWeekWhoseKeyNobodyHas) {
    must(store().forget_week(105));
    EXPECT_THAT(messages(),
                ElementsAre(HasSubstr("nobody has the key of week 105, and 30 letters")));
}

TEST_F(StoreCheck, NamesAReferenceThatDoesNotHold) {
    change("log.db", "PRAGMA foreign_keys = OFF; DELETE FROM letter WHERE server_seq = 30");
    auto const found = messages();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_THAT(found[0], HasSubstr("log.db: a row of thread belongs to nothing"));
}

TEST_F(StoreCheck, NamesAGapInTheAudit) {
    must(store().append_audit({.row = 1}));
    must(store().append_audit({.row = 2}));
    must(store().append_audit({.row = 3}));
    change("log.db", "DROP TRIGGER audit_is_never_deleted; DELETE FROM audit WHERE row = 2;"
                     "CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit\n"
                     "BEGIN\n"
                     "    SELECT raise(ABORT, 'the audit is never deleted');\n"
                     "END");
    EXPECT_THAT(messages(), ElementsAre(HasSubstr("the audit has a gap")));
}

} // namespace inloop::records
