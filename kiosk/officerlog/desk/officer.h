// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

namespace inloop::desk {

// Whether this person may read entries and act on them. Nobody else may, whatever the web says.
[[nodiscard]] bool is_officer(vault::Session const& session);
// `unsupported`, with the name of the person.
[[nodiscard]] tl::unexpected<Error> not_for(vault::Session const& session);

[[nodiscard]] records::Seconds now_of(Desk const& desk);

} // namespace inloop::desk
