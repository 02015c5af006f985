// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/casework.h"
#include "tests/support/must.h"

#include <optional>
#include <stdexcept>
#include <utility>

namespace inloop::desk {

// Why an action was refused; nullopt: it was done.
template <class T>
std::optional<Refusal> refusal_of(Outcome<T> outcome) {
    auto const done = support::must(std::move(outcome));
    return done ? std::nullopt : std::optional(done.error());
}

// What an action gave that a test takes for granted.
template <class T>
T done(Outcome<T> outcome) {
    auto result = support::must(std::move(outcome));
    if (!result) {
        throw std::runtime_error("an action was refused");
    }
    return std::move(*result);
}

} // namespace inloop::desk
