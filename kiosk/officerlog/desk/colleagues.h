// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"

#include <string>
#include <utility>
#include <vector>

namespace inloop::desk {

// Who works here, as of now.
class Colleagues {
public:
    [[nodiscard]] static Result<Colleagues> of(Desk& desk);

    [[nodiscard]] records::Person const* find(records::PersonId const& id) const; // nullptr: none
    // Empty for nobody we know.
    [[nodiscard]] std::string name_of(records::PersonId const& id) const;
    // Left, or ended no shift for kAbsentAfter.
    [[nodiscard]] bool is_away(records::PersonId const& id) const;
    // Is here to read and to answer.
    [[nodiscard]] bool is_officer(records::PersonId const& id) const;

private:
    Colleagues(std::vector<records::Person> people, records::Seconds now)
        : m_people(std::move(people))
        , m_now(now) {}
    std::vector<records::Person> m_people;
    records::Seconds m_now;
};

} // namespace inloop::desk
