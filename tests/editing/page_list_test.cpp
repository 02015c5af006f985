// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "tests/editing/editing_rig.h"
#include "tests/support/asset_folder.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace inloop::editing {
namespace {

using std::chrono::days;
using support::must;
using testing::HasSubstr;
using testing::IsEmpty;

PageRow row_of(EditingRig& rig, records::PageKey const& key) {
    auto const rows = must(page_list(rig.editing));
    auto const found = std::ranges::find(rows, key, &PageRow::key);
    if (found == rows.end()) {
        throw std::runtime_error("no row " + key.page);
    }
    return *found;
}

TEST(PageList, HasEveryPageInEveryLanguageInTheirOrder) {
    EditingRig rig;

    auto const rows = must(page_list(rig.editing));

    ASSERT_EQ(rows.size(), 22U); // eleven pages, two languages
    EXPECT_EQ(rows[0].key, kPilot);
    EXPECT_EQ(rows[1].key, kPilotInEnglish);
    EXPECT_EQ(rows[0].order, 1);
    EXPECT_EQ(rows[0].title, "Over deze plek");
    EXPECT_EQ(rows[1].title, "About this place");
    EXPECT_TRUE(std::ranges::is_sorted(rows, {}, &PageRow::order));
    for (PageRow const& row : rows) {
        EXPECT_FALSE(row.missing || row.draft || row.shown || row.planned) << row.key.page;
    }
}

TEST(PageList, ShowsTitlesAsVisitorsSeeThem) {
    EditingRig rig;
    EXPECT_EQ(row_of(rig, {"officer", "nl"}).title, "Wat doet de wijkagent?");

    (void)rig.publish(kPilot, {.title = "Hier in {town}", .body = "Tekst."});
    EXPECT_EQ(row_of(rig, kPilot).title, "Hier in Assen");
    EXPECT_EQ(row_of(rig, kPilot).shown->text.title, "Hier in {town}");

    auto const version =
        done(save_draft(rig.editing, rig.vera(), kPilot, {.title = "Nieuw", .body = "Tekst."}, 0));
    EXPECT_EQ(row_of(rig, kPilot).title, "Nieuw");
    EXPECT_EQ(row_of(rig, kPilot).draft->by, "Vera");

    (void)done(
        save_draft(rig.editing, rig.vera(), kPilot, {.title = " ", .body = "Tekst."}, version));
    EXPECT_EQ(row_of(rig, kPilot).title, "Hier in Assen") << "a row always has a title";
}

TEST(PageList, TellsWhatIsNotWrittenInALanguage) {
    // given
    support::AssetFolder const folder;
    folder.remove("pages/en/when.md");
    folder.write("pages/nl/hidden.md",
                 "+++\nid = \"hidden\"\ntitle = \"Apart\"\nicon = \"info\"\n+++\nTekst.\n");
    EditingRig rig(folder.path());
    // then
    PageRow const row = row_of(rig, {"when", "en"});
    EXPECT_TRUE(row.missing);
    EXPECT_EQ(row.title, "Wanneer is er iemand?") << "as visitors see it: in Dutch";
    EXPECT_EQ(row.order, 3);
    EXPECT_FALSE(row_of(rig, {"when", "nl"}).missing);
    EXPECT_THAT(must(open_page(rig.editing, {"when", "en"})).text.body, IsEmpty());
    EXPECT_EQ(must(page_list(rig.editing)).back().key, (records::PageKey{"hidden", "en"}))
        << "what stands in no list comes last";
    // when
    (void)rig.publish({"when", "en"}, "Come in.");
    // then
    EXPECT_FALSE(row_of(rig, {"when", "en"}).missing);
    EXPECT_THAT(*rig.document("pages/en/when.md"), HasSubstr("icon = \"schedule\"\norder = 3"));
}

TEST(PageList, TellsWhatIsPlannedNext) {
    EditingRig rig;
    (void)rig.publish(kPilot, "Nu.");
    (void)rig.publish(kPilot, {.title = "Later", .body = "Later.", .from = rig.today() + days(9)});
    (void)rig.publish(kPilot,
                      {.title = "Eerder", .body = "Eerder.", .from = rig.today() + days(2)});

    PageRow const row = row_of(rig, kPilot);

    EXPECT_EQ(row.shown->text.body, "Nu.");
    EXPECT_EQ(row.planned->text.title, "Eerder");
}

TEST(PageList, PlansNothingThatANewerPageWouldHide) {
    EditingRig rig;
    (void)rig.publish(kPilot, {.title = "Later", .body = "Later.", .from = rig.today() + days(2)});
    EXPECT_TRUE(row_of(rig, kPilot).planned) << "the control";

    (void)rig.publish(kPilot, "Nu, en zonder einde.");

    EXPECT_FALSE(row_of(rig, kPilot).planned);
    rig.advance(days(3));
    EXPECT_EQ(row_of(rig, kPilot).shown->text.body, "Nu, en zonder einde.");
}

TEST(OpenPage, BeginsWithTheDraftElseWhatIsShownElseAsShipped) {
    EditingRig rig;
    auto const shipped = must(open_page(rig.editing, {"officer", "nl"}));
    EXPECT_EQ(shipped.text.title, "Wat doet de {officer_role}?") << "as it is written";
    EXPECT_TRUE(shipped.text.body.starts_with("De {officer_role} is"));
    EXPECT_EQ(shipped.draft_version, 0U);
    EXPECT_THAT(shipped.history, IsEmpty());

    auto const id = rig.publish({"officer", "nl"}, "Gepubliceerd.");
    auto const shown = must(open_page(rig.editing, {"officer", "nl"}));
    EXPECT_EQ(shown.text.body, "Gepubliceerd.");
    ASSERT_EQ(shown.history.size(), 1U);
    EXPECT_EQ(shown.history[0].id, id);

    auto const version = rig.save({"officer", "nl"}, "Bezig.");
    auto const draft = must(open_page(rig.editing, {"officer", "nl"}));
    EXPECT_EQ(draft.text.body, "Bezig.");
    EXPECT_EQ(draft.draft_version, version);
}

TEST(OpenPage, IsThereForPagesOfTheKioskOnly) {
    EditingRig rig;
    for (records::PageKey const& key :
         {records::PageKey{"nothing", "nl"}, {"pilot", "fr"}, {"../pilot", "nl"}, {"", "nl"}}) {
        EXPECT_EQ(open_page(rig.editing, key).error().code, ErrorCode::not_found) << key.page;
        EXPECT_EQ(check_page(rig.editing, key, {}).error().code, ErrorCode::not_found);
        EXPECT_EQ(page_file(rig.editing, key, {}).error().code, ErrorCode::not_found);
        EXPECT_EQ(files_for_preview(rig.editing, key, {}).error().code, ErrorCode::not_found);
    }
    EXPECT_TRUE(open_page(rig.editing, kPilot));
}

// What an editor opens and publishes unchanged says the same to visitors.
TEST(OpenPage, OfEveryShippedPagePublishesTheSameTree) {
    EditingRig rig;
    for (PageRow const& row : must(page_list(rig.editing))) {
        auto const text = must(open_page(rig.editing, row.key)).text;

        EXPECT_THAT(must(check_page(rig.editing, row.key, text)).faults, IsEmpty())
            << row.key.page << row.key.language;
        std::string const name = "pages/" + row.key.language + "/" + row.key.page + ".md";
        auto const again =
            must(pages::parse_page(must(page_file(rig.editing, row.key, text)), name));
        auto const shipped = must(pages::parse_page(support::content_of(rig.assets / name), name));
        EXPECT_EQ(again.title, shipped.title);
        EXPECT_EQ(again.icon, shipped.icon);
        EXPECT_EQ(again.order, shipped.order);
        EXPECT_EQ(pages::texts_of(again), pages::texts_of(shipped)) << name;
    }
}

} // namespace
} // namespace inloop::editing
