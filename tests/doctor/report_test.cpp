// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/report.h"

#include <gtest/gtest.h>

#include <vector>

namespace inloop::doctor {
namespace {

std::vector<Finding> const kThree{{State::ok, "display", "DSI-1"},
                                  {State::mend, "touch", "none: do this"},
                                  {State::note, "letterbox", "old"}};

TEST(Report, WritesColumnsAndSumsUp) {
    EXPECT_EQ(report(kThree, Colour::none), "ok    display    DSI-1\n"
                                            "MEND  touch      none: do this\n"
                                            "note  letterbox  old\n"
                                            "To be mended, from the top: touch; to know of: "
                                            "letterbox.\n");
    EXPECT_TRUE(to_mend(kThree));
}

TEST(Report, SaysWhenNothingIsToBeMended) {
    std::vector<Finding> const fine{kThree[0]};
    EXPECT_EQ(report(fine, Colour::none), "ok    display    DSI-1\nNothing is to be mended.\n");
    std::vector<Finding> const noted{kThree[0], kThree[2]};
    EXPECT_FALSE(to_mend(noted));
}

TEST(Report, ColoursTheFirstColumnOnly) {
    std::string const text = report(kThree, Colour::terminal);
    EXPECT_EQ(text.find("\033[32mok    \033[0mdisplay    DSI-1\n"), 0U);
    EXPECT_NE(text.find("\033[1;31mMEND  \033[0mtouch"), std::string::npos);
}

TEST(Report, LetsNoNameOfADeviceWriteToTheTerminal) {
    std::vector<Finding> const planted{{State::ok, "touch", "a\033]0;b\nok    log"}};
    EXPECT_EQ(report(planted, Colour::none),
              "ok    touch      a?]0;b?ok    log\nNothing is to be mended.\n");
}

} // namespace
} // namespace inloop::doctor
