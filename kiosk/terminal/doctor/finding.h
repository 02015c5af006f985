// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

namespace inloop::doctor {

enum class State : std::uint8_t {
    ok,
    note, // to know of; the kiosk works all the same
    mend, // the kiosk does not do what it is there for
};

// One line of what was examined. English, for who runs the kiosk.
struct Finding {
    State state = State::ok;
    std::string check; // "touch"
    std::string words; // what is so; unless all is well also what to do
    friend bool operator==(Finding const&, Finding const&) = default;
};

} // namespace inloop::doctor
