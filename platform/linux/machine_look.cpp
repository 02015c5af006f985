// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/machine_look.h"

#include "platform/linux/limited_run.h"
#include "platform/linux/sysfs_backlight.h"
#include "platform/linux/sysfs_file.h"
#include "platform/linux/tuning.h"

#include <linux/input-event-codes.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <ranges>
#include <sstream>
#include <string_view>
#include <system_error>
#include <tuple>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

// Names in a folder of sysfs that begin so, sorted as names with numbers are: event9 before
// event10.
std::vector<std::string> names_in(fs::path const& folder, std::string_view beginning) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::string name = at->path().filename().native();
        if (name.starts_with(beginning)) {
            names.push_back(std::move(name));
        }
    }
    std::ranges::sort(names, {}, [](std::string const& name) {
        return std::pair(name.size(), std::string_view(name));
    });
    return names;
}

// As platform/pi/kiosk-screen chooses.
int place_in_line(std::string_view connector) {
    return connector.starts_with("DSI") ? 0 : connector.starts_with("HDMI") ? 1 : 2;
}

// "ActiveState=active" and its like, a line each.
std::string value_in(std::string const& lines, std::string_view name) {
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name) && line.size() > name.size() && line[name.size()] == '=') {
            return line.substr(name.size() + 1);
        }
    }
    return {};
}

} // namespace

bool has_bit(std::string const& bitmap, unsigned number) {
    constexpr unsigned kWordBits = std::numeric_limits<unsigned long>::digits;
    std::vector<std::string> words;
    std::istringstream in(bitmap);
    for (std::string word; in >> word;) {
        words.push_back(std::move(word));
    }
    unsigned const from_the_right = number / kWordBits;
    if (from_the_right >= words.size()) {
        return false;
    }
    std::string const& word = words[words.size() - 1 - from_the_right];
    unsigned long bits = 0;
    std::from_chars(word.data(), word.data() + word.size(), bits, 16);
    return ((bits >> (number % kWordBits)) & 1U) != 0;
}

std::vector<Connector> connectors(MachinePlaces const& places, Account const& account) {
    std::vector<Connector> found;
    fs::path const folder = places.sys / "class/drm";
    for (std::string const& name : names_in(folder, "card")) {
        auto const dash = name.find('-');
        std::string const status = first_line_of(folder / name / "status");
        if (dash == std::string::npos || status.empty()) {
            continue; // the card itself
        }
        std::string card = name.substr(0, dash);
        bool const may_open = may(account, places.dev / "dri" / card, Right::read) &&
                              may(account, places.dev / "dri" / card, Right::write);
        found.push_back({.card = std::move(card),
                         .name = name.substr(dash + 1),
                         .connected = status == "connected",
                         .mode = first_line_of(folder / name / "modes"),
                         .may_open = may_open});
    }
    std::ranges::stable_sort(found, {}, [](Connector const& one) {
        return std::tuple(place_in_line(one.name), one.card, one.name);
    });
    return found;
}

std::vector<TouchScreen> touch_screens(MachinePlaces const& places, Account const& account) {
    std::vector<TouchScreen> found;
    for (std::string const& name : names_in(places.sys / "class/input", "event")) {
        fs::path const about = places.sys / "class/input" / name / "device";
        if (has_bit(first_line_of(about / "capabilities/abs"), ABS_MT_POSITION_X)) {
            fs::path const device = places.dev / "input" / name;
            found.push_back({.name = first_line_of(about / "name"),
                             .device = device,
                             .may_read = may(account, device, Right::read)});
        }
    }
    return found;
}

std::vector<BacklightLook> backlights(MachinePlaces const& places, Account const& account) {
    std::vector<BacklightLook> found;
    for (fs::path const& device : backlight_devices(places.sys / "class/backlight")) {
        found.push_back({.name = device.filename().native(),
                         .file = device / "brightness",
                         .level = number_in(device / "brightness"),
                         .highest = number_in(device / "max_brightness"),
                         .may_write = may(account, device / "brightness", Right::write)});
    }
    return found;
}

ServiceLook service(MachinePlaces const& places, std::string const& unit) {
    std::error_code error;
    // sd_booted(3): the folder that only systemd as the first process makes.
    if (!fs::is_directory(places.run / "systemd/system", error)) {
        return {};
    }
    auto const told = run_limited(
        {.program = places.systemctl,
         .arguments = {"show", "--property=LoadState,ActiveState,UnitFileState", "--", unit},
         .most_output = kMostSystemctlSays,
         .time_limit = kSystemctlTime});
    ServiceLook look;
    look.systemd = true;
    if (told && told->code == 0) {
        std::string const lines(
            static_cast<char const*>(static_cast<void const*>(told->output.data())),
            told->output.size());
        look.loaded = value_in(lines, "LoadState");
        look.active = value_in(lines, "ActiveState");
        look.enabled = value_in(lines, "UnitFileState");
    }
    return look;
}

} // namespace inloop::platform
