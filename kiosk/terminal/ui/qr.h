// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/ui.h"

#include <string_view>

namespace inloop::ui {

// Draws `digits` as a QR code (numeric mode, error correction M) on a light card, which fills
// `place`: with its quiet zone as large as fits there, in whole pixels a module. False if it cannot
// be made or a module would be under a pixel.
bool qr_code(Ui& ui, Rect const& place, std::string_view digits);

} // namespace inloop::ui
