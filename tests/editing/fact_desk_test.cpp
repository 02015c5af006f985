// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/fact_desk.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "tests/editing/editing_rig.h"
#include "tests/support/asset_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace inloop::editing {
namespace {

using std::chrono::year_month_day;
using support::must;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

year_month_day on(int year, unsigned month, unsigned day) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

class FactDesk : public testing::Test {
protected:
    pages::Fact fact(std::string_view id) {
        auto const rows = must(facts(rig.editing));
        auto const found =
            std::ranges::find(rows, id, [](FactRow const& row) { return row.fact.id; });
        return found == rows.end() ? pages::Fact() : found->fact;
    }
    std::optional<Refusal> mark(std::string_view id, year_month_day until) {
        return refusal_of(mark_checked(rig.editing, rig.vera(), id, until));
    }
    // A change of the municipality, which anybody may look at.
    FactChange change(std::string_view value) {
        return {.id = "municipality", .seen_value = "14 0592", .value = value, .until = kUntil};
    }
    std::optional<Refusal> set(FactChange const& change) {
        return refusal_of(change_fact(rig.editing, rig.piet(), change));
    }
    // The document as a kiosk reads it.
    pages::Facts as_kiosk() {
        std::vector<pages::Problem> problems;
        auto list = pages::Facts::parse(rig.document("facts.toml").value_or(""), "facts.toml",
                                        rig.shipped.place, problems);
        EXPECT_THAT(problems, IsEmpty());
        return list.value();
    }

    EditingRig rig; // 4 June 2024
    year_month_day const kUntil = on(2025, 6, 4);
};

TEST_F(FactDesk, ListsWhatNeedsCheckingFirst) {
    auto const rows = must(facts(rig.editing));

    EXPECT_EQ(rows.size(), rig.shipped.facts.all().size());
    EXPECT_EQ(rows[0].fact.id, "municipality");
    EXPECT_EQ(rows[0].state, FactState::expired) << "since 2019";
    EXPECT_THAT(rows[0].used_by, Contains("numbers"));
    EXPECT_EQ(rows[4].fact.id, "victim-support") << "the last one that expired";
    EXPECT_EQ(rows[5].fact.id, "emergency") << "then as the list has them";
    EXPECT_EQ(rows[5].state, FactState::current);
    EXPECT_EQ(rows[6].fact.id, "police-not-urgent");
}

TEST_F(FactDesk, WarnsAMonthBefore) {
    auto const state = [&] {
        auto const rows = must(facts(rig.editing));
        return std::ranges::find(rows, "municipality",
                                 [](FactRow const& row) { return row.fact.id; })
            ->state;
    };
    EXPECT_EQ(mark("municipality", on(2024, 7, 4)), std::nullopt); // thirty days
    EXPECT_EQ(state(), FactState::expires_soon);
    EXPECT_EQ(must(facts(rig.editing))[4].fact.id, "municipality") << "behind what expired";

    EXPECT_EQ(mark("municipality", on(2024, 7, 5)), std::nullopt);
    EXPECT_EQ(state(), FactState::current);

    rig.advance(std::chrono::days(31)); // 5 July
    EXPECT_EQ(state(), FactState::expires_soon) << "its last day";
    rig.advance(std::chrono::days(1));
    EXPECT_EQ(state(), FactState::expired);
}

TEST_F(FactDesk, TellsWhichPagesShowAFactNow) {
    auto const used_by = [&](std::string_view id) {
        auto const rows = must(facts(rig.editing));
        return std::ranges::find(rows, id, [](FactRow const& row) { return row.fact.id; })->used_by;
    };
    EXPECT_THAT(used_by("municipality"), Not(Contains("pilot")));
    EXPECT_THAT(used_by("police-not-urgent"), Contains("accessibility")) << "as {number}";

    auto const id = rig.publish(kPilot, "{fact: municipality}");
    (void)rig.publish(kPilotInEnglish, "{fact: victim-support}");
    EXPECT_THAT(used_by("municipality"), Contains("pilot"));
    EXPECT_THAT(used_by("victim-support"), Not(Contains("pilot"))) << "Dutch pages only";
    done(withdraw(rig.editing, rig.vera(), id));
    EXPECT_THAT(used_by("municipality"), Not(Contains("pilot")));
}

TEST_F(FactDesk, KeepsWhoLookedAFactUp) {
    EXPECT_EQ(mark("municipality", kUntil), std::nullopt);

    auto const now = fact("municipality");
    EXPECT_EQ(now.checked_by, "vrijwilliger");
    EXPECT_EQ(now.checked_on, on(2024, 6, 4));
    EXPECT_EQ(now.expires_on, kUntil);
    EXPECT_EQ(now.value, "14 0592");
    EXPECT_THAT(rig.audit_rows(), ElementsAre("fact-checked municipality"));
    EXPECT_EQ(mark("emergency", kUntil), std::nullopt);
    EXPECT_EQ(mark("gone", kUntil), Refusal::gone);
}

TEST_F(FactDesk, LetsAFactHoldForAYearAtMost) {
    EXPECT_EQ(mark("municipality", on(2024, 6, 3)), Refusal::dates);
    EXPECT_EQ(mark("municipality", on(2025, 6, 5)), Refusal::dates);
    EXPECT_EQ(mark("municipality", on(2024, 6, 31)), Refusal::dates) << "no such day";
    EXPECT_EQ(mark("municipality", on(2024, 6, 4)), std::nullopt);
    EXPECT_EQ(mark("municipality", kUntil), std::nullopt);
}

TEST_F(FactDesk, LetsAFactHoldForAYearFromALeapDay) {
    rig.site.clock.set_wall(std::chrono::sys_days(on(2028, 2, 29)));
    EXPECT_EQ(mark("municipality", on(2029, 3, 1)), Refusal::dates);
    EXPECT_EQ(mark("municipality", on(2029, 2, 28)), std::nullopt);
}

TEST_F(FactDesk, WritesTheWholeListAsKiosksReadIt) {
    EXPECT_EQ(mark("municipality", kUntil), std::nullopt);

    auto const list = as_kiosk();
    auto const& shipped = rig.shipped.facts.all();
    ASSERT_EQ(list.all().size(), shipped.size());
    for (std::size_t i = 0; i < shipped.size(); ++i) {
        EXPECT_EQ(list.all()[i].id, shipped[i].id) << "in the order of the list";
        EXPECT_EQ(list.all()[i].label.all(), shipped[i].label.all());
        EXPECT_EQ(list.all()[i].value, shipped[i].value);
        EXPECT_EQ(list.all()[i].note.all(), shipped[i].note.all());
    }
    EXPECT_THAT(*rig.document("facts.toml"), HasSubstr("value = \"{street}, {town}\""))
        << "a kiosk that moves shows its new address";
}

TEST_F(FactDesk, KeepsEveryLanguageAndSign) {
    std::string file = R"(
[fact."odd id"]
label = { nl = "Aan\"halen\\", en = 'x = "y"', "zh-hans" = "警察" }
value = "a\\b \"c\" #"
note = { nl = "{address} [x] '''" }
checked_by = "Piet"
checked_on = 2024-01-02
expires_on = 2024-12-31
)";
    file += support::content_of(rig.assets / "facts.toml");
    rig.put_document("facts.toml", file);
    auto const before = fact("odd id");
    ASSERT_EQ(before.value, "a\\b \"c\" #");

