// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/records.h"

namespace inloop::desk {

// Takes a root to a status, with the dates that go with it; says nothing about whether it may.
void step(records::Entry& root, entries::Status to, records::Seconds now);
// To closed, for this reason.
void close(records::Entry& root, entries::Closing closing, records::Seconds now);

} // namespace inloop::desk
