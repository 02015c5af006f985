// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

namespace inloop::wire {

// True if the bytes are one CBOR item (RFC 8949) made only of whole numbers, byte and text strings,
// lists, maps, false and true, each with its length in front, within kMaxDepth and kMaxElements.
// The parser of nlohmann_json calls itself for every level of nesting and for every part of a
// string that comes in parts, so bytes from outside must pass here first. Not a public header.
[[nodiscard]] bool is_plain_cbor(ByteView bytes);

} // namespace inloop::wire
