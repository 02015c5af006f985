// SPDX-License-Identifier: EUPL-1.2
// libgpiod 2 (Debian 13).
#include "platform/linux/gpio_line.h"

#include <gpiod.h>

#include <cerrno>
#include <utility>

namespace inloop::platform {

namespace {

template <auto kFree>
struct Freed {
    template <class Thing>
    void operator()(Thing* thing) const {
        kFree(thing);
    }
};
using Chip = std::unique_ptr<gpiod_chip, Freed<::gpiod_chip_close>>;
using Settings = std::unique_ptr<gpiod_line_settings, Freed<::gpiod_line_settings_free>>;
using LineConfig = std::unique_ptr<gpiod_line_config, Freed<::gpiod_line_config_free>>;
using RequestConfig = std::unique_ptr<gpiod_request_config, Freed<::gpiod_request_config_free>>;
using Request = std::unique_ptr<gpiod_line_request, Freed<::gpiod_line_request_release>>;
using Edges = std::unique_ptr<gpiod_edge_event_buffer, Freed<::gpiod_edge_event_buffer_free>>;

class Line final : public GpioLine {
public:
    Line(GpioPlace place, Request request, Edges edges)
        : m_place(std::move(place))
        , m_request(std::move(request))
        , m_edges(std::move(edges)) {}

    Result<bool> closed() override {
        gpiod_line_value const value =
            ::gpiod_line_request_get_value(m_request.get(), m_place.line);
        if (value == GPIOD_LINE_VALUE_ERROR) {
            return gpio_error(errno, "read", m_place);
        }
        return value == GPIOD_LINE_VALUE_ACTIVE;
    }
    int descriptor() const override { return ::gpiod_line_request_get_fd(m_request.get()); }
    Result<void> take_edge() override {
        if (::gpiod_line_request_read_edge_events(m_request.get(), m_edges.get(), 1) < 0) {
            return gpio_error(errno, "read", m_place);
        }
        return {};
    }

private:
    GpioPlace m_place;
    Request m_request;
    Edges m_edges;
};

// Both edges of a line that is drawn up and counts as active when it is down; nullptr: see errno.
LineConfig line_config(unsigned line) {
    Settings const settings(::gpiod_line_settings_new());
    LineConfig config(::gpiod_line_config_new());
    if (settings == nullptr || config == nullptr) {
        return nullptr;
    }
    ::gpiod_line_settings_set_active_low(settings.get(), true);
    bool const done =
        ::gpiod_line_settings_set_direction(settings.get(), GPIOD_LINE_DIRECTION_INPUT) == 0 &&
        ::gpiod_line_settings_set_bias(settings.get(), GPIOD_LINE_BIAS_PULL_UP) == 0 &&
        ::gpiod_line_settings_set_edge_detection(settings.get(), GPIOD_LINE_EDGE_BOTH) == 0 &&
        ::gpiod_line_config_add_line_settings(config.get(), &line, 1, settings.get()) == 0;
    return done ? std::move(config) : nullptr;
}

} // namespace

Result<std::unique_ptr<GpioLine>> request_gpio_line(GpioPlace const& place) {
    Chip const chip(::gpiod_chip_open(("/dev/" + place.chip).c_str()));
    if (chip == nullptr) {
        return gpio_error(errno, "open", place);
    }
    LineConfig const lines = line_config(place.line);
    RequestConfig const names(::gpiod_request_config_new());
    Edges edges(::gpiod_edge_event_buffer_new(1));
    if (lines == nullptr || names == nullptr || edges == nullptr) {
        return gpio_error(errno, "configure", place);
    }
    ::gpiod_request_config_set_consumer(names.get(), kGpioConsumer);
    Request request(::gpiod_chip_request_lines(chip.get(), names.get(), lines.get()));
    if (request == nullptr) {
        return gpio_error(errno, "request", place);
    }
    return std::make_unique<Line>(place, std::move(request), std::move(edges));
}

} // namespace inloop::platform
