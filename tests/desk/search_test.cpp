// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/seal/envelope.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>

namespace inloop::desk {
namespace {

using support::DeskRig;
using support::must;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::size_t hits(DeskRig& rig, std::string_view query) {
    return must(search(rig.desk, rig.lead(), query)).size();
}

TEST(Search, FoldsCaseAndAccentsBothWays) {
    DeskRig rig;
    (void)rig.letter("Bij CAFÉ De Brug staat ’s nachts een groep.");
    (void)rig.letter("Straße, İstanbul, ŁÓDŹ en ﬁetsen van Renée.");

    for (char const* query : {"cafe", "Café", "CAFÉ", "cafe\u0301", "brug", "strasse", "istanbul",
                              "renee", "RENÉE", "fietsen"}) {
        EXPECT_EQ(hits(rig, query), 1U) << query;
    }
    EXPECT_EQ(hits(rig, "koffie"), 0U);
}

TEST(Search, FindsPartsOfLongWords) {
    DeskRig rig;
    (void)rig.letter("Er is een fietsendief bezig.");

    EXPECT_EQ(hits(rig, "dief"), 1U);
    EXPECT_EQ(hits(rig, "fiets"), 1U);
}

TEST(Search, WantsEveryWordInAnyOrder) {
    DeskRig rig;
    (void)rig.letter("Op het plein staat elke avond een groep.");
    (void)rig.letter("Een groep in de straat.");

    EXPECT_EQ(hits(rig, "groep plein"), 1U);
    EXPECT_EQ(hits(rig, "  GROEP,\t straat! "), 1U);
    EXPECT_EQ(hits(rig, "groep"), 2U);
    EXPECT_EQ(hits(rig, "groep fiets"), 0U);
}

TEST(Search, FindsOtherScripts) {
    DeskRig rig;
    (void)rig.letter("هناك ضوضاء في الشارع كل ليلة");
    (void)rig.letter("每天晚上都有人在街上吵架");
    (void)rig.letter("Каждую ночь ШУМ на улице");

    EXPECT_EQ(hits(rig, "الشارع"), 1U);
    EXPECT_EQ(hits(rig, "街上"), 1U);
    EXPECT_EQ(hits(rig, "шум"), 1U);
}

TEST(Search, FindsFollowUpsAndShowsEachThreadOnce) {
    DeskRig rig;
    auto const visitor = rig.letter("Muziek op het plein.");
    rig.follow_up(visitor, seal::Action::message, "De muziek is er weer.");
    rig.follow_up(visitor, seal::Action::message, "Nu ook vuurwerk.");

    EXPECT_EQ(hits(rig, "muziek"), 1U);
    EXPECT_EQ(hits(rig, "vuurwerk"), 1U);
}

TEST(Search, ShowsTheWordsAroundTheHitTheNewestFirst) {
    DeskRig rig;
    (void)rig.letter("Eén twee drie vier vijf zes zeven molen acht negen tien elf twaalf dertien "
                     "veertien vijftien.");
    rig.clock.advance(std::chrono::hours(1));
    (void)rig.letter("Bij de molen.");

    auto const found = must(search(rig.desk, rig.lead(), "MOLEN"));

    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].line.view(), "Bij de molen");
    EXPECT_EQ(found[1].line.view(),
              "twee drie vier vijf zes zeven molen acht negen tien elf twaalf dertien");
}

TEST(Search, HostileInputFindsNothingAndBreaksNothing) {
    DeskRig rig;
    (void)rig.letter("Een gewone vraag met 100% en een _ erin.");

    for (std::string const& query :
         {std::string(), std::string("   "), std::string("%"), std::string("_"), std::string("*"),
          std::string("' OR '1'='1"), std::string("\"; DROP TABLE letter; --"),
          std::string("\xFF\xFE\xC0"), std::string("a\0b", 3), std::string(201, 'a'),
          std::string("\u202E\u200F"), std::string("\u0301\u0301\u0301")}) {
        EXPECT_EQ(hits(rig, query), 0U) << query;
    }
    EXPECT_EQ(hits(rig, "gewone"), 1U) << "all is as it was";
}

TEST(Search, LogsWhatWasConsultedAndNeverTheWords) {
    DeskRig rig;
    auto const visitor = rig.letter("Achter de molen.");
    auto const other = rig.letter("Iets anders.");

    (void)hits(rig, "molen");

    EXPECT_THAT(rig.audit_of(visitor.root), Contains("consulted"));
    EXPECT_THAT(rig.audit_of(other.root), Not(Contains("consulted")));
    std::string const hash = hex(seal::hash_of(as_bytes("molen")).bytes);
    bool logged = false;
    for (auto const& row : must(rig.stores.store().audit_rows(1, 1000))) {
        logged |= row.action == "search" && row.object == hash;
        EXPECT_THAT(row.object + row.reason, Not(HasSubstr("molen")));
    }
    EXPECT_TRUE(logged);
}

TEST(Search, StopsAtWhatAPersonCanLookThrough) {
    DeskRig rig;
    for (int i = 0; i < 60; ++i) {
        (void)rig.letter("Lawaai.");
    }

    EXPECT_EQ(hits(rig, "lawaai"), 50U);
}

} // namespace
} // namespace inloop::desk
