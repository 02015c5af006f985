// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/seal/policy.h"

namespace inloop::seal {

// For the log, which made the policy and pins nothing: reads it with the first signing key that
// stands in it. Never for a kiosk, to which anybody could hand such a file. Errors of read_policy.
[[nodiscard]] Result<Policy> read_own_policy(ByteView file);

} // namespace inloop::seal
