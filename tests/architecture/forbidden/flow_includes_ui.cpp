// SPDX-License-Identifier: EUPL-1.2
// Forbidden: the visitor's way decides, and knows nothing of drawing.
#include "kiosk/terminal/ui/ui.h"
