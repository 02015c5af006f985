// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/fonts.h"
#include "kiosk/terminal/text/typesetter.h"

namespace inloop::loop {

// The files of assets/fonts.toml that a kiosk opens.
[[nodiscard]] text::FontSet font_files(pages::FontSet const& fonts);

} // namespace inloop::loop
