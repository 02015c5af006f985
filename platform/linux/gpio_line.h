// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::platform {

// Where a line is, as gpiodetect and gpioinfo name it.
struct GpioPlace {
    std::string chip; // "gpiochip0", a file in /dev
    unsigned line = 0; // its offset on the chip
    friend bool operator==(GpioPlace const&, GpioPlace const&) = default;
};

// "gpiochip0:17"; nullopt for anything else.
[[nodiscard]] std::optional<GpioPlace> parse_gpio_place(std::string_view text);

// A line with something between it and ground, drawn up inside the chip. Closed when it is down.
// One thread at a time.
class GpioLine {
public:
    virtual ~GpioLine() = default;
    [[nodiscard]] virtual Result<bool> closed() = 0;
    // For poll(2): readable while an edge, up or down, waits.
    [[nodiscard]] virtual int descriptor() const = 0;
    // Takes one edge that waits; blocks where none does.
    [[nodiscard]] virtual Result<void> take_edge() = 0;
};

// Requests the line from the kernel through libgpiod: gpio_lines_1.cpp with version 1 (Debian 12),
// gpio_lines_2.cpp with version 2 (Debian 13), as CMake finds it. Errors name the file, the cause
// and the mend.
[[nodiscard]] Result<std::unique_ptr<GpioLine>> request_gpio_line(GpioPlace const& place);

// For the two: what failed on which line, from errno.
[[nodiscard]] tl::unexpected<Error> gpio_error(int number, char const* call,
                                               GpioPlace const& place);

// As what the line is asked for; gpioinfo shows it.
inline constexpr char const* kGpioConsumer = "inloop-kiosk";

} // namespace inloop::platform
