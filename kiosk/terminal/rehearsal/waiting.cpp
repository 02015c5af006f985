// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/waiting.h"

#include <fmt/format.h>

namespace inloop::rehearsal {

Result<void> wait_until(Clock const& clock, Milliseconds limit, Pause const& pause,
                        std::string_view what, std::function<bool()> const& happened) {
    Instant const ends = clock.now() + limit;
    while (!happened()) {
        if (clock.now() >= ends) {
            return fail(ErrorCode::unavailable,
                        fmt::format("not within {} seconds: {}", limit.count() / 1000, what));
        }
        if (!pause()) {
            return fail(ErrorCode::unavailable, "asked to end");
        }
    }
    return {};
}

} // namespace inloop::rehearsal
