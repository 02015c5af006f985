// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/ids.h"

#include <cstddef>
#include <span>

// That who sends a follow-up holds the visitor's code. Not a public header.
namespace inloop::seal {

inline constexpr std::size_t kSharedBytes = 32;

// The same from either side: by the receipt's secret and the week's public half, or the other way
// round. Bound to the header, so that it fits no other envelope. `shared` is guarded memory of
// kSharedBytes, where what both sides agree on is left. Fails with `crypto` for a public half that
// is none.
[[nodiscard]] Result<Hash> follow_up_proof(std::span<std::byte> shared, ByteView secret,
                                           ByteArray<32> const& public_key, ByteView header);

[[nodiscard]] inline bool needs_text(Action action) {
    return action == Action::message;
}

} // namespace inloop::seal
