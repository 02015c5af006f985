// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/checks.h"
#include "tests/doctor/good_facts.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace inloop::doctor {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// What `check` finds in facts that were spoiled in one place.
Finding after(Finding (*check)(Facts const&), void (*spoil)(Facts&)) {
    Facts facts = good_facts();
    EXPECT_EQ(check(facts).state, State::ok) << "negative control: " << check(facts).words;
    spoil(facts);
    return check(facts);
}

MATCHER_P2(Says, state, words, "") {
    *result_listener << "which is " << arg.words;
    return arg.state == state && testing::ExplainMatchResult(words, arg.words, result_listener);
}

TEST(Display, IsNamedWithItsSize) {
    EXPECT_EQ(check_display(good_facts()).words, "DSI-1, 720x1280, on card1");
}

TEST(Display, ThatIsMissingIsToBeMendedUnlessThereIsADesktop) {
    EXPECT_THAT(after(check_display, [](Facts& facts) { facts.connectors.clear(); }),
                Says(State::mend, HasSubstr("config.txt")));
    EXPECT_THAT(after(check_display, [](Facts& facts) { facts.connectors[0].connected = false; }),
                Says(State::mend, HasSubstr("cable")));
    EXPECT_THAT(after(check_display,
                      [](Facts& facts) {
                          facts.connectors.clear();
                          facts.desktop = true;
                      }),
                Says(State::note, HasSubstr("window")));
}

TEST(Display, ThatIsConnectedSecondIsFound) {
    Facts facts = good_facts();
    facts.connectors.insert(facts.connectors.begin(), {.card = "card0", .name = "HDMI-A-1"});
    EXPECT_EQ(check_display(facts).words, "DSI-1, 720x1280, on card1");
}

TEST(Display, ThatTellsNoSizeOrMayNotBeUsedIsToBeMended) {
    EXPECT_THAT(after(check_display, [](Facts& facts) { facts.connectors[0].mode.clear(); }),
                Says(State::mend, HasSubstr("no size")));
    EXPECT_THAT(after(check_display, [](Facts& facts) { facts.connectors[0].may_open = false; }),
                Says(State::mend, HasSubstr("sudo adduser inloop-kiosk video")));
}

TEST(Touch, ThatIsMissingOrMayNotBeReadIsToBeMended) {
    EXPECT_THAT(after(check_touch, [](Facts& facts) { facts.touch.clear(); }),
                Says(State::mend, HasSubstr("no touch screen among /dev/input")));
    EXPECT_THAT(after(check_touch, [](Facts& facts) { facts.touch[0].may_read = false; }),
                Says(State::mend, AllOf(HasSubstr("/dev/input/event4"),
                                        HasSubstr("sudo adduser inloop-kiosk input"))));
    EXPECT_THAT(after(check_touch,
                      [](Facts& facts) {
                          facts.touch.clear();
                          facts.desktop = true;
                      }),
                Says(State::note, HasSubstr("mouse")));
}

TEST(Touch, OneThatMayBeReadIsEnough) {
    Facts facts = good_facts();
    facts.touch.insert(facts.touch.begin(), {.name = "Other", .device = "/dev/input/event1"});
    EXPECT_EQ(check_touch(facts).words, "FT5406, /dev/input/event4");
}

TEST(Light, IsToBeMendedWhereItMayNotBeWritten) {
    EXPECT_THAT(after(check_light, [](Facts& facts) { facts.lights.clear(); }),
                Says(State::note, HasSubstr("no backlight")));
    EXPECT_THAT(after(check_light, [](Facts& facts) { facts.lights[0].may_write = false; }),
                Says(State::mend, HasSubstr("udevadm trigger")));
    EXPECT_THAT(after(check_light, [](Facts& facts) { facts.lights[0].level = 0; }),
                Says(State::note, HasSubstr("echo 31 | sudo tee")));
}

TEST(ClockCheck, SaysWhatTheClockLacks) {
    EXPECT_EQ(check_clock(good_facts()).words, "2024-06-04 09:00, set by the network");
    EXPECT_THAT(after(check_clock, [](Facts& facts) { facts.clock.trust = ClockTrust::estimated; }),
                Says(State::note, HasSubstr("timedatectl set-ntp true")));
    EXPECT_THAT(after(check_clock, [](Facts& facts) { facts.clock.trust = ClockTrust::unset; }),
                Says(State::mend, HasSubstr("timedatectl set-time")));
}

TEST(Network, ThatIsGoneIsOnlyANote) {
    EXPECT_THAT(after(check_network, [](Facts& facts) { facts.network = {}; }),
                Says(State::note, HasSubstr("Letters wait here")));
    EXPECT_THAT(after(check_network, [](Facts& facts) { facts.network.addresses.clear(); }),
                Says(State::note, HasSubstr("eth0 has no address")));
}

TEST(Service, MustRunNowAndAfterAPowerCut) {
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service.active = "failed"; }),
                Says(State::mend, AllOf(HasSubstr("is failed"), HasSubstr("journalctl"))));
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service.active = "activating"; }),
                Says(State::mend, HasSubstr("does not come up")));
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service.enabled = "disabled"; }),
                Says(State::mend, HasSubstr("sudo systemctl enable inloop-kiosk")));
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service.loaded = "masked"; }),
                Says(State::mend, HasSubstr("unmask")));
}

TEST(Service, IsANoteWhereNobodyCanTell) {
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service = {}; }),
                Says(State::note, HasSubstr("systemd does not run")));
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service.loaded = "not-found"; }),
                Says(State::note, HasSubstr("not installed")));
    EXPECT_THAT(after(check_service, [](Facts& facts) { facts.service.active = ""; }),
                Says(State::note, HasSubstr("says nothing")));
}

TEST(Examine, FindsNothingOnAGoodKioskAndKeepsTheOrder) {
    std::vector<std::string> names;
    for (Finding const& finding : examine(good_facts())) {
        EXPECT_EQ(finding.state, State::ok) << finding.check << ": " << finding.words;
        names.push_back(finding.check);
    }
    EXPECT_THAT(names, testing::ElementsAre("display", "touch", "light", "fonts", "disk", "clock",
                                            "network", "log", "letterbox", "service"));
}

TEST(Examine, SaysWhatToDoWheneverSomethingIsToBeMended) {
    Facts nothing;
    nothing.user = "inloop-kiosk";
    nothing.data = "/var/lib/inloop-kiosk";
    for (Finding const& finding : examine(nothing)) {
        if (finding.state == State::mend) {
            EXPECT_THAT(finding.words, HasSubstr(": ")) << finding.check;
        }
    }
}

} // namespace
} // namespace inloop::doctor
