// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/officerlog/records/page_store.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/officerlog/vault/audit.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/pages/assets.h"

#include <cstdint>
#include <filesystem>

namespace inloop::editing {

// What the work of volunteers is done with: the pages of the kiosks, their pictures, facts and
// notices, and the tally at the door. All of it outlives whoever refers to it. As the desk
// (desk.h): one thread at a time, under its lock; nothing waits for a network.
//
// Nothing here asks for an entry, and the session of a volunteer could not open one.
struct Editing {
    records::Store& store; // documents for the kiosks, and transactions
    records::PageStore& pages;
    vault::Audit& audit;
    Clock const& clock;
    std::filesystem::path const& assets; // the folder of `shipped`
    pages::Assets const& shipped; // what a kiosk shows of itself
};

// Why something did not happen, for people.
enum class Refusal : std::uint8_t {
    changed, // somebody else saved meanwhile
    gone, // no such page, version, picture, fact or notice
    empty, // no words where there must be some
    too_long,
    faulty, // check_page() says why
    dates, // until before from, or in the past
    needs_officer, // four eyes, or frozen
    own_work, // four eyes: not by who wrote it
    in_use, // a picture that a page shows
    person, // looks like the name, number or address of a person
    role, // this person may not
    language, // the kiosk does not have it
};
template <class T>
using Outcome = Result<tl::expected<T, Refusal>>; // the outer one fails only for the store

// Volunteers, officers and leads write.
[[nodiscard]] bool may_edit(vault::Session const& session);
// Officers and leads approve, freeze and change the value of a fact.
[[nodiscard]] bool may_approve(vault::Session const& session);

// The day on the calendar of the place.
[[nodiscard]] std::chrono::local_days today_of(Editing const& editing);

} // namespace inloop::editing
