// SPDX-License-Identifier: EUPL-1.2
//
// Lets every file operation fail, once and for good, with and without effect, and asks each time:
// was anybody promised what the disk does not have? (security.md 3.5, R4)
#include "kiosk/terminal/letterbox/letterbox.h"
#include "tests/support/memory_files.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>

namespace inloop::letterbox {

using support::entry_id;
using support::FaultEffect;
using support::FaultLasts;
using support::make_letter;
using support::MemoryFiles;

namespace {

std::filesystem::path const kRoot = "/data/letterbox";

struct Fault {
    std::size_t at;
    ErrorCode code;
    FaultLasts lasts;
    FaultEffect effect;
};

std::string text(Fault const& fault) {
    return "operation " + std::to_string(fault.at) + " fails with code " +
           std::to_string(static_cast<int>(fault.code)) +
           (fault.lasts == FaultLasts::once ? " once" : " for good") +
           (fault.effect == FaultEffect::done ? " though done" : "");
}

// Opens, stores three letters and moves one, going on whatever fails. Returns the numbers that were
// confirmed.
std::set<std::uint64_t> use(MemoryFiles& disk) {
    std::set<std::uint64_t> confirmed;
    auto box = Letterbox::open(disk, kRoot);
    if (!box) {
        return confirmed;
    }
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
        if (box->store(make_letter(seq))) {
            confirmed.insert(seq);
        }
    }
    (void)box->mark_sent(entry_id(2));
    return confirmed;
}

// What a power cut with the least luck leaves of the confirmed letters.
void expect_kept(MemoryFiles const& disk, std::set<std::uint64_t> const& confirmed) {
    MemoryFiles after(disk.durable());
    auto box = Letterbox::open(after, kRoot);
    ASSERT_TRUE(box) << box.error().message;
    EXPECT_EQ(box->repair_report().quarantined, 0U);
    for (std::uint64_t const seq : confirmed) {
        auto const bytes = box->read(entry_id(seq));
        ASSERT_TRUE(bytes) << "confirmed letter " << seq << " is lost";
        EXPECT_EQ(*bytes, make_letter(seq));
    }
    for (StoredLetter const& letter : box->letters()) {
        EXPECT_EQ(box->read(letter.entry_id).value(), make_letter(letter.seq));
    }
}

template <class Try>
std::size_t for_every_fault(std::size_t operations, Try attempt) {
    std::size_t tried = 0;
    for (std::size_t at = 0; at < operations; ++at) {
        for (ErrorCode const code : {ErrorCode::io, ErrorCode::no_space, ErrorCode::read_only}) {
            for (FaultLasts const lasts : {FaultLasts::once, FaultLasts::persistent}) {
                for (FaultEffect const effect : {FaultEffect::not_done, FaultEffect::done}) {
                    Fault const fault{at, code, lasts, effect};
                    SCOPED_TRACE(text(fault));
                    attempt(fault);
                    ++tried;
                }
            }
        }
    }
    return tried;
}

std::size_t operations_of(MemoryFiles disk) {
    std::size_t const before = disk.operations().size();
    (void)use(disk);
    return disk.operations().size() - before;
}

} // namespace

TEST(LetterboxFault, NeverMakesAFalsePromise) {
    std::size_t const operations = operations_of(MemoryFiles());
    std::size_t promised = 0;
    std::size_t const tried = for_every_fault(operations, [&](Fault const& fault) {
        MemoryFiles disk;
        disk.fail_at(fault.at, fault.code, fault.lasts, fault.effect);
        auto const confirmed = use(disk);
        promised += confirmed.size();
        expect_kept(disk, confirmed);
    });
    EXPECT_GT(promised, tried) << "negative control: letters were confirmed beside the faults";
    std::cout << tried << " faults at " << operations << " operations, " << promised
              << " letters confirmed\n";
}

// The disk holds letters, an unfinished one and a foreign file; the fault comes while that is
// repaired.
TEST(LetterboxFault, DuringARepairLosesNothing) {
    MemoryFiles before;
    ASSERT_EQ(use(before).size(), 3U);
    before.put(kRoot / "tmp" / "0000000009-00000000000000000000000000000000.part", Bytes(10));
    before.put(kRoot / "new" / "foreign", Bytes(10));
    std::size_t const start = before.operations().size();
    MemoryFiles dry_run = before;
    ASSERT_TRUE(Letterbox::open(dry_run, kRoot));

    for_every_fault(dry_run.operations().size() - start, [&](Fault const& fault) {
        MemoryFiles disk = before;
        disk.fail_at(start + fault.at, fault.code, fault.lasts, fault.effect);
        (void)Letterbox::open(disk, kRoot);
        MemoryFiles after(disk.durable());
        auto const box = Letterbox::open(after, kRoot);
        ASSERT_TRUE(box);
        EXPECT_EQ(box->letters().size(), 3U);
    });
}

// A single error of the device is got past: the visitor does not notice.
TEST(LetterboxFault, OfOneSyncIsGotPast) {
    MemoryFiles fresh;
    ASSERT_TRUE(Letterbox::open(fresh, kRoot));
    std::size_t const start = fresh.operations().size();
    for (std::size_t at = start; at < start + 5; ++at) {
        MemoryFiles disk;
        auto box = Letterbox::open(disk, kRoot);
        disk.fail_at(at, ErrorCode::io);
        EXPECT_TRUE(box->store(make_letter(1))) << "operation " << at;
        expect_kept(disk, {1});
    }
}

} // namespace inloop::letterbox
