// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/kept_code.h"

#include <sodium.h>

namespace inloop::flow {

void KeptCode::clear() {
    sodium_memzero(m_code.words.data(), sizeof(m_code.words));
}

} // namespace inloop::flow
