// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/letterbox/letterbox.h"
#include "platform/linux/linux_files.h"
#include "tests/support/memory_files.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inloop::letterbox {

using support::Call;
using support::entry_id;
using support::make_letter;
using support::MemoryFiles;
using support::Operation;

namespace {

std::filesystem::path const kRoot = "/data/letterbox";

std::string name(std::uint64_t number) {
    return letter_name(number, entry_id(number));
}

Letterbox opened(platform::Files& files, std::filesystem::path const& root = kRoot) {
    return Letterbox::open(files, root).value();
}

platform::SpaceReport space_used(std::uint64_t percent) {
    return {.free_bytes = 100 - percent, .total_bytes = 100, .filesystem = "memory"};
}

} // namespace

TEST(Letterbox, KeepsALetterOverARestart) {
    MemoryFiles files;
    Bytes const envelope = make_letter(1);
    Letterbox box = opened(files);

    auto const stored = box.store(envelope);

    StoredLetter const expected{1, entry_id(1), support::receipt_key(1), LetterState::new_,
                                envelope.size()};
    ASSERT_TRUE(stored) << stored.error().message;
    EXPECT_EQ(*stored, expected);
    Letterbox again = opened(files);
    EXPECT_EQ(again.letters(), std::vector{expected});
    EXPECT_EQ(again.read(entry_id(1)).value(), envelope);
    EXPECT_EQ(again.repair_report().found, (LettersFound{.new_ = 1}));
    EXPECT_TRUE(again.repair_report().messages.empty());
}

TEST(Letterbox, SaysKeptOnlyAfterTheFolderIsSynced) {
    MemoryFiles files;
    Letterbox box = opened(files);
    std::size_t const before = files.operations().size();

    ASSERT_TRUE(box.store(make_letter(1)));

    auto const part = (kRoot / "tmp" / part_name(1, entry_id(1), 1)).native();
    auto const kept = (kRoot / "new" / name(1)).native();
    std::vector<Operation> const expected{{Call::space, kRoot.native(), ""},
                                          {Call::create, part, ""},
                                          {Call::sync_file, part, ""},
                                          {Call::rename, part, kept},
                                          {Call::sync_directory, kRoot / "new", ""}};
    EXPECT_EQ(std::vector(files.operations().begin() + static_cast<std::ptrdiff_t>(before),
                          files.operations().end()),
              expected);
}

TEST(Letterbox, MakesItsOwnFoldersDurable) {
    MemoryFiles files;
    (void)opened(files);
    MemoryFiles const after_power_cut(files.durable());
    for (char const* folder : {"tmp", "new", "sent", "dead", "quarantine"}) {
        EXPECT_TRUE(after_power_cut.has(kRoot / folder)) << folder;
    }
}

// As under systemd with DynamicUser: /var/lib/private cannot even be looked into.
TEST(Letterbox, OpensBelowAFolderItMayNotLookInto) {
    MemoryFiles files;
    files.put(kRoot, platform::EntryKind::directory);
    MemoryFiles dry_run = files;
    (void)opened(dry_run);
    auto const& operations = dry_run.operations();
    auto const above = std::ranges::find(
        operations, Operation{Call::sync_directory, kRoot.parent_path().native(), ""});
    ASSERT_NE(above, operations.end());
    auto const at = static_cast<std::size_t>(above - operations.begin());

    files.fail_at(at, ErrorCode::read_only);
    EXPECT_TRUE(Letterbox::open(files, kRoot));

    MemoryFiles
        fresh; // negative control: where the folder was made just now, its name must be durable
    fresh.fail_at(at + 1, ErrorCode::read_only);
    EXPECT_FALSE(Letterbox::open(fresh, kRoot));
    EXPECT_EQ(fresh.operations().back().path, kRoot.parent_path().native());
}

