// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/backlight.h"

#include <filesystem>
#include <memory>

namespace inloop::platform {

// The light as the kernel offers it in files (Documentation/ABI/stable/sysfs-class-backlight).
// Nothing is kept open, so that a display that was unplugged and comes back is lit again.
class SysfsBacklight final : public Backlight {
public:
    // Of several devices the one the hardware is driven by itself (type raw) goes before the
    // platform's and the firmware's. `not_found` where there is none.
    [[nodiscard]] static Result<std::unique_ptr<SysfsBacklight>>
    open(std::filesystem::path const& root = "/sys/class/backlight");

    // A level is a part of max_brightness. At 0 bl_power is turned off as well where that may be
    // written: some panels glow at brightness 0.
    [[nodiscard]] Result<void> set(float level) override;

    [[nodiscard]] std::filesystem::path const& device() const { return m_device; }

private:
    SysfsBacklight(std::filesystem::path device, long most)
        : m_device(std::move(device))
        , m_most(most) {}
    [[nodiscard]] Result<void> power_on() const;

    std::filesystem::path m_device;
    long m_most = 1; // of brightness
};

} // namespace inloop::platform
