// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/stepping.h"

namespace inloop::desk {

using entries::Closing;
using entries::Status;

void step(records::Entry& root, Status to, records::Seconds now) {
    root.status = to;
    root.closing = to == Status::closed ? Closing::done : Closing::open;
    root.changed_at = now;
    root.closed_at = to == Status::closed ? now : 0;
    if (to != Status::set_aside) {
        root.set_aside_until = 0;
    }
}

void close(records::Entry& root, Closing closing, records::Seconds now) {
    step(root, Status::closed, now);
    root.closing = closing;
}

} // namespace inloop::desk
