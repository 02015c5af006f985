// SPDX-License-Identifier: EUPL-1.2
// libgpiod 1 (Debian 12).
#include "platform/linux/gpio_line.h"

#include <gpiod.h>

#include <cerrno>
#include <utility>

namespace inloop::platform {

namespace {

struct CloseChip {
    void operator()(gpiod_chip* chip) const { ::gpiod_chip_close(chip); } // its lines as well
};
using Chip = std::unique_ptr<gpiod_chip, CloseChip>;

class Line final : public GpioLine {
public:
    Line(GpioPlace place, Chip chip, gpiod_line* line)
        : m_place(std::move(place))
        , m_chip(std::move(chip))
        , m_line(line) {}

    Result<bool> closed() override {
        int const value = ::gpiod_line_get_value(m_line);
        return value < 0 ? gpio_error(errno, "read", m_place) : Result<bool>(value == 1);
    }
    int descriptor() const override { return ::gpiod_line_event_get_fd(m_line); }
    Result<void> take_edge() override {
        gpiod_line_event event{};
        return ::gpiod_line_event_read(m_line, &event) < 0 ? gpio_error(errno, "read", m_place)
                                                           : Result<void>();
    }

private:
    GpioPlace m_place;
    Chip m_chip;
    gpiod_line* m_line; // the chip's
};

} // namespace

Result<std::unique_ptr<GpioLine>> request_gpio_line(GpioPlace const& place) {
    Chip chip(::gpiod_chip_open(("/dev/" + place.chip).c_str()));
    if (chip == nullptr) {
        return gpio_error(errno, "open", place);
    }
    gpiod_line* const line = ::gpiod_chip_get_line(chip.get(), place.line);
    constexpr int kFlags =
        GPIOD_LINE_REQUEST_FLAG_ACTIVE_LOW | GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_UP;
    if (line == nullptr ||
        ::gpiod_line_request_both_edges_events_flags(line, kGpioConsumer, kFlags) < 0) {
        return gpio_error(errno, "request", place);
    }
    return std::make_unique<Line>(place, std::move(chip), line);
}

} // namespace inloop::platform
