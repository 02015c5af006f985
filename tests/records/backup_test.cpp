// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/no_file_grows.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

namespace fs = std::filesystem;

class StoreBackup : public testing::Test {
protected:
    StoreBackup() {
        must(store().set_site({.deployment = {{std::byte{1}}}, .name = "Assen"}));
        take_in(1);
        take_in(2);
    }
    void take_in(std::uint64_t number) {
        must(store().take_in(stored_letter(number), wrap_of_letter(number)));
    }
    Store& store() { return rig.store(); }
    support::StoreRig rig;
    fs::path folder = rig / "backups/monday";
};

} // namespace

TEST_F(StoreBackup, IsALogOfItsOwn) {
    // when
    ASSERT_TRUE(store().backup_to(folder));
    take_in(3);
    must(store().destroy({.entry = entry_id(1)}));
    // then
    auto const restored = must(rig.open(folder));
    EXPECT_EQ(must(restored->site()).name, "Assen");
    EXPECT_EQ(must(restored->roots()).size(), 2U);
    EXPECT_EQ(must(restored->entry(entry_id(1)))->body, stored_letter(1).body);
    EXPECT_EQ(must(restored->wrap_of(entry_id(1))), wrap_of_letter(1));
    // and the letters since come again from their kiosk, and no other twice
    EXPECT_EQ(must(restored->reconcile(stored_letter(1).device)).until, 2U);
    EXPECT_EQ(must(restored->take_in(stored_letter(3), wrap_of_letter(3))).outcome,
              IntakeOutcome::stored);
    EXPECT_EQ(must(restored->take_in(stored_letter(2), wrap_of_letter(2))).outcome,
              IntakeOutcome::same_again);
}

TEST_F(StoreBackup, HoldsTwoFilesOnlyItsOwnerReads) {
    ASSERT_TRUE(store().backup_to(folder));
    std::size_t files = 0;
    for (auto const& file : fs::directory_iterator(folder)) {
        ++files;
        EXPECT_EQ(file.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }
    EXPECT_EQ(files, 2U);
    for (char const* name : {"log.db", "keys.db"}) {
        EXPECT_EQ(fs::status(rig.data() / name).permissions(),
                  fs::perms::owner_read | fs::perms::owner_write);
    }
}

TEST_F(StoreBackup, TakesThePlaceOfAnOlderOneAndOfOneThatWasCutOff) {
    // given
    ASSERT_TRUE(store().backup_to(folder));
    std::ofstream(folder / "log.db.part") << "half a";
    take_in(3);
    // when
    ASSERT_TRUE(store().backup_to(folder));
    // then
    EXPECT_FALSE(fs::exists(folder / "log.db.part"));
    EXPECT_EQ(must(must(rig.open(folder))->roots()).size(), 3U);
}

TEST_F(StoreBackup, LeavesTheOlderOneWhenTheDiskIsFull) {
    // given
    ASSERT_TRUE(store().backup_to(folder));
    take_in(3);
    // when
    {
        support::NoFileGrows const full;
        EXPECT_FALSE(store().backup_to(folder));
    }
    // then
    EXPECT_EQ(must(must(rig.open(folder))->roots()).size(), 2U);
    EXPECT_EQ(must(store().roots()).size(), 3U);
}

TEST_F(StoreBackup, IsNotMadeInTheMiddleOfATransaction) {
    EXPECT_FALSE(store().transaction([&] { return store().backup_to(folder); }));
    EXPECT_FALSE(fs::exists(folder));
}

// keys.db came back from a backup of before; log.db knows what was destroyed since.
TEST_F(StoreBackup, BringsNoKeyBackThatWasDestroyed) {
    // given
    must(store().quarantine(
        {.entry = entry_id(1), .reason = "conflict", .bytes = support::noise(1, 500)}));
    ASSERT_TRUE(store().backup_to(folder));
    must(store().destroy({.entry = entry_id(1)}));
    rig.close();
    // when
    fs::copy_file(folder / "keys.db", rig.data() / "keys.db", fs::copy_options::overwrite_existing);
    rig.reopen();
    // then
    EXPECT_EQ(must(store().wrap_of(entry_id(1))), std::nullopt);
    EXPECT_TRUE(must(store().quarantined()).empty());
    EXPECT_EQ(must(store().wrap_of(entry_id(2))), wrap_of_letter(2)) << "the control";
}

} // namespace inloop::records
