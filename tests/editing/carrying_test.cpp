// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/carrying.h"
#include "kiosk/officerlog/editing/fact_desk.h"
#include "kiosk/officerlog/editing/notices.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace inloop::editing {
namespace {

using support::must;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

vault::Actor const kConsole{"console", "console"};

wire::Carried carry(EditingRig& rig) {
    return must(pages_to_carry(rig.editing, kConsole));
}

wire::Carried only(std::string const& name, std::string_view content) {
    ByteView const bytes = as_bytes(content);
    return {.documents = {{name, {bytes.begin(), bytes.end()}}}};
}

std::string body_of(EditingRig& rig, records::PageKey const& key) {
    return must(open_page(rig.editing, key)).text.body;
}

TEST(Carrying, BringsPagesPicturesFactsAndNoticesIntoAnotherLog) {
    EditingRig here;
    std::string const picture =
        done(add_picture(here.editing, here.vera(), jpeg(1), "Een bankje."));
    here.publish(kPilot, "Nieuw.\n\n![Een bankje.](" + picture + ")\n");
    done(add_notice(here.editing, here.vera(),
                    {.nl = "Koffie", .from = here.today(), .until = here.today()}));
    done(mark_checked(here.editing, here.vera(), "address",
                      std::chrono::year_month_day(here.today() + std::chrono::days(30))));
    EditingRig there;

    TakenIn const taken = must(take_in(there.editing, kConsole, carry(here)));

    EXPECT_EQ(taken.changed, 4U);
    EXPECT_THAT(taken.refused, IsEmpty());
    for (std::string const& name : {std::string("pages/nl/pilot.md"), "pictures/" + picture,
                                    std::string("news.toml"), std::string("facts.toml")}) {
        EXPECT_EQ(there.document(name), here.document(name)) << name;
    }
    EXPECT_EQ(body_of(there, kPilot), body_of(here, kPilot));
    EXPECT_EQ(must(notices(there.editing)).size(), 1U);
}

TEST(Carrying, ASecondTimeChangesNothing) {
    EditingRig here;
    here.publish(kPilot, "Nieuw.\n");
    EditingRig there;
    wire::Carried const carried = carry(here);
    (void)must(take_in(there.editing, kConsole, carried));

    TakenIn const again = must(take_in(there.editing, kConsole, carried));

    EXPECT_EQ(again.changed, 0U);
    EXPECT_EQ(again.same, carried.documents.size());
    EXPECT_EQ(must(there.editing.pages.versions(kPilot)).size(), 1U);
}

TEST(Carrying, WhatCameInCanBeUndone) {
    EditingRig here;
    here.publish(kPilot, "Van elders.\n");
    EditingRig there;
    there.publish(kPilot, "Van hier.\n");
    (void)must(take_in(there.editing, kConsole, carry(here)));
    ASSERT_THAT(body_of(there, kPilot), HasSubstr("Van elders."));

    auto const page = must(open_page(there.editing, kPilot));
    done(withdraw(there.editing, there.vera(), page.row.shown->id));

    EXPECT_THAT(body_of(there, kPilot), HasSubstr("Van hier."));
}

TEST(Carrying, TellsWhenItWasMadeAndHowFarTheLogIs) {
    EditingRig rig;
    std::uint64_t const before = carry(rig).change;
    rig.publish(kPilot, "Nieuw.\n");

    wire::Carried const carried = carry(rig);

    EXPECT_GT(carried.change, before);
    EXPECT_EQ(carried.made_at, rig.site.clock.wall().time_since_epoch().count());
    EXPECT_EQ(carried.deployment, must(rig.store.site()).deployment);
}

TEST(Carrying, AFaultyPageIsLeftOutByNameAndTheRestComesIn) {
    EditingRig rig;
    wire::Carried carried =
        only("pages/nl/pilot.md", "+++\nid = \"pilot\"\ntitle = \"Over\"\nicon = \"info\"\n+++\n\n"
                                  "<script>alert(1)</script>\n");
    carried.documents.push_back(only("news.toml", "# no news\n").documents.front());

    TakenIn const taken = must(take_in(rig.editing, kConsole, carried));

    EXPECT_THAT(taken.refused, ElementsAre(HasSubstr("pages/nl/pilot.md")));
    EXPECT_EQ(taken.changed, 1U);
    EXPECT_EQ(rig.document("pages/nl/pilot.md"), std::nullopt);
}

TEST(Carrying, WhatNoKioskCouldShowIsLeftOut) {
    std::string const page = "+++\nid = \"x\"\ntitle = \"X\"\nicon = \"info\"\n+++\n\nTekst.\n";
    for (wire::Carried const& carried :
         {only("pages/nl/unknown-page.md", page), only("pages/xx/pilot.md", page),
          only("pages/nl/pilot.md", "no head"), only("pictures/foto-1.jpg", "#!/bin/sh"),
          only("facts.toml", "[fact.emergency]\n"), only("news.toml", "[[news]]\n"),
          only("roster.toml", "[[weekly]]\n")}) {
        EditingRig rig;
        TakenIn const taken = must(take_in(rig.editing, kConsole, carried));
        EXPECT_EQ(taken.changed, 0U) << carried.documents.front().name;
        EXPECT_THAT(taken.refused, ElementsAre(HasSubstr(carried.documents.front().name)));
    }
}

// The bytes of another picture under a name that pages show already.
TEST(Carrying, APictureKeepsTheNameOfItsContent) {
    EditingRig rig;
    Bytes const content = jpeg(1);
    std::string const right = picture_name_of(content);
    auto const named = [&](std::string const& name) {
        return wire::Carried{.documents = {{"pictures/" + name, content}}};
    };

    EXPECT_EQ(must(take_in(rig.editing, kConsole, named("foto-0000000000000000.jpg"))).changed, 0U);
    EXPECT_EQ(must(take_in(rig.editing, kConsole, named(right))).changed, 1U);
}

TEST(Carrying, AnEmptyFileTakesNothingAway) {
    EditingRig rig;
    rig.publish(kPilot, "Nieuw.\n");
    auto const before = rig.document("pages/nl/pilot.md");

    TakenIn const taken = must(take_in(rig.editing, kConsole, only("pages/nl/pilot.md", "")));

    EXPECT_EQ(taken.changed + taken.same, 0U);
    EXPECT_EQ(rig.document("pages/nl/pilot.md"), before);
}

TEST(Carrying, StandsInTheAudit) {
    EditingRig rig;
    (void)rig.audit_rows();

    wire::Carried const carried = carry(rig);
    (void)must(take_in(rig.editing, kConsole, carried));

    EXPECT_THAT(rig.audit_rows(),
                ElementsAre(HasSubstr("pages-export"), HasSubstr("pages-import")));
}

} // namespace
} // namespace inloop::editing