    EXPECT_EQ(mark("municipality", kUntil), std::nullopt);

    auto const* after = as_kiosk().find("odd id");
    ASSERT_NE(after, nullptr);
    auto const kept = as_kiosk().all()[0];
    EXPECT_EQ(kept.id, "odd id");
    EXPECT_EQ(kept.label.all(), before.label.all());
    EXPECT_EQ(kept.value, before.value);
    EXPECT_EQ(kept.note.all(), before.note.all());
    EXPECT_EQ(kept.checked_by, "Piet");
    EXPECT_EQ(kept.expires_on, on(2024, 12, 31));
}

TEST_F(FactDesk, ChangesAValueAndCountsAsChecked) {
    auto asked = change("14 0500");
    asked.note_nl = "Voor \"alles\".";

    EXPECT_EQ(set(asked), std::nullopt);

    auto const now = fact("municipality");
    EXPECT_EQ(now.value, "14 0500");
    EXPECT_EQ(now.note.in("nl"), "Voor \"alles\".");
    EXPECT_EQ(now.note.in("en"), "For streets, lights, waste and parking.") << "as it was";
    EXPECT_EQ(now.checked_by, "politie");
    EXPECT_EQ(now.checked_on, on(2024, 6, 4));
    EXPECT_THAT(rig.audit_rows(), ElementsAre("fact-change municipality"));
    EXPECT_EQ(set(asked), Refusal::changed) << "somebody saw the old value";
}

