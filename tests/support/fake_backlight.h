// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/backlight.h"

#include <optional>
#include <utility>
#include <vector>

namespace inloop::support {

// A light that is not there: keeps what it was set to, and fails while the test wants it to.
class FakeBacklight final : public platform::Backlight {
public:
    [[nodiscard]] Result<void> set(float level) override {
        ++calls;
        if (failure) {
            return tl::unexpected(*failure);
        }
        levels.push_back(level);
        return {};
    }

    std::vector<float> levels; // all that were taken, in order
    int calls = 0; // failed ones too
    std::optional<Error> failure;
};

} // namespace inloop::support
