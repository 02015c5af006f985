// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/pages/tuning.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>

namespace inloop::editing {
namespace {

using std::chrono::days;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;

class PageDraftTest : public testing::Test {
protected:
    std::optional<Refusal> save(records::PageKey const& key, records::PageText const& text,
                                std::uint32_t version = 0) {
        return refusal_of(save_draft(rig.editing, rig.vera(), key, text, version));
    }
    std::optional<records::PageDraft> draft() { return must(rig.editing.pages.draft(kPilot)); }
    EditingRig rig;
};

TEST_F(PageDraftTest, IsKeptFaultyOrNot) {
    records::PageText const text{.title = "", .body = "<script>", .from = rig.today() + days(9)};

    EXPECT_EQ(done(save_draft(rig.editing, rig.vera(), kPilot, text, 0)), 1U);

    EXPECT_EQ(draft()->text, text);
    EXPECT_EQ(draft()->by, "Vera");
    EXPECT_EQ(draft()->at, rig.site.clock.wall().time_since_epoch().count());
    EXPECT_FALSE(draft()->offered);
    EXPECT_THAT(rig.audit_rows(), IsEmpty()) << "nobody but editors sees it";
    EXPECT_EQ(rig.document("pages/nl/pilot.md"), std::nullopt);
}

TEST_F(PageDraftTest, TakesTheLineEndsOfBrowsers) {
    EXPECT_EQ(save(kPilot, {.title = "Titel", .body = "een\r\ntwee\r\n"}), std::nullopt);
    EXPECT_EQ(draft()->text.body, "een\ntwee\n");
}

TEST_F(PageDraftTest, NoticesTwoAtOnce) {
    auto const joris = rig.person("Joris", records::Role::volunteer);
    auto const seen = rig.save(kPilot, "begin");
    (void)rig.save(kPilot, "van Vera");

    EXPECT_EQ(refusal_of(save_draft(rig.editing, *joris, kPilot, {.title = "", .body = "x"}, seen)),
              Refusal::changed);
    EXPECT_EQ(refusal_of(save_draft(rig.editing, *joris, kPilot, {.title = "", .body = "x"}, 0)),
              Refusal::changed);
    EXPECT_EQ(draft()->text.body, "van Vera");
    EXPECT_EQ(
        refusal_of(save_draft(rig.editing, *joris, kPilot, {.title = "", .body = "x"}, seen + 1)),
        std::nullopt);
}

TEST_F(PageDraftTest, IsRefusedForWhatTheKioskDoesNotHave) {
    EXPECT_EQ(save({"nothing", "nl"}, {}), Refusal::gone);
    EXPECT_EQ(save({"pilot", "fr"}, {}), Refusal::language);
    EXPECT_EQ(save({"..", "nl"}, {}), Refusal::gone);
    EXPECT_EQ(save({"pilot", "en"}, {}), std::nullopt);
}

TEST_F(PageDraftTest, IsNoLongerThanAPage) {
    EXPECT_EQ(save(kPilot, {.title = "", .body = std::string(pages::kPageBytes, 'x')}),
              Refusal::too_long);
    EXPECT_EQ(save(kPilot, {.title = std::string(pages::kPageBytes, 'x')}), Refusal::too_long);
    EXPECT_EQ(save(kPilot, {.title = "", .body = std::string(pages::kPageBytes - 200, 'x')}),
              std::nullopt);
}

TEST_F(PageDraftTest, HoldsOnlyWhatCanBeTyped) {
    EXPECT_EQ(save(kPilot, {.title = "a\x1B"}), Refusal::faulty);
    EXPECT_EQ(save(kPilot, {.title = "", .body = std::string("a\0b", 3)}), Refusal::faulty);
    EXPECT_EQ(save(kPilot, {.title = "", .body = "\xC3"}), Refusal::faulty);
    EXPECT_EQ(save(kPilot, {.title = "é", .body = "a\tb\n😀"}), std::nullopt);
}

TEST_F(PageDraftTest, IsDroppedByWhoSawIt) {
    auto const first = rig.save(kPilot, "een");
    auto const second = rig.save(kPilot, "twee");

    EXPECT_EQ(refusal_of(drop_draft(rig.editing, rig.vera(), kPilot, first)), Refusal::changed);
    EXPECT_EQ(refusal_of(drop_draft(rig.editing, rig.vera(), kPilot, second)), std::nullopt);
    EXPECT_EQ(refusal_of(drop_draft(rig.editing, rig.vera(), kPilot, second)), Refusal::gone);
    EXPECT_GT(rig.save(kPilot, "drie"), second);
}

TEST_F(PageDraftTest, IsOfferedUntilItIsSavedAgain) {
    auto const version = rig.save(kPilot, "een");

    EXPECT_EQ(refusal_of(offer(rig.editing, rig.vera(), kPilot, version + 1)), Refusal::changed);
    EXPECT_EQ(refusal_of(offer(rig.editing, rig.vera(), {"when", "nl"}, 1)), Refusal::gone);
    done(offer(rig.editing, rig.piet(), kPilot, version));
    EXPECT_TRUE(draft()->offered);
    EXPECT_EQ(draft()->by, "Vera") << "who wrote it, not who asks";
    done(offer(rig.editing, rig.vera(), kPilot, draft()->version));

    EXPECT_THAT(rig.audit_rows(), ElementsAre("page-offer pilot/nl"));
    (void)rig.save(kPilot, "twee");
    EXPECT_FALSE(draft()->offered);
}

TEST_F(PageDraftTest, IsOfferedWithItsAuditRowOrNotAtAll) {
    auto const version = rig.save(kPilot, "een");
    rig.store.fail_at("append_audit");

    EXPECT_FALSE(offer(rig.editing, rig.vera(), kPilot, version));

    EXPECT_FALSE(draft()->offered);
    EXPECT_EQ(draft()->version, version);
}

TEST_F(PageDraftTest, TakesAnOlderVersionUp) {
    auto const old = rig.publish(kPilot, "Oud.");
    (void)rig.publish(kPilot, "Nieuw.");

    auto const version = done(take_up(rig.editing, rig.vera(), old, 0));

    EXPECT_EQ(draft()->text.body, "Oud.");
    EXPECT_EQ(draft()->version, version);
    EXPECT_EQ(refusal_of(take_up(rig.editing, rig.vera(), old, 0)), Refusal::changed);
    EXPECT_EQ(refusal_of(take_up(rig.editing, rig.vera(), old, version)), std::nullopt);
    EXPECT_EQ(refusal_of(take_up(rig.editing, rig.vera(), 99, version + 1)), Refusal::gone);
}

TEST_F(PageDraftTest, TakesTheDaysOfAnOlderVersionOnlyWhileTheyLast) {
    auto const until = rig.today() + days(3);
    auto const old =
        rig.publish(kPilot, {.title = "T", .body = "Oud.", .from = rig.today(), .until = until});

    auto const version = done(take_up(rig.editing, rig.vera(), old, 0));
    EXPECT_EQ(draft()->text.until, until);
    rig.advance(days(4));
    (void)done(take_up(rig.editing, rig.vera(), old, version));
    EXPECT_EQ(draft()->text.until, std::nullopt);
    EXPECT_EQ(draft()->text.from, std::nullopt);
}

} // namespace
} // namespace inloop::editing
