// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/machine.h"
#include "platform/linux/account.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inloop::platform {

// Where Linux shows the machine. Others stand in their place in tests.
struct MachinePlaces {
    std::filesystem::path sys = "/sys";
    std::filesystem::path proc = "/proc";
    std::filesystem::path dev = "/dev";
    std::filesystem::path run = "/run";
    std::filesystem::path systemctl = "/usr/bin/systemctl";
};

// All of these only read, in no time; `account` is whose rights count. What is not there or cannot
// be read is left out: a look never fails.

// A panel on DSI before HDMI before any other, which is the order in which one is taken.
[[nodiscard]] std::vector<Connector> connectors(MachinePlaces const& places,
                                                Account const& account);

// Input devices that tell where fingers are (ABS_MT_POSITION_X), by their number.
[[nodiscard]] std::vector<TouchScreen> touch_screens(MachinePlaces const& places,
                                                     Account const& account);

[[nodiscard]] std::vector<BacklightLook> backlights(MachinePlaces const& places,
                                                    Account const& account);

// The routes are those of `places`, the addresses always this machine's.
[[nodiscard]] NetworkLook network(MachinePlaces const& places);

// Asks systemctl, for a second or two at most.
[[nodiscard]] ServiceLook service(MachinePlaces const& places, std::string const& unit);

// Whether bit `number` is set in a bitmap as sysfs writes it: hexadecimal words of the size of a
// long, the highest first.
[[nodiscard]] bool has_bit(std::string const& bitmap, unsigned number);

} // namespace inloop::platform
