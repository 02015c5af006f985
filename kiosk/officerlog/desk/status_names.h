// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/status.h"

#include <optional>
#include <string_view>

namespace inloop::desk {

// "in-hand": how a status is called in forms, in answers.toml and in the audit.
[[nodiscard]] std::string_view name_of(entries::Status status);
[[nodiscard]] std::optional<entries::Status> status_of(std::string_view name);

// Whether an entry may have this status once it is answered.
[[nodiscard]] bool may_answer_with(entries::Status status);

} // namespace inloop::desk
