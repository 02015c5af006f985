// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/machine_look.h"
#include "platform/linux/sysfs_backlight.h"
#include "tests/support/scratch.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <utility>

namespace inloop::platform {
namespace {

using support::Scratch;
using testing::IsEmpty;

// Of the word that holds ABS_MT_POSITION_X (53), as sysfs writes it for this machine's long.
std::string touch_bitmap() {
    return std::numeric_limits<unsigned long>::digits == 64 ? "20000000000000" : "200000 0";
}

// A machine of folders.
class MadeMachine {
public:
    MadeMachine() {
        for (char const* folder : {"sys", "proc", "dev", "run"}) {
            std::filesystem::create_directory(m_top / folder);
        }
    }
    void write(std::string const& name, std::string const& text) const {
        std::filesystem::create_directories((m_top / name).parent_path());
        std::ofstream(m_top / name) << text;
    }
    void connector(std::string const& name, std::string const& status,
                   std::string const& modes = "") const {
        write("sys/class/drm/" + name + "/status", status + "\n");
        write("sys/class/drm/" + name + "/modes", modes);
    }
    void input(std::string const& event, std::string const& name, std::string const& abs) const {
        write("sys/class/input/" + event + "/device/name", name + "\n");
        write("sys/class/input/" + event + "/device/capabilities/abs", abs + "\n");
    }
    // Stands in for systemctl and says what it was asked.
    void systemctl(std::string const& script) const {
        write("systemctl", "#!/bin/sh\n" + script);
        ::chmod((m_top / "systemctl").c_str(), 0755);
        write("run/systemd/system/here", "");
    }
    [[nodiscard]] MachinePlaces places() const {
        return {m_top / "sys", m_top / "proc", m_top / "dev", m_top / "run", m_top / "systemctl"};
    }
    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const {
        return m_top / name;
    }

private:
    Scratch m_top;
};

// Somebody who owns nothing here.
Account stranger() {
    return {.name = "stranger", .id = 54321, .groups = {54321}};
}

TEST(MachineLook, FindsNothingOnAMachineWithoutAnything) {
    MadeMachine const machine;
    EXPECT_THAT(connectors(machine.places(), own_account()), IsEmpty());
    EXPECT_THAT(touch_screens(machine.places(), own_account()), IsEmpty());
    EXPECT_THAT(backlights(machine.places(), own_account()), IsEmpty());
    EXPECT_EQ(network(machine.places()).way_out, "");
    EXPECT_FALSE(service(machine.places(), "x.service").systemd);
}

TEST(MachineLook, TellsConnectorsInTheOrderTheyAreTaken) {
    MadeMachine const machine;
    machine.write("sys/class/drm/card0/dev", "226:0\n");
    machine.connector("card0-HDMI-A-1", "disconnected");
    machine.connector("card0-Virtual-1", "connected", "1024x768\n800x600\n");
    machine.connector("card1-DSI-1", "connected", "720x1280\n");
    machine.write("dev/dri/card1", "");

    auto const found = connectors(machine.places(), own_account());

    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].name, "DSI-1");
    EXPECT_EQ(found[0].card, "card1");
    EXPECT_EQ(found[0].mode, "720x1280");
    EXPECT_TRUE(found[0].connected);
    EXPECT_TRUE(found[0].may_open);
    EXPECT_EQ(found[1].name, "HDMI-A-1");
    EXPECT_FALSE(found[1].connected);
    EXPECT_EQ(found[2].mode, "1024x768");
    EXPECT_FALSE(found[2].may_open) << "its device is not there";
}

TEST(MachineLook, KnowsATouchScreenFromAMouseAndAJoystick) {
    MadeMachine const machine;
    machine.input("event0", "Mouse", "0");
    machine.input("event2", "Joystick", "3f");
    machine.input("event10", "Second panel", touch_bitmap());
    machine.input("event9", "FT5406", touch_bitmap());
    machine.write("dev/input/event9", "");

    auto const found = touch_screens(machine.places(), own_account());

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "FT5406");
    EXPECT_EQ(found[0].device, machine / "dev/input/event9");
    EXPECT_TRUE(found[0].may_read);
    EXPECT_FALSE(found[1].may_read);
}

