// SPDX-License-Identifier: EUPL-1.2
// Allowed: the platform's folders carry out its interfaces.
#include "platform/api/image.h"
