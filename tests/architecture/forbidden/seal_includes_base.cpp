// SPDX-License-Identifier: EUPL-1.2
// Allowed: everybody stands on the ground.
#include "kiosk/base/result.h"
