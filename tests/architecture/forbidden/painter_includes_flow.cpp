// SPDX-License-Identifier: EUPL-1.2
// Forbidden: what the machine offers knows no visitor.
#include "kiosk/terminal/flow/journey.h"
