// SPDX-License-Identifier: EUPL-1.2
#include "tests/journey/stops.h"

#include <array>
#include <chrono>

namespace inloop::journey {

using support::KioskRig;

namespace {

constexpr std::string_view kText = "Waar is het loket?";

void lead_over_home(KioskRig& rig, Stop stop) {
    if (stop == Stop::information) {
        rig.tap("home.information");
    } else if (stop == Stop::emergency) {
        rig.tap("strip.emergency");
    } else if (stop == Stop::languages) {
        rig.tap("bar.language");
    } else if (stop == Stop::warning) {
        rig.wait(std::chrono::seconds(61));
    }
}

void lead_past_writing(KioskRig& rig, Stop stop) {
    rig.tap("write.next");
    if (stop == Stop::summary) {
        return;
    }
    rig.tap("summary.send");
    if (stop == Stop::receipt) {
        rig.held.store();
    } else if (stop == Stop::not_stored) {
        rig.held.refuse(flow::NotStoredReason::broken);
    }
    rig.step();
}

} // namespace

std::vector<Stop> all_stops() {
    return {Stop::attract,
            Stop::home,
            Stop::information,
            Stop::write,
            Stop::write_without_keys,
            Stop::summary,
            Stop::sending,
            Stop::receipt,
            Stop::not_stored,
            Stop::emergency,
            Stop::languages,
            Stop::warning,
            Stop::warning_over_text};
}

std::string_view name_of(Stop stop) {
    constexpr std::array<std::string_view, 13> kNames{
        "attract",   "home",    "information",      "write",      "write without keys",
        "summary",   "sending", "receipt",          "not stored", "emergency",
        "languages", "warning", "warning over text"};
    return kNames.at(static_cast<std::size_t>(stop));
}

void lead_to(KioskRig& rig, Stop stop) {
    if (stop != Stop::attract) {
        rig.tap("attract.start");
        lead_from_home(rig, stop);
    }
}

void lead_from_home(KioskRig& rig, Stop stop) {
    if (stop == Stop::home || stop == Stop::information || stop == Stop::emergency ||
        stop == Stop::languages || stop == Stop::warning) {
        lead_over_home(rig, stop);
        return;
    }
    rig.tap("home.question");
    rig.type(kText);
    if (stop == Stop::write_without_keys) {
        rig.tap("key.digits");
        rig.tap("key.hide");
    } else if (stop == Stop::warning_over_text) {
        rig.wait(std::chrono::seconds(46));
    } else if (stop != Stop::write) {
        lead_past_writing(rig, stop);
    }
}

void leave(KioskRig& rig) {
    if (rig.on<flow::screen::Sending>()) {
        rig.held.store();
        rig.step();
    }
    constexpr int kLongEnough = 300;
    for (int i = 0; i < kLongEnough && !rig.on<flow::screen::Attract>(); ++i) {
        rig.wait(std::chrono::seconds(1));
    }
}

} // namespace inloop::journey
