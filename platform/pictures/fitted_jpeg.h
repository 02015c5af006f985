// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "platform/pictures/pixels.h"

#include <cstddef>

namespace inloop::pictures {

// A JPEG of at most `most` bytes: of the best quality that fits, smaller when none does. Empty when
// even one pixel does not fit.
[[nodiscard]] Bytes fitted_jpeg(Pixels pixels, std::size_t most);

} // namespace inloop::pictures
