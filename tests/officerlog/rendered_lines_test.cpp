// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/rendered_lines.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

namespace inloop::officerlog {
namespace {

using support::must;
using testing::ElementsAre;

TEST(RenderedLines, TellOnWhichPictureSomethingWasFound) {
    RenderedLines const lines = must(read_rendered("picture\t1.png\n"
                                                   "finding\t2.png\tcut\ttile.pilot: 3 px\n"
                                                   "picture\t2.png\n",
                                                   "a.md"));
    EXPECT_THAT(lines.pictures, ElementsAre("1.png", "2.png"));
    ASSERT_EQ(lines.findings.size(), 1U);
    EXPECT_EQ(lines.findings[0].picture, 1U);
    EXPECT_EQ(lines.findings[0].rule, "cut");
    EXPECT_EQ(lines.findings[0].what, "tile.pilot: 3 px");
}

TEST(RenderedLines, KeepTheLineOfAFault) {
    RenderedLines const lines = must(read_rendered("fault\t12\tno such fact\tname one\n", "a.md"));
    EXPECT_THAT(lines.faults,
                ElementsAre(pages::Problem{
                    .file = "a.md", .line = 12, .cause = "no such fact", .mend = "name one"}));
    EXPECT_TRUE(lines.pictures.empty());
}

TEST(RenderedLines, AreNothingElse) {
    EXPECT_TRUE(must(read_rendered("", "a.md")).pictures.empty());
    for (char const* const said :
         {"picture", "picture\t2.png", "picture\t../1.png", "picture\t1.png\tmore", "picture 1.png",
          "finding\t2.png\tcut\twhat", "finding\t1.png\tcut", "fault\tx\ta\tb", "fault\t\ta\tb",
          "fault\t1\ta", "hello"}) {
        EXPECT_FALSE(read_rendered(said, "a.md")) << said;
    }
}

} // namespace
} // namespace inloop::officerlog
