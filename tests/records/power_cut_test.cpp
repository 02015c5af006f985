// SPDX-License-Identifier: EUPL-1.2
//
// keys.db and log.db are two commits. A power cut between them, or at any sector of either
// journal, leaves a folder that opens, in which every letter has its key.
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <iostream>
#include <string>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::stored_letter;
using support::wrap_of_letter;
using testing::HasSubstr;

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kSector = 512;

class StorePowerCut : public testing::Test {
protected:
    StorePowerCut() { take_in(store(), 1); }
    static IntakeResult take_in(Store& store, std::uint64_t number) {
        return must(store.take_in(stored_letter(number), wrap_of_letter(number)));
    }
    // What is on the disk now: everything so far was committed and thus synced.
    fs::path disk_now(std::string const& name) {
        fs::copy(rig.data(), rig / name);
        return rig / name;
    }
    // One database with its journal as it was then, the other one as it was at another time.
    fs::path disk_of(fs::path const& keys, fs::path const& log) {
        fs::path disk = rig / "disk";
        fs::remove_all(disk);
        fs::create_directory(disk);
        for (char const* end : {"", "-wal"}) {
            copy_if_there(keys / (std::string("keys.db") + end), disk);
            copy_if_there(log / (std::string("log.db") + end), disk);
        }
        return disk;
    }
    // Opens the disk and says how many of the two letters are there, each with its key.
    int letters_on(fs::path const& disk) {
        auto const opened = rig.open(disk);
        EXPECT_TRUE(opened) << opened.error().message;
        int letters = 0;
        for (std::uint64_t const number : {1U, 2U}) {
            auto const letter = must((*opened)->entry(entry_id(number)));
            auto const key = must((*opened)->wrap_of(entry_id(number)));
            EXPECT_TRUE(!letter || key == wrap_of_letter(number)) << "a letter without its key";
            EXPECT_TRUE(!letter || letter->body == stored_letter(number).body);
            letters += letter ? 1 : 0;
        }
        // The kiosk had no acknowledgement and sends again.
        auto const again = take_in(**opened, 2).outcome;
        EXPECT_EQ(again, letters == 2 ? IntakeOutcome::same_again : IntakeOutcome::stored);
        EXPECT_EQ(must((*opened)->wrap_of(entry_id(2))), wrap_of_letter(2));
        return letters;
    }
    Store& store() { return rig.store(); }
    support::StoreRig rig;

private:
    static void copy_if_there(fs::path const& file, fs::path const& folder) {
        if (fs::exists(file)) {
            fs::copy_file(file, folder / file.filename());
        }
    }
};

} // namespace

TEST_F(StorePowerCut, AtAnySectorOfAnIntakeLosesNothingThatWasTaken) {
    // given
    fs::path const before = disk_now("before");
    take_in(store(), 2);
    fs::path const after = disk_now("after");
    // when
    std::array<int, 3> found{};
    auto const cut_everywhere = [&](fs::path const& log, char const* journal) {
        auto const whole = fs::file_size(after / journal);
        for (auto size = fs::file_size(before / journal); size <= whole; size += kSector) {
            fs::path const disk = disk_of(after, log);
            fs::resize_file(disk / journal, size);
            ++found.at(static_cast<std::size_t>(letters_on(disk)));
        }
    };
    cut_everywhere(before, "keys.db-wal"); // keys.db is committed first
    cut_everywhere(after, "log.db-wal");
    // then
    EXPECT_EQ(found[0], 0) << "the first letter was acknowledged";
    EXPECT_GT(found[1], 20);
    EXPECT_EQ(letters_on(disk_of(after, after)), 2) << "the control: at the end it is there";
    std::cout << found[1] + found[2] << " disks\n";
}

// Negative control: the other order would leave a letter nobody can ever read, and check() is what
// sees it.
TEST_F(StorePowerCut, InTheOtherOrderWouldLeaveALetterWithoutItsKey) {
    fs::path const before = disk_now("before");
    take_in(store(), 2);
    fs::path const after = disk_now("after");
    auto const opened = must(rig.open(disk_of(before, after)));
    EXPECT_TRUE(must(opened->entry(entry_id(2))));
    EXPECT_EQ(must(opened->wrap_of(entry_id(2))), std::nullopt);
    EXPECT_THAT(must(opened->check()), testing::Contains(HasSubstr("has no key")));
}

TEST_F(StorePowerCut, InADestructionLeavesNothingReadableAndCanBeFinished) {
    // given
    fs::path const before = disk_now("before");
    must(store().destroy({.entry = entry_id(1)}));
    fs::path const after = disk_now("after");
    // when
    auto const opened = must(rig.open(disk_of(after, before)));
    // then
    EXPECT_EQ(must(opened->wrap_of(entry_id(1))), std::nullopt);
    EXPECT_THAT(must(opened->check()), testing::Contains(HasSubstr("finish destroying it")));
    ASSERT_TRUE(opened->destroy({.entry = entry_id(1)}));
    EXPECT_THAT(must(opened->check()), testing::IsEmpty());
}

TEST_F(StorePowerCut, WhileBothAreMadeIsMended) {
    // given
    support::StoreRig fresh;
    fresh.close();
    auto const named = [&](std::string const& keys, std::string const& log) {
        fs::path disk = rig / "disk";
        fs::remove_all(disk);
        fs::create_directory(disk);
        fs::copy_file(fresh.data() / "keys.db", disk / keys);
        fs::copy_file(fresh.data() / "log.db", disk / log);
        return disk;
    };
    // then
    for (auto const& [keys, log] : {std::pair{"keys.db.new", "log.db.new"},
                                    {"keys.db", "log.db.new"},
                                    {"keys.db.new", "log.db"},
                                    {"keys.db", "log.db"}}) {
        EXPECT_TRUE(rig.open(named(keys, log))) << keys << ' ' << log;
        EXPECT_FALSE(fs::exists(rig / "disk" / "log.db.new"));
    }
    // and one that was half made is thrown away
    fs::path const half = named("keys.db.new", "log.db.new");
    fs::resize_file(half / "keys.db.new", 5000);
    fs::remove(half / "log.db.new");
    EXPECT_TRUE(rig.open(half));
    // The control: without its ".new" beside it, a missing file is damage.
    fs::remove(half / "log.db");
    EXPECT_FALSE(rig.open(half));
}

TEST_F(StorePowerCut, LeavesNoJournalToPlayBackIntoANewLog) {
    // given
    fs::path const disk = disk_now("before");
    fs::remove(disk / "log.db");
    fs::remove(disk / "keys.db");
    // then
    auto const refused = rig.open(disk);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
    EXPECT_THAT(refused.error().message, HasSubstr("-wal is there without its database"));
}

} // namespace inloop::records
