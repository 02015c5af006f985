// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"

namespace inloop::entries {

// What a visitor leaves, before it is sealed and after it is opened. What he typed stands in
// guarded memory.
struct Letter {
    EntryFacts facts;
    SecretText text; // at most kMaxTextBytes and kMaxTextCodePoints
    SecretText contact; // phone number or e-mail address, at most kMaxContactBytes; empty when
                        // facts.contact needs none
};

} // namespace inloop::entries