TEST(MachineLook, CountsTheRightsOfWhoIsOnDuty) {
    MadeMachine const machine;
    machine.input("event1", "Panel", touch_bitmap());
    machine.write("dev/input/event1", "");
    machine.write("sys/class/backlight/10-0045/brightness", "31\n");
    machine.write("sys/class/backlight/10-0045/max_brightness", "31\n");
    ::chmod((machine / "dev/input/event1").c_str(), 0640);
    ::chmod((machine / "sys/class/backlight/10-0045/brightness").c_str(), 0644);
    EXPECT_FALSE(touch_screens(machine.places(), stranger()).at(0).may_read);
    EXPECT_FALSE(backlights(machine.places(), stranger()).at(0).may_write);

    ::chmod((machine / "dev/input/event1").c_str(), 0644);
    ::chmod((machine / "sys/class/backlight/10-0045/brightness").c_str(), 0666);
    EXPECT_TRUE(touch_screens(machine.places(), stranger()).at(0).may_read);
    auto const light = backlights(machine.places(), stranger()).at(0);
    EXPECT_TRUE(light.may_write);
    EXPECT_EQ(light.name, "10-0045");
    EXPECT_EQ(light.level, 31);
    EXPECT_EQ(light.highest, 31);
}

// Else it would judge another one than the kiosk dims.
TEST(MachineLook, SeesTheBacklightFirstThatTheKioskTakes) {
    MadeMachine const machine;
    for (auto const& [name, type] : {std::pair{"acpi_video0", "firmware"}, {"panel", "raw"}}) {
        std::string const device = std::string("sys/class/backlight/") + name;
        machine.write(device + "/brightness", "31\n");
        machine.write(device + "/max_brightness", "31\n");
        machine.write(device + "/type", std::string(type) + "\n");
    }
    EXPECT_EQ(backlights(machine.places(), own_account()).at(0).name, "panel");
    auto const taken = SysfsBacklight::open(machine / "sys/class/backlight");
    EXPECT_EQ(taken.value()->device().filename(), "panel");
}

TEST(MachineLook, ReadsBitmapsFromTheRight) {
    EXPECT_TRUE(has_bit("1", 0));
    EXPECT_FALSE(has_bit("1", 1));
    EXPECT_TRUE(has_bit("1 0", std::numeric_limits<unsigned long>::digits));
    EXPECT_FALSE(has_bit("0 ffffffff", std::numeric_limits<unsigned long>::digits));
    EXPECT_FALSE(has_bit("", 0));
    EXPECT_FALSE(has_bit("not hexadecimal", 0));
}

constexpr char const* kTitles =
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

TEST(MachineLook, FindsTheWayOut) {
    MadeMachine const machine;
    std::string const house = "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n";
    machine.write("proc/net/route", kTitles + house);
    EXPECT_EQ(network(machine.places()).way_out, "") << "a way in the house leads nowhere";

    machine.write("proc/net/route",
                  kTitles + house + "lo\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n");
    NetworkLook const look = network(machine.places());
    EXPECT_EQ(look.way_out, "lo");
    EXPECT_THAT(look.addresses, testing::Contains("127.0.0.1"));
}

TEST(MachineLook, FindsAWayOutByTheNewerProtocolAlone) {
    MadeMachine const machine;
    std::string const zeros(32, '0');
    std::string const refused =
        zeros + " 00 " + zeros + " 00 " + zeros + " ffffffff 00000001 00000000 00200200       lo\n";
    machine.write("proc/net/ipv6_route", refused);
    EXPECT_EQ(network(machine.places()).way_out, "");

    machine.write("proc/net/ipv6_route", refused + zeros + " 00 " + zeros + " 00 fe80" +
                                             std::string(28, '1') +
                                             " 00000400 00000001 00000000 00000003   wlan7\n");
    NetworkLook const look = network(machine.places());
    EXPECT_EQ(look.way_out, "wlan7");
    EXPECT_THAT(look.addresses, IsEmpty());
}

TEST(MachineLook, AsksSystemdForAUnit) {
    MadeMachine const machine;
    machine.systemctl("echo LoadState=loaded; echo ActiveState=failed; echo UnitFileState=enabled\n"
                      "echo \"$@\" >>" +
                      (machine / "asked").native() + "\n");

    ServiceLook const look = service(machine.places(), "inloop-kiosk.service");

    EXPECT_TRUE(look.systemd);
    EXPECT_EQ(look.loaded, "loaded");
    EXPECT_EQ(look.active, "failed");
    EXPECT_EQ(look.enabled, "enabled");
    std::string asked;
    std::ifstream in(machine / "asked");
    std::getline(in, asked);
    EXPECT_THAT(asked, testing::EndsWith("-- inloop-kiosk.service"));
}

TEST(MachineLook, SaysNothingWhereSystemctlFails) {
    MadeMachine const machine;
    machine.systemctl("echo ActiveState=active\nexit 1\n");
    ServiceLook const look = service(machine.places(), "x.service");
    EXPECT_TRUE(look.systemd);
    EXPECT_EQ(look.active, "");
}

} // namespace
} // namespace inloop::platform
