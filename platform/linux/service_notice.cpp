// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/service_notice.h"

#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace inloop::platform {

namespace {

std::optional<std::uint64_t> number_in(char const* variable) {
    char const* const text = std::getenv(variable);
    if (text == nullptr) {
        return std::nullopt;
    }
    std::string_view const digits(text);
    std::uint64_t number = 0;
    auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    bool const whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return whole && number > 0 ? std::optional(number) : std::nullopt;
}

// sd_watchdog_enabled() would not count a parent that is watched.
std::optional<Milliseconds> watchdog_of_environment() {
    constexpr std::uint64_t kLongestUs = 86'400'000'000; // a day; more is no watchdog
    auto const period = number_in("WATCHDOG_USEC");
    auto const whom = number_in("WATCHDOG_PID");
    bool const us = !whom || *whom == static_cast<std::uint64_t>(::getpid()) ||
                    *whom == static_cast<std::uint64_t>(::getppid());
    if (!period || *period > kLongestUs || !us) {
        return std::nullopt;
    }
    return Milliseconds(static_cast<std::int64_t>(*period / 1000));
}

// Failing is fine: systemd then acts as for a service that says nothing.
void tell(std::string const& state) {
    (void)::sd_notify(0, state.c_str());
}

} // namespace

ServiceNotice::ServiceNotice() : m_watchdog(watchdog_of_environment()) {}

void ServiceNotice::ready(std::string const& status) const {
    tell("READY=1\nSTATUS=" + status);
}

void ServiceNotice::ending() const {
    tell("STOPPING=1");
}

void ServiceNotice::alive() const {
    tell("WATCHDOG=1");
}

} // namespace inloop::platform
