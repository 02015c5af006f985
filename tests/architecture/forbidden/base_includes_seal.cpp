// SPDX-License-Identifier: EUPL-1.2
// Forbidden: the ground knows nobody.
#include "kiosk/seal/envelope.h"
