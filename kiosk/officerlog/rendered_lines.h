// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/page_rendering.h"

#include <string>
#include <string_view>
#include <vector>

namespace inloop::officerlog {

// What `inloop-kiosk render` says on stdout, a line each with tabs between
// (kiosk/terminal/commands.h).
struct RenderedLines {
    std::vector<std::string> pictures{}; // "1.png", "2.png" ... in this order
    std::vector<editing::Finding> findings{};
    std::vector<pages::Problem> faults{}; // in `file`
};

// Errors: `invalid_input` a line that is none of these, or a picture of another name.
[[nodiscard]] Result<RenderedLines> read_rendered(std::string_view said, std::string const& file);

} // namespace inloop::officerlog
