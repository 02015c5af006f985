// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/entry.h"

#include <gtest/gtest.h>

#include <string>

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
    for (EntryFacts const& facts : {kind, part, trust}) {
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

TEST(EntryFacts, TakeAnyDayBecauseAWrongClockMustNotStopAVisitor) {
    for (std::int32_t day : {INT32_MIN, -1, 0, 20000, INT32_MAX}) {
        EntryFacts facts = some_facts();
        facts.day = day;
        EXPECT_TRUE(check(facts));
    }
}

} // namespace
} // namespace inloop::entries
