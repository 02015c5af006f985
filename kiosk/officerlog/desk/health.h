// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inloop::desk {

// What is looked at. Each has a sentence for when it is right, and one that says what to do for
// when it is not (assets/web).
enum class HealthCheck : std::uint8_t {
    // of each kiosk
    contact, // value: seconds since it was last heard
    letters, // value: made there, second: arrived here; right when they agree or are on their way
    refused, // value: letters this log refused for good
    clock, // value: seconds its clock is off; wrong above kClockOffS or when it is not synced
    disk, // value: 0 ample .. 3 full
    news, // value: things of ours the kiosk refused: a bad roster, a forged answer
    // of the log
    certificate, // value: days until it ends
    backup, // value: hours since the last one
    audit, // value: rows; wrong when a kiosk remembers another chain
    weeks, // value: weeks announced ahead
    people, // value: persons who can read; wrong below two
    late, // value: promises missed
    storage, // value: findings of the databases' own check
};

struct HealthLine {
    std::string subject{}; // name of the kiosk; empty: the log
    HealthCheck check = HealthCheck::contact;
    bool green = true;
    std::int64_t value = 0;
    std::int64_t second = 0;
    friend bool operator==(HealthLine const&, HealthLine const&) = default;
};

// What the program knows that the desk does not.
struct Surroundings {
    records::Seconds certificate_until = 0;
    records::Seconds last_backup = 0; // 0: never
};

// Every line, the log's first. Needs no session. `deep` also goes through the whole audit chain and
// the databases, which takes seconds.
[[nodiscard]] Result<std::vector<HealthLine>> health(Desk& desk, Surroundings const& around,
                                                     bool deep);

// The name of a check in JSON and for Prometheus: "contact", ...
[[nodiscard]] std::string_view name_of(HealthCheck check);

} // namespace inloop::desk
