// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/wire/fields.h"
#include "kiosk/wire/messages.h"

namespace inloop::wire {

// The audit head, which stands in both directions. Not a public header.
[[nodiscard]] inline FieldWriter written(AuditHead const& head) {
    FieldWriter out;
    out.number("row", head.row);
    out.bytes("hash", head.hash.bytes);
    return out;
}
inline void read_head(FieldReader& in, AuditHead& head) {
    in.number("row", head.row, Need::must_have);
    in.id("hash", head.hash, Need::must_have);
}

} // namespace inloop::wire
