// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/letterbox/letterbox.h"
#include "platform/linux/linux_files.h"
#include "tests/support/memory_files.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace inloop::letterbox {

using platform::EntryKind;
using support::entry_id;
using support::make_letter;
using support::MemoryFiles;

namespace {

std::filesystem::path const kRoot = "/data/letterbox";

std::string name(std::uint64_t number) {
    return letter_name(number, entry_id(number));
}

// One good letter beside whatever a test puts there: it must always be found.
class LetterboxRepair : public testing::Test {
protected:
    LetterboxRepair() { files.put(kRoot / "new" / name(1), make_letter(1)); }

    RepairReport report_of_opening() {
        auto box = Letterbox::open(files, kRoot);
        EXPECT_TRUE(box) << box.error().message;
        EXPECT_EQ(box->read(entry_id(1)).value(), make_letter(1));
        return box->repair_report();
    }
    void expect_quarantined(std::string const& as) {
        RepairReport const report = report_of_opening();
        EXPECT_EQ(report.quarantined, 1U);
        EXPECT_EQ(report.found, (LettersFound{.new_ = 1}));
        EXPECT_TRUE(files.has(kRoot / "quarantine" / as));
        EXPECT_TRUE(MemoryFiles(files.durable()).has(kRoot / "quarantine" / as));
        EXPECT_EQ(report_of_opening().quarantined, 0U) << "nothing left to do";
    }

    MemoryFiles files;
};

} // namespace

TEST_F(LetterboxRepair, RemovesUnfinishedLetters) {
    files.put(kRoot / "tmp" / part_name(2, entry_id(2), 1), Bytes(100));
    files.put(kRoot / "tmp" / part_name(3, entry_id(3), 2), make_letter(3));
    RepairReport const report = report_of_opening();
    EXPECT_EQ(report.unfinished_removed, 2U);
    EXPECT_EQ(report.found, (LettersFound{.new_ = 1}));
    EXPECT_TRUE(files.list(kRoot / "tmp").value().empty());
}

TEST_F(LetterboxRepair, DoesNotUseTheNumberOfAnUnfinishedLetterAgain) {
    files.put(kRoot / "tmp" / part_name(7, entry_id(7), 1), Bytes(100));
    EXPECT_EQ(Letterbox::open(files, kRoot)->next_sequence(), 8U);
}

TEST_F(LetterboxRepair, SetsAForeignFileAside) {
    files.put(kRoot / "new" / "readme.txt", Bytes(10));
    expect_quarantined("readme.txt");
}

TEST_F(LetterboxRepair, SetsAForeignFileAmongTheUnfinishedAside) {
    files.put(kRoot / "tmp" / "readme.txt", Bytes(10));
    expect_quarantined("readme.txt");
}

TEST_F(LetterboxRepair, SetsAFolderInPlaceOfALetterAside) {
    files.put(kRoot / "new" / name(2), EntryKind::directory);
    expect_quarantined(name(2));
}

TEST_F(LetterboxRepair, SetsALinkInPlaceOfALetterAside) {
    files.put(kRoot / "sent" / name(2), EntryKind::other);
    expect_quarantined(name(2));
}

TEST_F(LetterboxRepair, SetsAnEmptyLetterAside) {
    files.put(kRoot / "new" / name(2), Bytes());
    expect_quarantined(name(2));
}

TEST_F(LetterboxRepair, SetsALetterUnderAWrongNameAside) {
    files.put(kRoot / "new" / name(2), make_letter(3));
    expect_quarantined(name(2));
}

TEST_F(LetterboxRepair, SetsALetterWithAnotherEndingAside) {
    files.put(kRoot / "new" / (name(2) + "~"), make_letter(2));
    expect_quarantined(name(2) + "~");
}

TEST_F(LetterboxRepair, SetsAnOversizedFileAside) {
    files.put(kRoot / "new" / name(2), Bytes(seal::kMaxEnvelopeBytes + 1));
    expect_quarantined(name(2));
}

TEST_F(LetterboxRepair, SetsAnotherLetterOfTheSameEntryAside) {
    files.put(kRoot / "sent" / letter_name(5, entry_id(1)), make_letter(5, 1));
    expect_quarantined(letter_name(5, entry_id(1)));
}

TEST_F(LetterboxRepair, SetsALetterCutAnywhereAside) {
    Bytes const whole = make_letter(2);
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        MemoryFiles disk;
        disk.put(kRoot / "new" / name(2),
                 Bytes(whole.begin(), whole.begin() + static_cast<long>(size)));
        auto const box = Letterbox::open(disk, kRoot);
        ASSERT_TRUE(box);
        EXPECT_EQ(box->repair_report().quarantined, 1U) << size;
        EXPECT_TRUE(box->letters().empty());
    }
}

