// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/files.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What somebody who looks after a machine wants to know of it, as plain data. Rights are those of
// the user that the program runs as on duty, whoever looks.
namespace inloop::platform {

// Where a display can be connected.
struct Connector {
    std::string card{}; // "card1"
    std::string name{}; // "DSI-1"
    bool connected = false;
    std::string mode{}; // the one it likes best, "720x1280"; empty: it tells none
    bool may_open = false; // the card's device
};

struct TouchScreen {
    std::string name{}; // as its driver calls it
    std::filesystem::path device{}; // "/dev/input/event3"
    bool may_read = false;
};

struct BacklightLook {
    std::string name{};
    std::filesystem::path file{}; // its brightness
    std::int64_t level = 0;
    std::int64_t highest = 0;
    bool may_write = false;
};

struct NetworkLook {
    std::string way_out{}; // the interface of the default route; empty: none
    std::vector<std::string> addresses{}; // of that interface, link-local ones left out
};

enum class PlaceKind : std::uint8_t { missing, other, folder };

// A folder that a program keeps its things in.
struct PlaceLook {
    PlaceKind kind = PlaceKind::missing;
    std::string owner{}; // name, or number where it has none
    bool owned = false; // by the user on duty
    bool may_write = false;
    bool open_to_others = false; // group or others may look into it or write
    bool mounted_read_only = false;
    SpaceReport space{};
    Result<void> probe{}; // a file was made, flushed to the disk and removed
};

// A unit of systemd, in its words.
struct ServiceLook {
    bool systemd = false; // it runs here; else the rest says nothing
    std::string loaded{}; // "loaded", "not-found", "masked"
    std::string active{}; // "active", "activating", "inactive", "failed"
    std::string enabled{}; // "enabled", "disabled"
};

} // namespace inloop::platform
