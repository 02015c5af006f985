// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/sdl2/waiter.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace inloop::platform::sdl2 {

// A file descriptor that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor();
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

// For the video drivers that cannot sleep, above all KMSDRM: SDL_WaitEventTimeout() looks every
// millisecond there and costs more CPU than a browser. We open the input devices a second time,
// only to sleep until one of them moves, and leave the reading to SDL.
class EvdevWaiter final : public Waiter {
public:
    // Works without any device, or without the directory: then only wake() and time end a wait.
    // `io` when the kernel gives no descriptor for that.
    [[nodiscard]] static Result<std::unique_ptr<EvdevWaiter>>
    open(std::filesystem::path const& directory = "/dev/input");

    void wait(std::optional<Instant> until) override;
    void wake() override;

    // How many devices are watched.
    [[nodiscard]] std::size_t devices() const { return m_devices.size(); }

private:
    EvdevWaiter(std::filesystem::path directory, Descriptor wake, Descriptor watch);
    void scan();
    [[nodiscard]] int timeout(std::optional<Instant> until) const;
    void look_again(Milliseconds every, Milliseconds how_long);

    std::filesystem::path m_directory;
    Descriptor m_wake;
    Descriptor m_watch;
    std::map<std::string, Descriptor> m_devices;
    // Until then wait() returns after m_look_every although nothing is known to have happened.
    std::chrono::steady_clock::time_point m_look_until;
    Milliseconds m_look_every{0};
};

} // namespace inloop::platform::sdl2
