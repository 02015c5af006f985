// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace inloop::sending {

// What a program did that takes time and depends on what it works with, counted since the last
// reset(). Programs that link sending_rig put the counting between the libraries and what they
// call.
struct CountedSteps {
    std::size_t derivations = 0; // Argon2id
    std::uint64_t passes = 0; // of all derivations
    std::uint64_t memory_bytes = 0; // of all derivations
    std::size_t statements = 0; // steps of SQL statements
    friend bool operator==(CountedSteps const&, CountedSteps const&) = default;
};

// One thread.
[[nodiscard]] CountedSteps counted_steps();
void reset_counted_steps();

// From now on every step of a statement reports a device that failed (or does its work again).
void let_statements_fail(bool fail);

} // namespace inloop::sending
