// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <functional>
#include <string_view>

namespace inloop::rehearsal {

// Lets a moment pass; false: the rehearsal is to end.
using Pause = std::function<bool()>;

// Pauses until it `happened`, `limit` at the most. Errors: unavailable, which names `what`.
[[nodiscard]] Result<void> wait_until(Clock const& clock, Milliseconds limit, Pause const& pause,
                                      std::string_view what, std::function<bool()> const& happened);

} // namespace inloop::rehearsal
