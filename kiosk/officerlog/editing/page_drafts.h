// SPDX-License-Identifier: EUPL-1.2
//
// Private to this folder.
#pragma once

#include "kiosk/officerlog/editing/editing.h"

#include <cstdint>

namespace inloop::editing {

// The draft that somebody saw: `role`, `gone` or `changed` when he may not, or it is no more.
[[nodiscard]] Outcome<records::PageDraft> seen_draft(Editing& editing,
                                                     vault::Session const& session,
                                                     records::PageKey const& key,
                                                     std::uint32_t version);

} // namespace inloop::editing
