// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/sessions.h"
#include "kiosk/officerlog/web/tuning.h"
#include "tests/officerlog_web/web_rig.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::web {
namespace {

TEST(Sessions, EndAfterTenMinutesWithoutAWordFromAReader) {
    WebRig rig;
    std::string const id = rig.log_in_lead();

    rig.rig.clock.advance(kReaderIdle - Milliseconds(1));
    EXPECT_NE(rig.site.sessions.use(id), nullptr); // which counts as a word
    rig.rig.clock.advance(kReaderIdle - Milliseconds(1));
    EXPECT_NE(rig.site.sessions.use(id), nullptr);
    rig.rig.clock.advance(kReaderIdle);
    EXPECT_EQ(rig.site.sessions.use(id), nullptr);
    EXPECT_EQ(rig.site.sessions.count(), 0U);
}

TEST(Sessions, EndAfterTwelveHoursHoweverBusy) {
    WebRig rig;
    std::string const id = rig.log_in_lead();
    for (Milliseconds passed{}; passed < kLongestSession; passed += kReaderIdle / 2) {
        EXPECT_NE(rig.site.sessions.use(id), nullptr);
        rig.rig.clock.advance(kReaderIdle / 2);
    }
    EXPECT_EQ(rig.site.sessions.use(id), nullptr);
}

TEST(Sessions, EndWithLoggingOutAndSayWhatABrowserMustForget) {
    WebRig rig;
    std::string const id = rig.log_in_lead();

    auto const out = rig.post("/logout", {}, id);

    EXPECT_EQ(out.status, 200);
    EXPECT_TRUE(first_of(out.headers, "clear-site-data"));
    EXPECT_EQ(rig.get("/", id).status, 303);
}

TEST(Sessions, AreFoundAmongOtherCookiesAndNowhereElse) {
    EXPECT_EQ(session_id_in("a=b; __Host-inloop=abc; c=d"), "abc");
    EXPECT_EQ(session_id_in("__Host-inloop=abc"), "abc");
    for (char const* header : {"", "__Host-inloop", "x__Host-inloop=abc", "__Host-inloopx=abc",
                               "a=__Host-inloop=abc", ";;;"}) {
        EXPECT_EQ(session_id_in(header), "") << header;
    }
}

} // namespace
} // namespace inloop::web
