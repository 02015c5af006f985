// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/sysfs_backlight.h"

#include "platform/linux/descriptor.h"
#include "platform/linux/sysfs_file.h"
#include "platform/linux/system_error.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

// The best first.
constexpr std::array<std::string_view, 3> kTypes{"raw", "platform", "firmware"};

std::size_t rank_of(fs::path const& device) {
    auto const* const at = std::ranges::find(kTypes, first_line_of(device / "type"));
    return static_cast<std::size_t>(at - kTypes.begin());
}

// In one call, as sysfs wants it; never makes a file.
Result<void> write_number(fs::path const& file, std::int64_t number) {
    Descriptor const opened(::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_TRUNC));
    if (!opened.open()) {
        return system_error(errno, "open", file);
    }
    std::string const text = std::to_string(number) + "\n";
    ssize_t written = -1;
    do {
        written = ::write(opened.number(), text.data(), text.size());
    } while (written < 0 && errno == EINTR);
    if (written < 0) {
        return system_error(errno, "write", file);
    }
    return {};
}

} // namespace

std::vector<fs::path> backlight_devices(fs::path const& root) {
    std::vector<fs::path> devices;
    std::error_code error;
    fs::directory_iterator entry(root, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (number_in(entry->path() / "max_brightness") > 0) {
            devices.push_back(entry->path());
        }
    }
    // Of equals the first by name, the same at every start.
    std::ranges::sort(devices, {},
                      [](fs::path const& device) { return std::pair(rank_of(device), device); });
    return devices;
}

Result<std::unique_ptr<SysfsBacklight>> SysfsBacklight::open(fs::path const& root) {
    std::vector<fs::path> const devices = backlight_devices(root);
    if (devices.empty()) {
        return fail(ErrorCode::not_found,
                    root.native() + ": no backlight that can be set; the display stays light at "
                                    "night. Leave --night out, or take a display with a driver "
                                    "for its light");
    }
    return std::unique_ptr<SysfsBacklight>(
        new SysfsBacklight(devices.front(), number_in(devices.front() / "max_brightness")));
}

Result<void> SysfsBacklight::set(float level) {
    if (level <= 0) {
        (void)write_number(m_device / "bl_power", 1); // brightness 0 is what counts
        return write_number(m_device / "brightness", 0);
    }
    double const part = std::min(level, 1.0F);
    auto const step =
        std::max(std::int64_t{1}, std::int64_t{std::lround(part * static_cast<double>(m_most))});
    return write_number(m_device / "brightness", step).and_then([this] { return power_on(); });
}

// Written only where it is off, so that a file we may not write harms nobody who never turned it.
Result<void> SysfsBacklight::power_on() const {
    fs::path const power = m_device / "bl_power";
    return number_in(power) == 0 ? Result<void>() : write_number(power, 0);
}

} // namespace inloop::platform
