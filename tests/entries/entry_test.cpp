// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/entry.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace inloop::entries {
namespace {

EntryFacts some_facts() {
    return {.language = "nl", .subject = "buurt.park-2_a"};
}

TEST(EntryFacts, AreInOrderForEveryNamedValue) {
    for (EntryKind kind : {EntryKind::question, EntryKind::pass_on, EntryKind::idea}) {
        for (DayPart part : {DayPart::unknown, DayPart::night, DayPart::morning, DayPart::afternoon,
                             DayPart::evening}) {
            for (ClockTrust trust :
                 {ClockTrust::unset, ClockTrust::estimated, ClockTrust::synced}) {
                EntryFacts facts = some_facts();
                facts.kind = kind;
                facts.part = part;
                facts.trust = trust;
                EXPECT_TRUE(check(facts));
            }
        }
    }
}

TEST(EntryFacts, RefuseNumbersWithoutAName) {
    EntryFacts kind = some_facts();
    kind.kind = static_cast<EntryKind>(4);
    EntryFacts part = some_facts();
    part.part = static_cast<DayPart>(5);
    EntryFacts trust = some_facts();
    trust.trust = static_cast<ClockTrust>(3);
    EntryFacts happening = some_facts();
    happening.happening = static_cast<Happening>(3);
    EntryFacts passing = some_facts();
    passing.passing = static_cast<Passing>(3);
    EntryFacts contact = some_facts();
    contact.contact = static_cast<ContactWish>(4);
    for (EntryFacts const& facts : {kind, part, trust, happening, passing, contact}) {
        auto const checked = check(facts);
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.error().code, ErrorCode::invalid_input);
    }
}

TEST(EntryFacts, TakeLanguageTagsOnly) {
    auto const accepts = [](std::string const& tag) {
        EntryFacts facts = some_facts();
        facts.language = tag;
        return check(facts).has_value();
    };
    EXPECT_TRUE(accepts("ti"));
    EXPECT_TRUE(accepts("zh-Hant-TW"));
    EXPECT_TRUE(accepts("es-419"));
    EXPECT_TRUE(accepts(std::string(35, 'a')));
    EXPECT_FALSE(accepts(""));
    EXPECT_FALSE(accepts(std::string(36, 'a')));
    EXPECT_FALSE(accepts("n l"));
    EXPECT_FALSE(accepts("nl_NL"));
    EXPECT_FALSE(accepts("\xC3\xA9"));
}

TEST(EntryFacts, TakeSubjectIdsOnly) {
    auto const accepts = [](std::string const& id) {
        EntryFacts facts = some_facts();
        facts.subject = id;
        return check(facts).has_value();
    };
    EXPECT_TRUE(accepts(""));
    EXPECT_TRUE(accepts("a-z_0.9"));
    EXPECT_TRUE(accepts(std::string(64, 'a')));
    EXPECT_FALSE(accepts(std::string(65, 'a')));
    EXPECT_FALSE(accepts("Buurt"));
    EXPECT_FALSE(accepts("a/b"));
}

TEST(EntryFacts, AreInOrderWhateverTheVisitorAnswered) {
    for (Happening const happening : {Happening::not_asked, Happening::no, Happening::yes}) {
        for (Passing const passing : {Passing::not_asked, Passing::no, Passing::yes}) {
            for (ContactWish const contact : {ContactWish::by_code, ContactWish::call,
                                              ContactWish::email, ContactWish::come_by}) {
                EntryFacts facts = some_facts();
                facts.happening = happening;
                facts.passing = passing;
                facts.contact = contact;
                EXPECT_TRUE(check(facts));
            }
        }
    }
}

TEST(EntryFacts, TakeStreetIdsOnly) {
    auto const accepts = [](std::string const& id) {
        EntryFacts facts = some_facts();
        facts.spot.street = id;
        return check(facts).has_value();
    };
    EXPECT_TRUE(accepts(""));
    EXPECT_TRUE(accepts("rolderstraat"));
    EXPECT_TRUE(accepts(std::string(64, 'a')));
    EXPECT_FALSE(accepts(std::string(65, 'a')));
    EXPECT_FALSE(accepts("Rolderstraat 21"));
}

TEST(EntryFacts, TakePointsOnTheGlobeOnly) {
    auto const accepts = [](std::int32_t latitude, std::int32_t longitude) {
        EntryFacts facts = some_facts();
        facts.spot.point = MapPoint{latitude, longitude};
        return check(facts).has_value();
    };
    EXPECT_TRUE(accepts(52'992'712, 6'564'238));
    EXPECT_TRUE(accepts(0, 0));
    EXPECT_TRUE(accepts(90'000'000, 180'000'000));
    EXPECT_TRUE(accepts(-90'000'000, -180'000'000));
    EXPECT_FALSE(accepts(90'000'001, 0));
    EXPECT_FALSE(accepts(-90'000'001, 0));
    EXPECT_FALSE(accepts(0, 180'000'001));
    EXPECT_FALSE(accepts(0, -180'000'001));
    EXPECT_FALSE(accepts(INT32_MIN, INT32_MAX));
}

TEST(EntryFacts, TakeWholeAnswersOnlyAndNoMoreThanASubjectAsks) {
    auto const accepts = [](std::vector<TapAnswer> answers) {
        EntryFacts facts = some_facts();
        facts.answers = std::move(answers);
        return check(facts).has_value();
    };
    TapAnswer const good{"how-often", "daily"};
    EXPECT_TRUE(accepts({}));
    EXPECT_TRUE(accepts({good, good, good}));
    EXPECT_FALSE(accepts({good, good, good, good}));
    EXPECT_FALSE(accepts({{"", "daily"}}));
    EXPECT_FALSE(accepts({{"how-often", ""}}));
    EXPECT_FALSE(accepts({{"how=often", "daily"}}));
    EXPECT_FALSE(accepts({good, {"how-often", "daily;x"}}));
    EXPECT_FALSE(accepts({{"how-often", std::string(65, 'a')}}));
}

TEST(EntryFacts, SayWhatIsWrongWithoutRepeatingIt) {
    EntryFacts facts = some_facts();
    facts.spot.street = "Geheime Steeg";
    EXPECT_EQ(check(facts).error().message,
              "the street of the entry is not an id of at most 64 of a-z, 0-9, '-', '_', '.'");
}

TEST(EntryFacts, TakeAnyDayBecauseAWrongClockMustNotStopAVisitor) {
    for (std::int32_t day : {INT32_MIN, -1, 0, 20000, INT32_MAX}) {
        EntryFacts facts = some_facts();
        facts.day = day;
        EXPECT_TRUE(check(facts));
    }
}

} // namespace
} // namespace inloop::entries
