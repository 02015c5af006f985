// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/officerlog/desk/texts.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/officerlog/vault/audit.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/pages/assets.h"

#include <mutex>

namespace inloop::desk {

// What the work of officers and of kiosks is done with. All of it outlives whoever refers to it.
// Every function of this library is called by one thread at a time: who calls from several holds
// `lock`. None of it waits for a network, and none derives keys from passphrases.
struct Desk {
    records::Store& store;
    vault::Audit& audit;
    vault::Vault& vault;
    Clock const& clock;
    Random& random;
    entries::WordList const& words;
    pages::Assets const& assets; // subjects, places and words for people
    Texts const& texts; // standard answers and words of safety
    std::mutex& lock;
};

} // namespace inloop::desk
