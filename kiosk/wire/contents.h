// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/wire/messages.h"

#include <cstdint>

// What stands inside the frame of a message (format.md, "Contents"). The fields that stand in the
// frame are neither written nor touched here. Writing fails with `invalid_input` for what is over a
// limit, reading with `corrupt`. Not a public header.
namespace inloop::wire {

[[nodiscard]] Result<Bytes> write_content(SyncRequest const& request, std::uint16_t protocol);
[[nodiscard]] Result<void> read_content(ByteView content, SyncRequest& request);

[[nodiscard]] Result<Bytes> write_content(SyncReply const& reply, std::uint16_t protocol);
[[nodiscard]] Result<void> read_content(ByteView content, SyncReply& reply);

[[nodiscard]] Bytes write_content(PairRequest const& request);
[[nodiscard]] Result<void> read_content(ByteView content, PairRequest& request);

[[nodiscard]] Bytes write_content(PairReply const& reply);
[[nodiscard]] Result<void> read_content(ByteView content, PairReply& reply);

} // namespace inloop::wire
