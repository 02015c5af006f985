// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <array>
#include <cstddef>
#include <deque>
#include <string_view>

namespace inloop::flow {

// Knows whether a text was sent within entries::kDuplicateTime, without keeping it: a keyed hash
// whose key is drawn at start and never leaves the process. One thread.
class DuplicateGuard {
public:
    DuplicateGuard();
    [[nodiscard]] bool knows(std::string_view text, Instant now) const;
    void remember(std::string_view text, Instant now);
    // The text remembered last was not sent after all.
    void forget_newest();

private:
    using Hash = std::array<unsigned char, 32>;
    struct Sent {
        Hash hash{};
        Instant at;
    };
    [[nodiscard]] Hash hash_of(std::string_view text) const;

    Hash m_key{};
    std::deque<Sent> m_sent; // oldest first
};

} // namespace inloop::flow