TEST_F(FactDesk, RefusesWhatIsNoValue) {
    EXPECT_EQ(set(change("")), Refusal::empty);
    EXPECT_EQ(set(change(" \u200B")), Refusal::empty);
    EXPECT_EQ(set(change(std::string(301, '1'))), Refusal::too_long);
    EXPECT_EQ(set(change("14\n0592")), Refusal::faulty);
    EXPECT_EQ(set(change("14\x01")), Refusal::faulty);
    EXPECT_EQ(set(change("\xFF")), Refusal::faulty);
    EXPECT_EQ(set(change("{woord}")), Refusal::faulty);
    auto note = change("14 0592");
    note.note_en = "a\tb";
    EXPECT_EQ(set(note), Refusal::faulty);
    note.note_en = "   ";
    EXPECT_EQ(set(note), Refusal::faulty);
    auto late = change("14 0592");
    late.until = on(2026, 1, 1);
    EXPECT_EQ(set(late), Refusal::dates);
    auto gone = change("14 0592");
    gone.id = "gone";
    EXPECT_EQ(set(gone), Refusal::gone);
    EXPECT_EQ(rig.document("facts.toml"), std::nullopt);
    EXPECT_EQ(set(change("\"\nvalue = \"x")), Refusal::faulty);
    EXPECT_EQ(set(change("\" # \\")), std::nullopt);
    EXPECT_EQ(fact("municipality").value, "\" # \\");
}

TEST_F(FactDesk, NeverChangesTheNumberOfEmergencies) {
    FactChange asked{.id = "emergency", .seen_value = "112", .value = "113", .until = kUntil};
    EXPECT_EQ(set(asked), Refusal::role);
    EXPECT_EQ(refusal_of(change_fact(rig.editing, rig.ilse(), asked)), Refusal::role);
    EXPECT_EQ(fact("emergency").value, "112");

    asked.value = "112";
    asked.note_nl = "Als er haast is.";
    EXPECT_EQ(set(asked), std::nullopt) << "its sentence may";
    EXPECT_EQ(fact("emergency").note.in("nl"), "Als er haast is.");
}

TEST_F(FactDesk, LetsAValueGoOnNamingAWordOfThePlace) {
    auto const rows = must(facts(rig.editing));
    auto const found = std::ranges::find(rows, "Rolderstraat 21, Assen",
                                         [](FactRow const& row) { return row.fact.value; });
    ASSERT_NE(found, rows.end());

    EXPECT_EQ(set({.id = found->fact.id,
                   .seen_value = found->fact.value,
                   .value = found->fact.value,
                   .note_nl = "Loop binnen.",
                   .until = kUntil}),
              std::nullopt);

    EXPECT_THAT(*rig.document("facts.toml"), HasSubstr("value = \"{street}, {town}\""));
}

TEST_F(FactDesk, WritesTheListWithItsAuditRowOrNotAtAll) {
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(mark_checked(rig.editing, rig.vera(), "municipality", kUntil));
    EXPECT_EQ(rig.document("facts.toml"), std::nullopt);
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(change_fact(rig.editing, rig.piet(), change("14 0500")));
    EXPECT_EQ(rig.document("facts.toml"), std::nullopt);
}

TEST_F(FactDesk, TakesTheShippedListForOneThatCannotBeRead) {
    rig.put_document("facts.toml", "[fact");
    EXPECT_EQ(must(facts(rig.editing)).size(), rig.shipped.facts.all().size());
    EXPECT_EQ(mark("municipality", kUntil), std::nullopt) << "and mends it";
    EXPECT_EQ(as_kiosk().all().size(), rig.shipped.facts.all().size());
}

TEST_F(FactDesk, AddsWhatANewerProgramBrings) {
    EXPECT_EQ(must(publish_due(rig.editing)), 0U) << "without a list of the site nothing is added";
    std::string const shipped = support::content_of(rig.assets / "facts.toml");
    rig.put_document("facts.toml", shipped.substr(0, shipped.find("[fact.emergency-app]")));
    ASSERT_EQ(as_kiosk().all().size(), 2U);

    EXPECT_EQ(must(publish_due(rig.editing)), 1U);

    EXPECT_EQ(as_kiosk().all().size(), rig.shipped.facts.all().size());
    EXPECT_EQ(as_kiosk().all()[1].id, "police-not-urgent");
    EXPECT_EQ(must(publish_due(rig.editing)), 0U);
    EXPECT_THAT(rig.audit_rows(), ElementsAre("fact-added facts.toml"));
}

} // namespace
} // namespace inloop::editing
