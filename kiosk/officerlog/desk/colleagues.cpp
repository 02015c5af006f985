// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/colleagues.h"

#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/tuning.h"

#include <algorithm>

namespace inloop::desk {

Result<Colleagues> Colleagues::of(Desk& desk) {
    auto people = desk.store.people();
    if (!people) {
        return tl::unexpected(people.error());
    }
    return Colleagues(std::move(*people), now_of(desk));
}

records::Person const* Colleagues::find(records::PersonId const& id) const {
    auto const found = std::ranges::find(m_people, id, &records::Person::id);
    return found == m_people.end() ? nullptr : &*found;
}

std::string Colleagues::name_of(records::PersonId const& id) const {
    auto const* person = find(id);
    return person == nullptr ? std::string() : person->name;
}

bool Colleagues::is_away(records::PersonId const& id) const {
    auto const* person = find(id);
    if (person == nullptr || !person->active) {
        return true;
    }
    // Who is new has not ended a shift yet.
    return m_now - std::max(person->last_shift_end, person->added_at) > kAbsentAfter;
}

bool Colleagues::is_officer(records::PersonId const& id) const {
    auto const* person = find(id);
    return person != nullptr && person->active &&
           (person->role == records::Role::officer || person->role == records::Role::lead);
}

} // namespace inloop::desk
