// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::memory {

// How many old databases of one name are kept in quarantine/. A kiosk that makes one at every start
// would otherwise fill its own disk; beyond this the newest takes the last place.
inline constexpr int kQuarantinedFiles = 20;

} // namespace inloop::memory