TEST(Letterbox, RefusesWhatIsNoEnvelope) {
    MemoryFiles files;
    Letterbox box = opened(files);
    Bytes cut = make_letter(1);
    cut.resize(cut.size() - 1);

    EXPECT_EQ(box.store(as_bytes("hello")).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(box.store(cut).error().code, ErrorCode::corrupt);
    EXPECT_EQ(box.store(make_letter(10'000'000'000)).error().code, ErrorCode::invalid_input);
    EXPECT_TRUE(box.letters().empty());
}

TEST(Letterbox, RefusesASecondLetterOfTheSameEntry) {
    MemoryFiles files;
    Letterbox box = opened(files);
    ASSERT_TRUE(box.store(make_letter(1)));
    EXPECT_EQ(box.store(make_letter(2, 1)).error().code, ErrorCode::already_there);
    EXPECT_EQ(box.read(entry_id(1)).value(), make_letter(1));
}

TEST(Letterbox, CountsOnFromTheHighestNumberAnywhere) {
    MemoryFiles files;
    Letterbox box = opened(files);
    EXPECT_EQ(box.next_sequence(), 1U);
    EXPECT_EQ(box.next_sequence(41), 42U);
    ASSERT_TRUE(box.store(make_letter(7)));
    EXPECT_EQ(box.next_sequence(), 8U);
    EXPECT_EQ(box.next_sequence(41), 42U);
    ASSERT_TRUE(box.mark_dead(entry_id(7)));
    EXPECT_EQ(opened(files).next_sequence(), 8U);
}

TEST(Letterbox, MovesLettersAndBack) {
    MemoryFiles files;
    Letterbox box = opened(files);
    ASSERT_TRUE(box.store(make_letter(1)));
    ASSERT_TRUE(box.store(make_letter(2)));
    ASSERT_TRUE(box.store(make_letter(3)));

    EXPECT_TRUE(box.mark_sent(entry_id(1)));
    EXPECT_TRUE(box.mark_sent(entry_id(1))); // twice is fine
    EXPECT_TRUE(box.mark_dead(entry_id(2)));
    EXPECT_EQ(box.mark_sent(entry_id(9)).error().code, ErrorCode::not_found);

    EXPECT_TRUE(files.has(kRoot / "sent" / name(1)));
    EXPECT_EQ(opened(files).repair_report().found, (LettersFound{1, 1, 1}));
    EXPECT_EQ(box.letters()[0].state, LetterState::sent);
    EXPECT_EQ(box.read(entry_id(2)).value(), make_letter(2));
    EXPECT_TRUE(box.mark_new(entry_id(1)));
    EXPECT_EQ(opened(files).repair_report().found, (LettersFound{2, 0, 1}));
}

TEST(Letterbox, SaysWhenALetterIsNoLongerWhatItWas) {
    MemoryFiles files;
    Letterbox box = opened(files);
    ASSERT_TRUE(box.store(make_letter(1)));
    files.put(kRoot / "new" / name(1), make_letter(2));
    EXPECT_EQ(box.read(entry_id(1)).error().code, ErrorCode::corrupt);
    EXPECT_EQ(box.read(entry_id(2)).error().code, ErrorCode::not_found);
}

TEST(Letterbox, WritesANewFileWhenSyncingFailed) {
    MemoryFiles files;
    Letterbox box = opened(files);
    std::size_t const sync = files.operations().size() + 2; // space, create, sync_file
    files.fail_at(sync, ErrorCode::io);

    ASSERT_TRUE(box.store(make_letter(1)));

    std::vector<std::string> synced;
    for (Operation const& operation : files.operations()) {
        if (operation.call == Call::sync_file) {
            synced.push_back(std::filesystem::path(operation.path).filename());
        }
    }
    EXPECT_EQ(synced, (std::vector{part_name(1, entry_id(1), 1), part_name(1, entry_id(1), 2)}));
    EXPECT_EQ(MemoryFiles(files.durable()).peek(kRoot / "new" / name(1)), make_letter(1));
}

TEST(Letterbox, SaysItCouldNotKeepALetterWhenTheDiskIsDying) {
    MemoryFiles files;
    Letterbox box = opened(files);
    for (ErrorCode const code : {ErrorCode::io, ErrorCode::no_space, ErrorCode::read_only}) {
        files.fail_from_now(code);
        EXPECT_EQ(box.store(make_letter(1)).error().code, code);
        files.mend();
    }
    EXPECT_TRUE(box.letters().empty());
    EXPECT_TRUE(box.store(make_letter(1))) << "the same letter once the disk is mended";
}

TEST(Letterbox, RefusesWhenTheDiskIsNearlyFull) {
    MemoryFiles files;
    Letterbox box = opened(files);
    files.set_space(space_used(97));
    EXPECT_TRUE(box.store(make_letter(1)));
    files.set_space(space_used(98));
    EXPECT_EQ(box.store(make_letter(2)).error().code, ErrorCode::no_space);
}

TEST(Letterbox, TellsHowFullTheDiskIs) {
    MemoryFiles files;
    Letterbox box = opened(files);
    for (auto const& [percent, level] :
         {std::pair(79U, DiskLevel::ample), std::pair(80U, DiskLevel::tight),
          std::pair(95U, DiskLevel::scarce), std::pair(98U, DiskLevel::full),
          std::pair(100U, DiskLevel::full)}) {
        files.set_space(space_used(percent));
        EXPECT_EQ(box.disk_level().value(), level) << percent;
    }
    files.set_space({.free_bytes = 0, .total_bytes = 0, .filesystem = "tmpfs"});
    EXPECT_EQ(box.disk_level().value(), DiskLevel::ample) << "a tmpfs without a limit";
}

TEST(Letterbox, DoesNotOpenOnAReadOnlyDisk) {
    MemoryFiles files;
    files.fail_from_now(ErrorCode::read_only);
    EXPECT_EQ(Letterbox::open(files, kRoot).error().code, ErrorCode::read_only);
}

TEST(Letterbox, WorksInMemoryAndSaysSo) {
    support::Scratch const scratch("/dev/shm");
    platform::LinuxFiles files;
    auto const root = scratch / "not/made/yet";

    Letterbox box = opened(files, root);
    ASSERT_TRUE(box.store(make_letter(1)));

    Letterbox const again = opened(files, root);
    EXPECT_FALSE(again.repair_report().survives_reboot);
    ASSERT_EQ(again.repair_report().messages.size(), 1U);
    EXPECT_NE(again.repair_report().messages[0].find("tmpfs"), std::string::npos);
    EXPECT_EQ(again.letters().size(), 1U);
}

// The first of two letters was not kept, and its visitor wrote another one; after a power cut it is
// there all the same. Under one number the log would take only one of them.
TEST(Letterbox, NeverGivesTheNumberOfALetterThatMayStillTurnUp) {
    // given
    MemoryFiles files;
    Letterbox box = opened(files);
    files.fail_at(files.operations().size() + 4, ErrorCode::io, support::FaultLasts::persistent,
                  support::FaultEffect::done); // the sync of new/, and the removal that follows
    ASSERT_FALSE(box.store(make_letter(1, 1)));
    files.mend();
    // when
    std::uint64_t const next = box.next_sequence();
    // then
    EXPECT_EQ(next, 2U);
    EXPECT_TRUE(box.store(make_letter(next, 2)));
    MemoryFiles after(files.durable());
    EXPECT_EQ(opened(after).letters().back().seq, 2U);
}

TEST(Letterbox, FindsALetterThatWasMovedThoughAnErrorWasTold) {
    // given
    MemoryFiles files;
    Letterbox box = opened(files);
    ASSERT_TRUE(box.store(make_letter(1)));
    files.fail_at(files.operations().size(), ErrorCode::io, support::FaultLasts::once,
                  support::FaultEffect::done);
    ASSERT_FALSE(box.mark_sent(entry_id(1)));
    EXPECT_EQ(box.letters()[0].state, LetterState::new_);
    // then
    EXPECT_EQ(box.read(entry_id(1)), make_letter(1));
    EXPECT_EQ(box.letters()[0].state, LetterState::sent);
}

TEST(Letterbox, WorksOnARealDisk) {
    support::Scratch const scratch;
    platform::LinuxFiles files;
    Letterbox box = opened(files, scratch.path());
    for (std::uint64_t seq = 1; seq <= 9; ++seq) {
        ASSERT_TRUE(box.store(make_letter(seq, seq, static_cast<std::size_t>(seq))));
    }
    ASSERT_TRUE(box.mark_sent(entry_id(4)));

    Letterbox again = opened(files, scratch.path());
    EXPECT_EQ(again.letters(), box.letters());
    EXPECT_EQ(again.read(entry_id(9)).value(), make_letter(9, 9, 9));
    EXPECT_EQ(again.read(entry_id(4)).value(), make_letter(4, 4, 4));
}

} // namespace inloop::letterbox