// A flipped bit in what names the letter, or in the structure, shows; one in the sealed part is for
// the signature to find.
TEST_F(LetterboxRepair, SetsALetterWithAFlippedHeaderAside) {
    Bytes const whole = make_letter(2);
    for (std::size_t bit = 0; bit < 8 * seal::kEnvelopeHeaderBytes; ++bit) {
        std::size_t const byte = bit / 8;
        bool const named = byte < 6 || (byte >= 12 && byte < 16) || (byte >= 24 && byte < 48);
        Bytes flipped = whole;
        flipped[byte] ^= static_cast<std::byte>(1U << (bit % 8));
        MemoryFiles disk;
        disk.put(kRoot / "new" / name(2), flipped);
        auto const box = Letterbox::open(disk, kRoot);
        ASSERT_TRUE(box);
        EXPECT_EQ(box->repair_report().quarantined, named ? 1U : 0U) << "bit " << bit;
    }
}

TEST_F(LetterboxRepair, KeepsOneOfALetterFoundTwice) {
    files.put(kRoot / "sent" / name(1), make_letter(1));
    files.put(kRoot / "dead" / name(1), make_letter(1));
    RepairReport const report = report_of_opening();
    EXPECT_EQ(report.duplicates_removed, 2U);
    EXPECT_EQ(report.found, (LettersFound{.new_ = 1})) << "sending once more is harmless";
    EXPECT_FALSE(files.has(kRoot / "sent" / name(1)));
}

TEST_F(LetterboxRepair, NeverReplacesWhatIsInQuarantine) {
    files.put(kRoot / "quarantine" / name(2), Bytes(1));
    files.put(kRoot / "quarantine" / (name(2) + ".2"), Bytes(2));
    files.put(kRoot / "new" / name(2), Bytes(3));
    expect_quarantined(name(2) + ".3");
    EXPECT_EQ(files.peek(kRoot / "quarantine" / name(2)), Bytes(1));
}

TEST_F(LetterboxRepair, LeavesALetterTheDeviceDoesNotGiveWhereItIs) {
    files.put(kRoot / "new" / name(2), make_letter(2));
    std::size_t reads = 0;
    {
        MemoryFiles dry_run = files;
        (void)Letterbox::open(dry_run, kRoot);
        while (dry_run.operations().at(reads).call != support::Call::read) {
            ++reads;
        }
    }
    files.fail_at(reads + 1, ErrorCode::io); // the second letter

    auto const box = Letterbox::open(files, kRoot);

    EXPECT_EQ(box->repair_report().left_in_place, 1U);
    EXPECT_EQ(box->letters().size(), 1U);
    EXPECT_EQ(box->next_sequence(), 3U);
    EXPECT_EQ(Letterbox::open(files, kRoot)->letters().size(), 2U) << "found at the next start";
}

TEST_F(LetterboxRepair, SaysWhenAFileLiesWhereAFolderMustBe) {
    MemoryFiles disk;
    disk.put(kRoot / "new", Bytes(1));
    EXPECT_EQ(Letterbox::open(disk, kRoot).error().code, ErrorCode::already_there);
}

TEST_F(LetterboxRepair, NamesWhatItDidWithoutControlCharacters) {
    files.put(kRoot / "new" / "evil\x1B[2J\nname", Bytes(1));
    for (std::string const& message : report_of_opening().messages) {
        EXPECT_EQ(message.find_first_of("\x1B\n"), std::string::npos) << message;
    }
}

TEST_F(LetterboxRepair, DealsWithLinksFoldersAndPipesOnARealDisk) {
    support::Scratch const scratch;
    platform::LinuxFiles real;
    ASSERT_TRUE(Letterbox::open(real, scratch.path())->store(make_letter(1)));
    std::filesystem::create_symlink(scratch / ("new/" + name(1)), scratch / ("new/" + name(2)));
    std::filesystem::create_directories(scratch / ("new/" + name(3) + "/inside"));
    ASSERT_EQ(::mkfifo((scratch / ("sent/" + name(4))).c_str(), 0600), 0);

    auto box = Letterbox::open(real, scratch.path());

    ASSERT_TRUE(box) << box.error().message;
    EXPECT_EQ(box->repair_report().quarantined, 3U);
    EXPECT_EQ(box->letters().size(), 1U);
    EXPECT_EQ(box->read(entry_id(1)).value(), make_letter(1));
    EXPECT_TRUE(std::filesystem::exists(scratch / ("quarantine/" + name(3) + "/inside")));
}

} // namespace inloop::letterbox
