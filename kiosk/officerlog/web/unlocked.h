// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"

#include <utility>

namespace inloop::web {

// Does what takes long (draws a page, looks through a picture) without the desk's lock, so that
// kiosks and colleagues go on meanwhile. `work` may touch nothing the lock is for. False when the
// person is not logged in any more afterwards: then there is no session to go on with.
template <class Work>
[[nodiscard]] bool without_lock(Site& site, Visit& visit, Work&& work) {
    visit.lock->unlock();
    std::forward<Work>(work)();
    visit.lock->lock();
    visit.session = site.sessions.use(visit.session_id);
    return visit.session != nullptr;
}

} // namespace inloop::web
