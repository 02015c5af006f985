// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/presence_switch.h"
#include "platform/linux/descriptor.h"
#include "platform/linux/gpio_line.h"
#include "platform/linux/tuning.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace inloop::platform {

// A switch between a line and ground: closed means that somebody is here. How it stands at the
// start counts. One that can no longer be read is off, and that is logged.
class GpioSwitch final : public PresenceSwitch {
public:
    using Log = std::function<void(std::string const&)>; // from any thread

    // Errors as request_gpio_line().
    [[nodiscard]] static Result<std::unique_ptr<GpioSwitch>> open(GpioPlace const& place, Log log);
    // The same over a line that is there; tests take a shorter `settle`.
    [[nodiscard]] static Result<std::unique_ptr<GpioSwitch>>
    over(std::unique_ptr<GpioLine> line, Log log, Milliseconds settle = kSwitchSettles);
    GpioSwitch(GpioSwitch const&) = delete;
    GpioSwitch& operator=(GpioSwitch const&) = delete;
    ~GpioSwitch() override;

    [[nodiscard]] bool on() const override { return m_on; }
    void on_change(std::function<void()> changed) override;

private:
    GpioSwitch(std::unique_ptr<GpioLine> line, Log log, Milliseconds settle, Descriptor stop);
    void watch();
    enum class Came : std::uint8_t { edge, quiet, stop };
    // What comes first; `limit` in milliseconds, below 0: none.
    [[nodiscard]] Came wait(int limit) const;
    [[nodiscard]] Result<Came> wait_until_settled();
    void set(bool on);

    std::unique_ptr<GpioLine> m_line;
    Log m_log;
    Milliseconds m_settle;
    Descriptor m_stop;
    std::atomic<bool> m_on = false;
    std::mutex m_mutex; // guards the next
    std::function<void()> m_changed;
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace inloop::platform
