// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/seal/ids.h"
#include "kiosk/wire/messages.h"

#include <cstddef>

// Messages that say something in every place.
namespace inloop::wire {

template <class Id>
[[nodiscard]] Id id_of(unsigned value) {
    Id id;
    id.bytes.fill(static_cast<std::byte>(value));
    return id;
}

// Signed with support::signing_key(3).
[[nodiscard]] SyncRequest sample_request();
// Signed with support::signing_key(1).
[[nodiscard]] SyncReply sample_reply();
[[nodiscard]] PairRequest sample_pair_request();
[[nodiscard]] PairReply sample_pair_reply();

[[nodiscard]] seal::DevicePublicKey device_key();
[[nodiscard]] seal::AckSignPublicKey ack_key();

} // namespace inloop::wire
