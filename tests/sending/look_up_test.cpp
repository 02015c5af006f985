// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_keeper.h"
#include "tests/sending/counted_steps.h"
#include "tests/sending/sending_rig.h"
#include "tests/support/must.h"
#include "tests/support/sodium_faults.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::sending {
namespace {

using flow::CodeState;
using support::must;

entries::ReceiptCode keep_well(LetterKeeper& keeper) {
    flow::Event const outcome = keeper.keep(letter());
    auto const* stored = std::get_if<flow::event::Stored>(&outcome);
    EXPECT_NE(stored, nullptr);
    return stored == nullptr ? entries::ReceiptCode{} : stored->code;
}

// Four letters: new, sent, dead and closed, in this order.
std::vector<entries::ReceiptCode> one_letter_of_each_state(SendingRig& rig) {
    std::vector<entries::ReceiptCode> codes;
    {
        LetterKeeper keeper = rig.keeper();
        for (int n = 0; n < 4; ++n) {
            codes.push_back(keep_well(keeper));
        }
    }
    Site site = must(rig.open());
    auto const letters = site.letterbox.letters();
    must(site.letterbox.mark_sent(letters[1].entry_id));
    must(site.letterbox.mark_dead(letters[2].entry_id));
    must(site.letterbox.mark_sent(letters[3].entry_id));
    must(bring_in_line(site.memory, site.letterbox));
    must(site.memory.apply({.cases = {{.entry_id = letters[3].entry_id,
                                       .receipt_pk = letters[3].receipt_pk,
                                       .status = entries::Status::closed,
                                       .closing = entries::Closing::done,
                                       .version = 1}}}));
    return codes;
}

constexpr entries::ReceiptCode kNobodys{{2047, 1, 2046, 2, 2045}};

TEST(LookUp, TellsWhatThisKioskKnows) {
    // given
    SendingRig rig;
    auto const codes = one_letter_of_each_state(rig);
    // when
    LetterKeeper keeper = rig.keeper();
    // then
    EXPECT_EQ(keeper.look_up(codes[0]).news.state, CodeState::stored);
    EXPECT_EQ(keeper.look_up(codes[1]).news.state, CodeState::with_police);
    EXPECT_EQ(keeper.look_up(codes[2]).news.state, CodeState::stored);
    flow::LetterNews const closed = keeper.look_up(codes[3]).news;
    EXPECT_EQ(closed.state, CodeState::with_police);
    EXPECT_EQ(closed.status, entries::Status::closed);
    EXPECT_EQ(closed.closing, entries::Closing::done);
    EXPECT_EQ(keeper.look_up(kNobodys).news.state, CodeState::nothing_to_see);
    EXPECT_TRUE(rig.log.empty());
}

// The same words in another order are another code.
TEST(LookUp, TakesTheWordsInTheirOrder) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode code = keep_well(keeper);
    std::swap(code.words[0], code.words[1]);
    EXPECT_EQ(keeper.look_up(code).news.state, CodeState::nothing_to_see);
}

// Who tries codes must not learn from waiting. What costs time is counted instead of timed: the
// key derivation and its cost, steps in the index, calls of the disk.
TEST(LookUp, CostsTheSameWhateverTheCode) {
    // given
    SendingRig rig;
    auto codes = one_letter_of_each_state(rig);
    codes.push_back(kNobodys);
    codes.push_back({});
    LetterKeeper keeper = rig.keeper();
    std::size_t const calls = rig.files.operations().size();
    std::vector<CountedSteps> steps;
    // when
    for (entries::ReceiptCode const& code : codes) {
        reset_counted_steps();
        (void)keeper.look_up(code);
        steps.push_back(counted_steps());
    }
    // then
    for (CountedSteps const& one : steps) {
        EXPECT_EQ(one, steps.front());
    }
    EXPECT_EQ(steps.front().derivations, 1U);
    EXPECT_EQ(steps.front().passes, kCheap.passes);
    EXPECT_EQ(steps.front().memory_bytes, kCheap.memory_bytes);
    EXPECT_EQ(steps.front().statements, 3U); // the letter, its case, its answers
    EXPECT_EQ(rig.files.operations().size(), calls);
    EXPECT_TRUE(rig.log.empty());
    // Negative control: other work counts differently.
    reset_counted_steps();
    keeper.count("page.pilot");
    EXPECT_NE(counted_steps(), steps.front());
}

TEST(LookUp, CannotReadWithoutMemoryForTheKeys) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    {
        support::SodiumFaults faults;
        faults.fail_memory_at(0);
        // when
        EXPECT_EQ(keeper.look_up(code).news.state, CodeState::unreadable);
    }
    // then
    EXPECT_EQ(rig.log.size(), 1U);
    EXPECT_EQ(keeper.look_up(code).news.state, CodeState::stored);
}

// "Cannot look now" is not "there is nothing".
TEST(LookUp, CannotReadAnIndexThatFails) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    // when
    let_statements_fail(true);
    CodeState const known = keeper.look_up(code).news.state;
    CodeState const unknown = keeper.look_up(kNobodys).news.state;
    let_statements_fail(false);
    // then
    EXPECT_EQ(known, CodeState::unreadable);
    EXPECT_EQ(unknown, CodeState::unreadable);
    EXPECT_EQ(rig.log.size(), 2U);
    EXPECT_EQ(keeper.look_up(code).news.state, CodeState::stored);
    EXPECT_EQ(keeper.look_up(kNobodys).news.state, CodeState::nothing_to_see);
}

TEST(UseCount, ThatCannotBeWrittenIsOnlyLogged) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    // when
    let_statements_fail(true);
    keeper.count("page.pilot");
    let_statements_fail(false);
    // then
    ASSERT_EQ(rig.log.size(), 1U);
    EXPECT_NE(rig.log[0].find("not counted"), std::string::npos);
    keep_well(keeper);
}

TEST(UseCount, StandsOnTheLocalDay) {
    // given
    SendingRig rig;
    rig.clock.set_offset(std::chrono::hours(14)); // the next day, here
    {
        LetterKeeper keeper = rig.keeper();
        // when
        keeper.count("afterwards.smile.glad");
        keeper.count("afterwards.smile.glad");
        keeper.count("afterwards.smile.sad");
    }
    // then
    Site site = must(rig.open());
    auto const utc = std::chrono::floor<std::chrono::days>(rig.clock.wall());
    EXPECT_NE(rig.today(), utc) << "the control: the days differ";
    EXPECT_EQ(must(site.memory.tallied("afterwards.smile.glad", rig.today())), 2U);
    EXPECT_EQ(must(site.memory.tallied("afterwards.smile.sad", rig.today())), 1U);
    EXPECT_EQ(must(site.memory.tallied("afterwards.smile.glad", utc)), 0U);
}

TEST(UseCount, StandsOnNoDayWhileTheClockIsNotSet) {
    // given
    SendingRig rig;
    rig.clock.set_trust(ClockTrust::unset);
    {
        LetterKeeper keeper = rig.keeper();
        // when
        keeper.count("page.pilot");
    }
    // then
    Site site = must(rig.open());
    EXPECT_EQ(must(site.memory.tallied("page.pilot", {})), 1U);
    EXPECT_EQ(must(site.memory.tallied("page.pilot", rig.today())), 0U);
}

} // namespace
} // namespace inloop::sending
