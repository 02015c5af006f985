// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/event.h"

#include <sodium.h>

namespace inloop::flow::event {

Stored::~Stored() {
    sodium_memzero(code.words.data(), sizeof(code.words));
}

} // namespace inloop::flow::event
