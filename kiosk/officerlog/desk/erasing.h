// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <string>

namespace inloop::desk {

struct Erasure {
    records::Entry const& root; // as it is to be from now on; its version as it was read
    std::string by{};
    std::string reason{}; // of records::Destroyed
    std::string why{}; // an officer's words, for the audit; never of the letter
};

// Destroys text, notes and links of the thread and writes its new status and the audit row, all in
// one transaction. Answers stay for the visitor.
[[nodiscard]] Result<void> erase(Desk& desk, vault::Actor const& actor, Erasure const& erasure);

} // namespace inloop::desk
