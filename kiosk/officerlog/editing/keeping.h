// SPDX-License-Identifier: EUPL-1.2
//
// How every change of this library ends. Private to it.
#pragma once

#include "kiosk/officerlog/editing/editing.h"

#include <functional>
#include <string_view>

namespace inloop::editing {

template <class T>
[[nodiscard]] Outcome<T> refused(Refusal why) {
    return tl::expected<T, Refusal>(tl::unexpect, why);
}

[[nodiscard]] records::Seconds now_of(Editing const& editing);

using Work = std::function<Result<void>()>;
// Does `work` and writes the row of the audit, all or nothing.
[[nodiscard]] Result<void> keep(Editing& editing, vault::Actor const& actor, vault::Act const& act,
                                Work const& work);
// The same, told as an outcome.
[[nodiscard]] Outcome<void> carry_out(Editing& editing, vault::Session const& session,
                                      vault::Act const& act, Work const& work);

// Whether a person can have typed it: well-formed UTF-8 without control characters but line ends
// and tabs.
[[nodiscard]] bool is_typed(std::string_view text);

} // namespace inloop::editing
