// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/api/machine.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What was found of one kiosk and its machine, before anybody judges it.
namespace inloop::doctor {

struct AssetsFound {
    std::filesystem::path folder{};
    std::size_t fonts = 0; // files that were opened
    Result<void> usable{}; // the kiosk starts with them: texts, pages, fonts
    std::size_t faults = 0; // of check-assets
    std::size_t remarks = 0;
};

struct LogFound {
    Result<void> seals{}; // policy and device key are in order, so letters can be taken
    Result<void> linked{}; // not_found: it belongs to no log
    std::string url{}; // of the log it belongs to
    Result<void> reached{}; // it answered, with the pinned key
};

struct LettersFound {
    Result<void> looked{}; // not_found: there is no letterbox yet
    std::size_t waiting = 0; // whole, not yet at the log
    std::size_t sent = 0;
    std::size_t refused = 0; // by the log, for good
    std::size_t damaged = 0; // among those that wait
    std::size_t unreadable = 0; // the disk does not give them
    std::size_t set_aside = 0; // in quarantine
    std::optional<std::chrono::seconds>
        oldest{}; // how long a letter has waited, where the clock tells
};

struct ClockFound {
    ClockTrust trust = ClockTrust::unset;
    LocalTime local{};
};

struct Facts {
    std::string user{}; // whom the kiosk runs as
    std::filesystem::path data{};
    bool desktop = false; // a window can be opened here
    std::vector<platform::Connector> connectors{};
    std::vector<platform::TouchScreen> touch{};
    std::vector<platform::BacklightLook> lights{};
    AssetsFound assets{};
    platform::PlaceLook place{}; // of `data`
    ClockFound clock{};
    platform::NetworkLook network{};
    LogFound log{};
    LettersFound letters{};
    platform::ServiceLook service{};
};

} // namespace inloop::doctor
