// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/erasing.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/officer.h"

namespace inloop::desk {

Result<void> erase(Desk& desk, vault::Actor const& actor, Erasure const& erasure) {
    records::Entry const& root = erasure.root;
    records::Destroyed const proof{.entry = root.id,
                                   .status = root.status,
                                   .closing = root.closing,
                                   .arrived_at = root.arrived_at,
                                   .closed_at = root.closed_at,
                                   .destroyed_at = now_of(desk),
                                   .by = erasure.by,
                                   .reason = erasure.reason};
    return desk.store.transaction([&]() -> Result<void> {
        if (auto done = desk.store.update(root, root.version); !done) {
            return done;
        }
        if (auto done = desk.store.destroy(proof); !done) {
            return done;
        }
        return desk.audit.write(
            actor,
            {.action = "destroy",
             .object = hex(root.id.bytes),
             .reason = erasure.why.empty() ? erasure.reason : erasure.reason + ": " + erasure.why});
    });
}

} // namespace inloop::desk
