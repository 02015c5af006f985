// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/wiped.h"

#include <sodium.h>

namespace inloop::text {

void wipe(void* data, std::size_t bytes) {
    sodium_memzero(data, bytes);
}

} // namespace inloop::text
