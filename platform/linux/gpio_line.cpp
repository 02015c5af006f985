// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/gpio_line.h"

#include "platform/linux/system_error.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>

namespace inloop::platform {

namespace {

std::string mend_of(int number) {
    switch (number) {
    case EACCES:
    case EPERM:
        return "let the kiosk's user read and write that file (the package's udev rule gives it to "
               "group gpio)";
    case EBUSY:
        return "another program or the kernel has this line (see gpioinfo): take another one";
    case EINVAL:
        return "the chip has no such line, or none that can be used so: see gpioinfo";
    default:
        return "name one that gpiodetect and gpioinfo show";
    }
}

} // namespace

std::optional<GpioPlace> parse_gpio_place(std::string_view text) {
    std::size_t const colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos) {
        return std::nullopt;
    }
    GpioPlace place{.chip = std::string(text.substr(0, colon))};
    bool const plain = std::ranges::all_of(place.chip, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
    });
    std::string_view const number = text.substr(colon + 1);
    char const* const end = number.data() + number.size();
    auto const read = std::from_chars(number.data(), end, place.line);
    if (!plain || read.ec != std::errc() || read.ptr != end) {
        return std::nullopt;
    }
    return place;
}

tl::unexpected<Error> gpio_error(int number, char const* call, GpioPlace const& place) {
    return fail(code_of(number),
                "/dev/" + place.chip + ", line " + std::to_string(place.line) + ": " + call + ": " +
                    std::generic_category().message(number) +
                    "; there is no presence switch. --presence-gpio: " + mend_of(number));
}

} // namespace inloop::platform
