// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <exception>
#include <stdexcept>

namespace inloop::database {

// A stored value is not of the shape the schema promises: the file is damaged.
struct WrongShape : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// What an exception of SQLiteCpp or a WrongShape means: a code, and SQLite's own message, which
// names tables and never values.
[[nodiscard]] Error error_of(std::exception const& exception);

// Calls `work`, which returns a Result and may throw; exceptions of SQLiteCpp end here.
template <class Work>
[[nodiscard]] auto guarded(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (std::exception const& exception) {
        return tl::unexpected(error_of(exception));
    }
}

} // namespace inloop::database
