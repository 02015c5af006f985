// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/doctor/facts.h"

namespace inloop::doctor {

// Of a kiosk that lacks nothing; a test spoils one of them.
[[nodiscard]] inline Facts good_facts() {
    Facts facts;
    facts.user = "inloop-kiosk";
    facts.data = "/var/lib/inloop-kiosk";
    facts.connectors = {{.card = "card1",
                         .name = "DSI-1",
                         .connected = true,
                         .mode = "720x1280",
                         .may_open = true}};
    facts.touch = {{.name = "FT5406", .device = "/dev/input/event4", .may_read = true}};
    facts.lights = {{.name = "10-0045",
                     .file = "/sys/class/backlight/10-0045/brightness",
                     .level = 20,
                     .highest = 31,
                     .may_write = true}};
    facts.assets.folder = "/usr/share/inloop/assets";
    facts.assets.fonts = 7;
    facts.place.kind = platform::PlaceKind::folder;
    facts.place.owner = "inloop-kiosk";
    facts.place.owned = true;
    facts.place.may_write = true;
    facts.place.space = {.free_bytes = 60, .total_bytes = 100, .filesystem = "ext4"};
    facts.clock = {ClockTrust::synced, {.year = 2024, .month = 6, .day = 4, .hour = 9}};
    facts.network = {.way_out = "eth0", .addresses = {"192.0.2.7"}};
    facts.log.url = "https://log.example:8443";
    facts.letters.sent = 4;
    facts.service = {.systemd = true, .loaded = "loaded", .active = "active", .enabled = "enabled"};
    return facts;
}

} // namespace inloop::doctor
