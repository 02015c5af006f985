// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace inloop::editing {
namespace {

using support::must;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<std::string> names_of(std::vector<wire::Document> const& files) {
    std::vector<std::string> names;
    names.reserve(files.size());
    for (wire::Document const& file : files) {
        names.push_back(file.name);
    }
    return names;
}

TEST(Preview, HasTheDraftInThePlaceOfItsPage) {
    // given
    EditingRig rig;
    (void)rig.publish(kPilot, "Gepubliceerd.");
    (void)rig.publish({"when", "nl"}, "Anders.");
    rig.put_document("news.toml", "# no news\n");
    rig.put_document("pages/nl/officer.md", ""); // taken away
    auto const change = rig.last_change();
    records::PageText const text{.title = "T", .body = "Bezig <b>."};
    // when
    auto const files = must(files_for_preview(rig.editing, kPilot, text));
    // then
    EXPECT_THAT(names_of(files),
                UnorderedElementsAre("news.toml", "pages/nl/pilot.md", "pages/nl/when.md"));
    auto const page = std::ranges::find(files, "pages/nl/pilot.md", &wire::Document::name);
    auto const expected = must(page_file(rig.editing, kPilot, text));
    EXPECT_TRUE(std::ranges::equal(page->content, as_bytes(expected)));
    EXPECT_EQ(rig.last_change(), change) << "looking changes nothing";
}

TEST(Preview, HasThePicturesTheDraftNames) {
    EditingRig rig;
    auto const shown = done(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    (void)done(add_picture(rig.editing, rig.vera(), jpeg(2), "Een boom"));

    auto const files = must(files_for_preview(
        rig.editing, kPilot,
        {.title = "T", .body = "![Een bankje](" + shown + ")\n\n![Straat](street.png)"}));

    EXPECT_THAT(names_of(files), ElementsAre("pages/nl/pilot.md", "pictures/" + shown));
    EXPECT_EQ(files[1].content, jpeg(1));
}

} // namespace
} // namespace inloop::editing
