// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/sealer.h"
#include "kiosk/seal/tuning.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

constexpr std::uint32_t kFirst = SealedSite::kFirstWeek;
constexpr auto kWeek = std::chrono::weeks(1);

std::uint32_t week_of(SealedSite& site) {
    return must(read_envelope_header(site.letter("Hallo"))).epoch;
}

// A policy of `site` with one more announcement.
Policy longer_policy(SealedSite const& site, WeekAnnouncement week) {
    PolicyDraft draft(site.policy());
    week.log_sign = site.pinned();
    draft.announce(week, site.log_sign);
    return must(read_policy(draft.write(site.log_sign), site.pinned()));
}

TEST(Sealer, SealsToTheWeekThatHasBegun) {
    SealedSite site;
    EXPECT_EQ(week_of(site), kFirst);
    site.clock.advance(std::chrono::days(5));
    EXPECT_EQ(week_of(site), kFirst);
    site.clock.advance(std::chrono::days(1));
    EXPECT_EQ(week_of(site), kFirst + 1);
    site.clock.advance(kWeek);
    EXPECT_EQ(week_of(site), kFirst + 2);
}

TEST(Sealer, KeepsSealingToTheNewestWeekForEver) {
    SealedSite site;
    site.clock.advance(std::chrono::years(10));
    Bytes const letter = site.letter("Hallo");
    EXPECT_EQ(must(read_envelope_header(letter)).epoch, kFirst + 2);
    EXPECT_TRUE(open_letter(letter, site.weeks[2]));
}

TEST(Sealer, SealsToTheNewestKnownWeekWhileTheClockIsUnsure) {
    SealedSite site;
    for (ClockTrust trust : {ClockTrust::unset, ClockTrust::estimated}) {
        site.clock.set_trust(trust);
        EXPECT_EQ(week_of(site), kFirst + 2);
    }
    site.clock.set_trust(ClockTrust::synced); // negative control
    EXPECT_EQ(week_of(site), kFirst);
}

TEST(Sealer, SealsToTheFirstWeekToComeWhenNoneHasBegun) {
    SealedSite site;
    for (auto wall : {WallTime{}, WallTime(std::chrono::seconds(-1)), WallTime::min()}) {
        EXPECT_EQ(week_key_for(site.policy(), wall, ClockTrust::synced).epoch, kFirst);
    }
    Policy const sooner = longer_policy(
        site, {.epoch = 90, .not_before = 1'000, .week_key = site.weeks[0].public_key()});
    EXPECT_EQ(week_key_for(sooner, WallTime{}, ClockTrust::synced).epoch, 90U);
}

TEST(Sealer, SealsToAnyTimeAClockCanShow) {
    SealedSite site;
    for (auto wall : {WallTime::min(), WallTime{}, WallTime::max()}) {
        for (ClockTrust trust : {ClockTrust::unset, ClockTrust::estimated, ClockTrust::synced}) {
            EXPECT_GE(week_key_for(site.policy(), wall, trust).epoch, kFirst);
        }
    }
}

TEST(Sealer, LeavesTheWeeksAnnouncedAheadWhenAKeyIsReplaced) {
    // given: an officer left, so a new key counts at once
    SealedSite site;
    auto const now = static_cast<std::uint64_t>(site.clock.wall().time_since_epoch().count());
    Policy next = longer_policy(
        site, {.epoch = 90, .not_before = now, .week_key = site.weeks[0].public_key()});

    must(site.sealer.replace_policy(std::move(next)));

    EXPECT_EQ(week_of(site), 90U);
    site.clock.advance(kWeek * 2);
    EXPECT_EQ(week_of(site), 90U); // not week 23 or 24
    EXPECT_EQ(site.sealer.policy().weeks().size(), 4U);
}

TEST(Sealer, KeepsItsPolicyWhenTheNextOneDoesNotContinueIt) {
    SealedSite site;
    SealedSite other(2);
    auto const replaced = site.sealer.replace_policy(other.policy());
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.error().code, ErrorCode::crypto);
    EXPECT_EQ(site.sealer.policy().deployment(), site.policy().deployment());
}

TEST(Sealer, TellsTheStaffWhenNoNewerWeekCame) {
    SealedSite site;
    Policy const policy = site.policy();
    auto const newest =
        WallTime(std::chrono::seconds(static_cast<std::int64_t>(policy.weeks().back().not_before)));
    EXPECT_FALSE(is_stale(policy, newest - std::chrono::seconds(1), ClockTrust::synced));
    EXPECT_FALSE(is_stale(policy, newest + kWeek - std::chrono::seconds(1), ClockTrust::synced));
    EXPECT_TRUE(is_stale(policy, newest + kWeek, ClockTrust::synced));
    EXPECT_FALSE(is_stale(policy, newest + kWeek, ClockTrust::estimated));
    Policy const far = longer_policy(site, {.epoch = 90,
                                            .not_before = std::numeric_limits<std::uint64_t>::max(),
                                            .week_key = site.weeks[0].public_key()});
    EXPECT_FALSE(is_stale(far, newest + kWeek, ClockTrust::synced));
}

TEST(Sealer, NeverMakesTheSameLetterTwice) {
    SealedSite site;
    Bytes const first = site.letter("Hallo");
    Bytes const second = site.letter("Hallo");
    EXPECT_NE(Bytes(first.begin() + 80, first.end()), Bytes(second.begin() + 80, second.end()));
}

TEST(Sealer, ShowsNothingOfTextOrFactsOutside) {
    SealedSite site;
    entries::EntryFacts facts = support::question();
    facts.subject = "fietsendiefstal";
    facts.contact = entries::ContactWish::call;
    std::string const text = "canary-canary-canary";
    Bytes const letter =
        must(site.sealer.seal(support::letter_of(text, facts, "06-87654321"), {}, 1));
    std::string_view const seen(reinterpret_cast<char const*>(letter.data()), letter.size());
    EXPECT_EQ(seen.find("canary"), std::string_view::npos);
    EXPECT_EQ(seen.find("fietsen"), std::string_view::npos);
    EXPECT_EQ(seen.find("87654321"), std::string_view::npos);
}

TEST(Sealer, RefusesWhatNoVisitorCanWrite) {
    SealedSite site;
    auto const sealed = site.sealer.seal(support::letter_of(std::string(4001, 'a')), {}, 1);
    ASSERT_FALSE(sealed);
    EXPECT_EQ(sealed.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(sealed.error().message, "the text is longer than a visitor can write");
}

} // namespace
} // namespace inloop::seal
