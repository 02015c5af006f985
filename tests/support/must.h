// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace inloop::support {

// The value of a Result that a test takes for granted; ends the test with the error's message when
// there is none.
template <class T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error("expected a value, got: " + result.error().message);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace inloop::support
