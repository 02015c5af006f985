// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/evdev_waiter.h"

#include "platform/sdl2/tuning.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <limits>
#include <system_error>
#include <utility>
#include <vector>

namespace inloop::platform::sdl2 {

namespace {

// Reads away what is there. False when the other end is gone.
bool drain(int descriptor) {
    std::array<char, 4096> bytes{};
    for (;;) {
        ssize_t const count = ::read(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return count < 0 && errno == EAGAIN;
        }
    }
}

} // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(m_number, other.m_number);
    return *this;
}

Descriptor::~Descriptor() {
    if (m_number >= 0) {
        ::close(m_number);
    }
}

Result<std::unique_ptr<EvdevWaiter>> EvdevWaiter::open(std::filesystem::path const& directory) {
    Descriptor wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    Descriptor watch(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (wake.number() < 0 || watch.number() < 0) {
        return fail(ErrorCode::io, "no descriptor to wait on: " +
                                       std::error_code(errno, std::generic_category()).message());
    }
    // IN_ATTRIB, because udev lets our group read a device only after it has appeared.
    ::inotify_add_watch(watch.number(), directory.c_str(), IN_CREATE | IN_DELETE | IN_ATTRIB);
    std::unique_ptr<EvdevWaiter> waiter(
        new EvdevWaiter(directory, std::move(wake), std::move(watch)));
    waiter->scan();
    return waiter;
}

EvdevWaiter::EvdevWaiter(std::filesystem::path directory, Descriptor wake, Descriptor watch)
    : m_directory(std::move(directory))
    , m_wake(std::move(wake))
    , m_watch(std::move(watch)) {}

void EvdevWaiter::scan() {
    std::error_code error;
    std::filesystem::directory_iterator entry(m_directory, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        std::string const name = entry->path().filename().string();
        if (!name.starts_with("event") || m_devices.contains(name)) {
            continue;
        }
        Descriptor device(::open(entry->path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        if (device.number() >= 0) {
            m_devices.emplace(name, std::move(device));
        }
    }
}

void EvdevWaiter::look_again(Milliseconds every, Milliseconds how_long) {
    m_look_until = std::chrono::steady_clock::now() + how_long;
    m_look_every = every;
}

int EvdevWaiter::timeout(std::optional<Instant> until) const {
    auto const now = std::chrono::steady_clock::now();
    auto left = Milliseconds::max();
    if (until) {
        left = std::max(std::chrono::ceil<Milliseconds>(*until - now), Milliseconds(0));
    }
    if (now < m_look_until) {
        left = std::min(left, m_look_every);
    }
    constexpr Milliseconds kLongest{std::numeric_limits<int>::max()};
    return left == Milliseconds::max() ? -1 : static_cast<int>(std::min(left, kLongest).count());
}

void EvdevWaiter::wait(std::optional<Instant> until) {
    std::vector<pollfd> sources{{m_wake.number(), POLLIN, 0}, {m_watch.number(), POLLIN, 0}};
    for (auto const& [name, device] : m_devices) {
        sources.push_back({device.number(), POLLIN, 0});
    }
    if (::poll(sources.data(), sources.size(), timeout(until)) <= 0) {
        return;
    }
    if (sources[0].revents != 0) {
        drain(m_wake.number());
    }
    auto source = sources.begin() + 2;
    for (auto device = m_devices.begin(); device != m_devices.end(); ++source) {
        bool const moved = source->revents != 0;
        if (moved) {
            look_again(kLookAgainEvery, kLookAgainFor);
        }
        // A device that was unplugged stays readable for ever.
        device =
            moved && !drain(device->second.number()) ? m_devices.erase(device) : std::next(device);
    }
    if (sources[1].revents != 0) {
        drain(m_watch.number());
        scan();
        look_again(kHotplugEvery, kHotplugFor);
    }
}

void EvdevWaiter::wake() {
    std::uint64_t const one = 1;
    // Fails only when 2^64 - 1 wake-ups wait already.
    [[maybe_unused]] ssize_t const written = ::write(m_wake.number(), &one, sizeof one);
}

} // namespace inloop::platform::sdl2
