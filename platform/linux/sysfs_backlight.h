// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/backlight.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace inloop::platform {

// The devices below `root` whose light can be set, the one that SysfsBacklight takes first: what
// the hardware is driven by itself (type raw) before the platform's and the firmware's.
[[nodiscard]] std::vector<std::filesystem::path>
backlight_devices(std::filesystem::path const& root);

// The light as the kernel offers it in files (Documentation/ABI/stable/sysfs-class-backlight).
// Nothing is kept open, so that a display that was unplugged and comes back is lit again.
class SysfsBacklight final : public Backlight {
public:
    // The first of backlight_devices(); `not_found` where there is none.
    [[nodiscard]] static Result<std::unique_ptr<SysfsBacklight>>
    open(std::filesystem::path const& root = "/sys/class/backlight");

    // A level is a part of max_brightness. At 0 bl_power is turned off as well where that may be
    // written: some panels glow at brightness 0.
    [[nodiscard]] Result<void> set(float level) override;

    [[nodiscard]] std::filesystem::path const& device() const { return m_device; }

private:
    SysfsBacklight(std::filesystem::path device, std::int64_t most)
        : m_device(std::move(device))
        , m_most(most) {}
    [[nodiscard]] Result<void> power_on() const;

    std::filesystem::path m_device;
    std::int64_t m_most = 1; // of brightness
};

} // namespace inloop::platform
