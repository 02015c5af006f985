// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_keeper.h"
#include "tests/sending/sending_rig.h"
#include "tests/support/must.h"
#include "tests/support/no_file_grows.h"
#include "tests/support/sodium_faults.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <utility>
#include <variant>

namespace inloop::sending {
namespace {

using flow::CodeState;
using flow::NotStoredReason;
using flow::event::Stored;
using flow::event::StoreFailed;
using support::must;

flow::Event keep(LetterKeeper& keeper, std::string_view words = kWords) {
    return keeper.keep(letter(words));
}

// Keeps one letter and expects that it is.
entries::ReceiptCode keep_well(LetterKeeper& keeper) {
    flow::Event outcome = keep(keeper);
    auto const* stored = std::get_if<Stored>(&outcome);
    EXPECT_NE(stored, nullptr);
    return stored == nullptr ? entries::ReceiptCode{} : stored->code;
}

// Expects that the letter was not kept for this reason and that the visitor has his text back.
void expect_given_back(flow::Event const& outcome, NotStoredReason reason) {
    auto const* failed = std::get_if<StoreFailed>(&outcome);
    ASSERT_NE(failed, nullptr);
    EXPECT_EQ(failed->reason, reason);
    EXPECT_EQ(failed->letter.text.view(), kWords);
    EXPECT_EQ(failed->letter.contact.view(), kContact);
}

TEST(LetterKeeper, KeepsALetterThatTheLogReads) {
    // given
    SendingRig rig;
    // when
    entries::ReceiptCode code;
    {
        LetterKeeper keeper = rig.keeper();
        code = keep_well(keeper);
    }
    // then
    auto const letters = rig.durable_letters();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].seq, 1U);
    EXPECT_EQ(letters[0].content.text.view(), kWords);
    EXPECT_EQ(letters[0].content.contact.view(), kContact);
    EXPECT_EQ(letters[0].content.facts, letter().facts);
    Site site = must(rig.open());
    auto const keys = must(
        seal::derive_receipt_keys(code, rig.words, site.sealer.policy().deployment().salt, kCheap));
    EXPECT_EQ(letters[0].receipt_pk, keys.public_key);
    EXPECT_EQ(must(site.memory.letter_state_by_receipt(keys.public_key)),
              memory::LetterState::new_);
    EXPECT_TRUE(rig.log.empty());
}

TEST(LetterKeeper, GivesEveryLetterACodeOfItsOwn) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    EXPECT_NE(keep_well(keeper).words, keep_well(keeper).words);
}

// How the disk can fail, and what the visitor is told when it stays so.
struct DiskFault {
    ErrorCode code;
    support::FaultLasts lasts;
    NotStoredReason reason;
};
void PrintTo(DiskFault const& fault, std::ostream* out) {
    *out << "error " << static_cast<int>(fault.code)
         << (fault.lasts == support::FaultLasts::once ? " once" : " for good");
}

class LetterKeeperDisk : public testing::TestWithParam<DiskFault> {};

// Lets call after call of the disk fail, from the first one that keeping a letter makes to the
// last. Whatever the visitor is told is true: thanked means durable, given back means unchanged.
TEST_P(LetterKeeperDisk, FailingAtAnyCallNeverLosesAWord) {
    DiskFault const fault = GetParam();
    std::size_t given_back = 0;
    bool reached = true;
    for (std::size_t call = 0; reached; ++call) {
        // given
        SendingRig rig;
        LetterKeeper keeper = rig.keeper();
        std::size_t const before = rig.files.operations().size();
        rig.files.fail_at(before + call, fault.code, fault.lasts);
        // when
        flow::Event const outcome = keep(keeper);
        // then
        reached = rig.files.operations().size() > before + call;
        rig.files.mend();
        EXPECT_FALSE(rig.log_tells_words());
        if (std::holds_alternative<Stored>(outcome)) {
            auto const letters = rig.durable_letters();
            ASSERT_EQ(letters.size(), 1U) << "call " << call;
            EXPECT_EQ(letters[0].content.text.view(), kWords);
            continue;
        }
        ++given_back;
        expect_given_back(outcome, fault.reason);
        ASSERT_EQ(rig.log.size(), 1U);
        keep_well(keeper); // once more, when the disk is well again
        EXPECT_FALSE(rig.durable_letters().empty());
    }
    // Negative control: some call must have mattered, unless writing a second time gets past it.
    bool const second_try_helps =
        fault.code == ErrorCode::io && fault.lasts == support::FaultLasts::once;
    EXPECT_EQ(given_back == 0, second_try_helps);
}

INSTANTIATE_TEST_SUITE_P(
    LetterKeeper, LetterKeeperDisk,
    testing::Values(
        DiskFault{ErrorCode::io, support::FaultLasts::once, NotStoredReason::broken},
        DiskFault{ErrorCode::io, support::FaultLasts::persistent, NotStoredReason::broken},
        DiskFault{ErrorCode::read_only, support::FaultLasts::once, NotStoredReason::broken},
        DiskFault{ErrorCode::read_only, support::FaultLasts::persistent, NotStoredReason::broken},
        DiskFault{ErrorCode::no_space, support::FaultLasts::once, NotStoredReason::full},
        DiskFault{ErrorCode::no_space, support::FaultLasts::persistent, NotStoredReason::full}));

