// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace inloop::web {

// Slows guessing down, and never locks anybody out: after a wrong login the same name, and the same
// address, wait 1, 2, 4 .. 64 s before the next is tried. Any thread.
class LoginThrottle {
public:
    explicit LoginThrottle(Clock const& clock) : m_clock(clock) {}

    // How long this name from this address has to wait before a login is tried; zero: not at all.
    // A login that is tried counts as wrong until succeeded() says otherwise, so that many at once
    // do not all slip through.
    [[nodiscard]] Milliseconds admit(std::string_view name, std::string_view address);
    void succeeded(std::string_view name, std::string_view address);

    [[nodiscard]] std::size_t kept() const; // names and addresses remembered, for tests

private:
    struct Wait {
        Milliseconds next{};
        Instant until{};
        Instant last{};
    };
    using Waits = std::map<std::string, Wait, std::less<>>;

    [[nodiscard]] Milliseconds left(std::string const& key, Instant now) const;
    void slow_down(std::string const& key, Instant now);
    void make_room(Instant now);

    Clock const& m_clock;
    mutable std::mutex m_mutex;
    Waits m_waits;
};

} // namespace inloop::web
