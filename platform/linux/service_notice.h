// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <optional>
#include <string>

namespace inloop::platform {

// What systemd is told of this service (sd_notify(3)). Where no systemd asks, all of it does
// nothing. Any thread.
class ServiceNotice {
public:
    // Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID of the environment.
    ServiceNotice();

    // It serves now; `status` is what `systemctl status` shows.
    void ready(std::string const& status) const;
    // It begins to end.
    void ending() const;
    // It is alive: to be said more often than watchdog(), else systemd kills and restarts it.
    void alive() const;

    // The longest time between two alive(); nullopt: nobody watches. Also where WATCHDOG_PID is our
    // parent: under cage systemd watches the compositor that started us.
    [[nodiscard]] std::optional<Milliseconds> watchdog() const { return m_watchdog; }

private:
    std::optional<Milliseconds> m_watchdog;
};

} // namespace inloop::platform
