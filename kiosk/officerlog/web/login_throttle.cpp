// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/login_throttle.h"

#include "kiosk/officerlog/web/tuning.h"

#include <algorithm>

namespace inloop::web {
namespace {

// A name is cut so that nobody fills memory with long ones; two that agree so far share a wait.
constexpr std::size_t kKeyBytes = 80;

std::string key_of_name(std::string_view name) {
    std::string key = "name ";
    for (char c : name.substr(0, kKeyBytes)) {
        key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return key;
}

std::string key_of_address(std::string_view address) {
    return "address " + std::string(address.substr(0, kKeyBytes));
}

} // namespace

Milliseconds LoginThrottle::admit(std::string_view name, std::string_view address) {
    std::scoped_lock const lock(m_mutex);
    Instant const now = m_clock.now();
    std::string const by_name = key_of_name(name);
    std::string const by_address = key_of_address(address);
    Milliseconds const wait = std::max(left(by_name, now), left(by_address, now));
    if (wait > Milliseconds::zero()) {
        return wait;
    }
    make_room(now);
    slow_down(by_name, now);
    slow_down(by_address, now);
    return Milliseconds::zero();
}

void LoginThrottle::succeeded(std::string_view name, std::string_view address) {
    std::scoped_lock const lock(m_mutex);
    m_waits.erase(key_of_name(name));
    m_waits.erase(key_of_address(address));
}

std::size_t LoginThrottle::kept() const {
    std::scoped_lock const lock(m_mutex);
    return m_waits.size();
}

Milliseconds LoginThrottle::left(std::string const& key, Instant now) const {
    auto const found = m_waits.find(key);
    return found == m_waits.end() ? Milliseconds::zero()
                                  : std::max(Milliseconds::zero(), found->second.until - now);
}

void LoginThrottle::slow_down(std::string const& key, Instant now) {
    Wait& wait = m_waits[key];
    wait.next = wait.next == Milliseconds::zero() || now - wait.last > kForgetWaits
                    ? kFirstWait
                    : std::min(wait.next * 2, kLongestWait);
    wait.until = now + wait.next;
    wait.last = now;
}

void LoginThrottle::make_room(Instant now) {
    if (m_waits.size() + 2 <= kWaitsKept) {
        return;
    }
    std::erase_if(m_waits,
                  [now](auto const& item) { return now - item.second.last > kForgetWaits; });
    // Under attack from very many addresses: the shortest waits, which slow least, go first.
    while (m_waits.size() + 2 > kWaitsKept) {
        m_waits.erase(std::ranges::min_element(m_waits, {},
                                               [](auto const& item) { return item.second.until; }));
    }
}

} // namespace inloop::web
