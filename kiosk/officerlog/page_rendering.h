// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/officerlog/editing/page_rendering.h"
#include "kiosk/officerlog/tuning.h"

#include <filesystem>

namespace inloop::officerlog {

struct RenderingSpec {
    std::filesystem::path program{}; // inloop-kiosk; empty: looked for
    std::filesystem::path assets; // the folder of texts, as the kiosks have it
    Milliseconds time_limit = kRenderTime;
};

// Runs `inloop-kiosk render`, kTurns at once, on a folder of its own under TMPDIR that is gone
// afterwards: what stands there is meant for everybody's eyes. Where a fault is in a page its line
// counts from the first of the file. A request whose names would lead out of the folder is
// `invalid_input`.
[[nodiscard]] editing::PageRenderer make_page_renderer(RenderingSpec spec);

// Where inloop-kiosk is: `given`, else beside this program (an installation), else where the build
// tree has it. Errors: `unavailable`, which says what to do.
[[nodiscard]] Result<std::filesystem::path> find_kiosk_program(std::filesystem::path const& given);

} // namespace inloop::officerlog