TEST(LetterKeeper, SaysThatADiskIsFullBeforeItIs) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    rig.files.set_space({.free_bytes = 1, .total_bytes = 100, .filesystem = "memory"});
    // then
    expect_given_back(keep(keeper), NotStoredReason::full);
    EXPECT_TRUE(rig.letters().empty());
    rig.files.set_space({.free_bytes = 50, .total_bytes = 100, .filesystem = "memory"});
    keep_well(keeper);
}

TEST(LetterKeeper, IsBusyWhenThereIsNoGuardedMemory) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    int refused = 0;
    for (bool stored = false; !stored; ++refused) {
        // given
        entries::Letter written = letter();
        support::SodiumFaults faults;
        faults.fail_memory_at(static_cast<std::size_t>(refused));
        // when
        flow::Event const outcome = keeper.keep(std::move(written));
        // then
        stored = std::holds_alternative<Stored>(outcome);
        if (!stored) {
            expect_given_back(outcome, NotStoredReason::busy);
        }
    }
    EXPECT_GT(refused, 4); // the code's words, the seed, the pair, the text, the letter's key
    EXPECT_EQ(rig.letters().size(), 1U);
}

TEST(LetterKeeper, HasNoKeysWhenNothingCanBeSealed) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    {
        entries::Letter written = letter();
        support::SodiumFaults faults;
        faults.fail_sealing();
        expect_given_back(keeper.keep(std::move(written)), NotStoredReason::no_keys);
    }
    keep_well(keeper);
}

TEST(LetterKeeper, GivesBackWhatCannotBeALetter) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::Letter nowhere = letter();
    nowhere.facts.language.clear();
    expect_given_back(keeper.keep(std::move(nowhere)), NotStoredReason::broken);
    EXPECT_TRUE(rig.letters().empty());
    EXPECT_FALSE(rig.log_tells_words());
}

TEST(LetterKeeper, NumbersLettersAcrossRestartsAndLostIndexes) {
    // given
    SendingRig rig;
    auto const keep_one_after_a_restart = [&] {
        LetterKeeper keeper = rig.keeper();
        keep_well(keeper);
        return rig.letters().back().seq;
    };
    EXPECT_EQ(keep_one_after_a_restart(), 1U);
    EXPECT_EQ(keep_one_after_a_restart(), 2U);
    // when: the index is lost, the letters are not
    std::filesystem::remove(rig.database());
    EXPECT_EQ(keep_one_after_a_restart(), 3U);
    // when: the letters are gone, the index is not
    for (auto const& entry : must(rig.files.list(rig.data() / "letterbox/new"))) {
        must(rig.files.remove(rig.data() / "letterbox/new" / entry.name));
    }
    EXPECT_EQ(keep_one_after_a_restart(), 4U);
    // Negative control: with both gone the numbers begin again.
    must(rig.files.remove(rig.data() / "letterbox/new" /
                          must(rig.files.list(rig.data() / "letterbox/new"))[0].name));
    std::filesystem::remove(rig.database());
    EXPECT_EQ(keep_one_after_a_restart(), 1U);
}

TEST(LetterKeeper, ThanksForALetterThatTheIndexCouldNotTake) {
    // given
    SendingRig rig;
    entries::ReceiptCode code;
    {
        LetterKeeper keeper = rig.keeper();
        // when
        {
            support::NoFileGrows const full;
            code = keep_well(keeper);
        }
        // then
        ASSERT_EQ(rig.log.size(), 1U);
        EXPECT_NE(rig.log[0].find("stored but not indexed"), std::string::npos);
        EXPECT_FALSE(rig.log_tells_words());
        keep_well(keeper); // its number does not depend on the index either
        EXPECT_EQ(rig.letters().back().seq, 2U);
        EXPECT_EQ(rig.log.size(), 1U);
    }
    // The index follows at the next start.
    Site site = must(rig.open());
    EXPECT_EQ(must(site.memory.letters_total()), 2U);
    auto const keys = must(
        seal::derive_receipt_keys(code, rig.words, site.sealer.policy().deployment().salt, kCheap));
    EXPECT_TRUE(must(site.memory.letter_state_by_receipt(keys.public_key)).has_value());
}

// A code is looked up in an index that lacks its letter: the kiosk finds that out, mends it, and
// never says that there is no such letter.
TEST(LetterKeeper, NeverTellsAKeptLetterToBeUnknown) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode code;
    {
        support::NoFileGrows const full;
        code = keep_well(keeper);
        // then
        EXPECT_EQ(keeper.look_up(code).news.state, CodeState::unreadable);
    }
    EXPECT_EQ(keeper.look_up(code).news.state, CodeState::stored); // when the disk is well again
    EXPECT_FALSE(rig.log_tells_words());
}

} // namespace
} // namespace inloop::sending
