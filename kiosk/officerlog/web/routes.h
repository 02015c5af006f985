// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/records.h"
#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"
#include "platform/api/http.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace inloop::web {

enum class Method : std::uint8_t { get, post };

// Who may ask for a route. What is not named may not.
enum class Audience : std::uint8_t {
    anyone, // logging in, style and script
    kiosk, // signed by a device: the route checks
    console, // the command line of this machine, with its token
    everyone_in, // every person who is logged in
    editors, // volunteers, officers and leads
    monitors, // the same, and a program with the token of monitoring
    readers, // officers and leads
    leads,
    overseers, // leads and the privacy officer
};

[[nodiscard]] bool admits(Audience audience, std::optional<records::Role> role);

// Whether a form brings a file along (multipart/form-data).
enum class Files : std::uint8_t { none, taken };

// What answers a request; the desk's lock is its own business.
using Page = platform::HttpResponse (*)(Site&, Visit&);

// One line of the table of everything this server does. {id} in a pattern stands for one part.
struct Route {
    Method method;
    std::string_view pattern;
    Audience audience;
    std::size_t body_limit; // bytes; 0: none
    Page page;
    Files files = Files::none;
};

// The whole table; tests go through it with every role.
[[nodiscard]] std::span<Route const> routes();

struct Match {
    Route const* route = nullptr; // nullptr: no such path, or not with this method
    bool path_known = false;
    std::string_view id{};
};
[[nodiscard]] Match match(std::string_view method, std::string_view path);

} // namespace inloop::web
