// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/gpio_switch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

namespace inloop::platform {

Result<std::unique_ptr<GpioSwitch>> GpioSwitch::open(GpioPlace const& place, Log log) {
    return request_gpio_line(place).and_then(
        [&](std::unique_ptr<GpioLine> line) { return over(std::move(line), std::move(log)); });
}

Result<std::unique_ptr<GpioSwitch>> GpioSwitch::over(std::unique_ptr<GpioLine> line, Log log,
                                                     Milliseconds settle) {
    Descriptor stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!stop.open()) {
        return fail(ErrorCode::unavailable,
                    "eventfd: " + std::generic_category().message(errno) +
                        "; there is no presence switch before the next start");
    }
    Result<bool> const closed = line->closed();
    if (!closed) {
        return tl::unexpected(closed.error());
    }
    std::unique_ptr<GpioSwitch> made(
        new GpioSwitch(std::move(line), std::move(log), settle, std::move(stop)));
    made->m_on = *closed;
    made->m_thread = std::jthread([one = made.get()] { one->watch(); });
    return made;
}

GpioSwitch::GpioSwitch(std::unique_ptr<GpioLine> line, Log log, Milliseconds settle,
                       Descriptor stop)
    : m_line(std::move(line))
    , m_log(std::move(log))
    , m_settle(settle)
    , m_stop(std::move(stop)) {}

GpioSwitch::~GpioSwitch() {
    std::uint64_t const one = 1;
    (void)!::write(m_stop.number(), &one, sizeof one);
}

void GpioSwitch::on_change(std::function<void()> changed) {
    std::scoped_lock const lock(m_mutex);
    m_changed = std::move(changed);
}

GpioSwitch::Came GpioSwitch::wait(int limit) const {
    std::array<pollfd, 2> waiting{
        pollfd{.fd = m_stop.number(), .events = POLLIN, .revents = 0},
        pollfd{.fd = m_line->descriptor(), .events = POLLIN, .revents = 0}};
    while (::poll(waiting.data(), waiting.size(), limit) < 0 && errno == EINTR) {
    }
    if (waiting[0].revents != 0) {
        return Came::stop;
    }
    return waiting[1].revents != 0 ? Came::edge : Came::quiet;
}

// A contact bounces for a few milliseconds: only how it stands afterwards counts.
Result<GpioSwitch::Came> GpioSwitch::wait_until_settled() {
    Came came = wait(-1);
    while (came == Came::edge) {
        if (auto const taken = m_line->take_edge(); !taken) {
            return tl::unexpected(taken.error());
        }
        came = wait(static_cast<int>(m_settle.count()));
    }
    return came;
}

void GpioSwitch::watch() {
    for (;;) {
        Result<Came> const came = wait_until_settled();
        if (came && *came == Came::stop) {
            return;
        }
        Result<bool> const closed =
            came ? m_line->closed() : Result<bool>(tl::unexpected(came.error()));
        set(closed.value_or(false));
        if (!closed) {
            m_log(closed.error().message);
            return;
        }
    }
}

void GpioSwitch::set(bool on) {
    if (m_on.exchange(on) == on) {
        return;
    }
    std::scoped_lock const lock(m_mutex);
    if (m_changed) {
        m_changed();
    }
}

} // namespace inloop::platform
