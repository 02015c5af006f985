// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/officer.h"

namespace inloop::desk {

bool is_officer(vault::Session const& session) {
    auto const role = session.person().role;
    return role == records::Role::officer || role == records::Role::lead;
}

tl::unexpected<Error> not_for(vault::Session const& session) {
    return fail(ErrorCode::unsupported, session.actor().name + " is not an officer");
}

records::Seconds now_of(Desk const& desk) {
    return desk.clock.wall().time_since_epoch().count();
}

} // namespace inloop::desk
