// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

namespace inloop::platform {

// The light behind the display. Belongs to the thread of the loop.
class Backlight {
public:
    virtual ~Backlight() = default;
    // 0 is off, 1 all it can; what lies above 0 is never off, and beyond either end counts as the
    // end. Errors: as platform/api/files.h has them; the light may then be as it was.
    [[nodiscard]] virtual Result<void> set(float level) = 0;
};

} // namespace inloop::platform
