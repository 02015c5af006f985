// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/officerlog/vault/site_keys.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inloop::vault {

// Monday 00:00 UTC at or before `now`, in seconds since 1970.
[[nodiscard]] std::uint64_t week_start(WallTime now);

// Makes the keys of new weeks, seals each to those who are to have it, and announces them. Within a
// transaction of the store. Not a public header.
class WeekAnnouncer {
public:
    // The first weeks of a site, or those after `policy`. Everything outlives it.
    WeekAnnouncer(records::Store& store, Random& random, std::span<Recipient const> recipients,
                  seal::Deployment const& deployment);
    WeekAnnouncer(records::Store& store, Random& random, std::span<Recipient const> recipients,
                  seal::Policy const& policy);

    // A week from `not_before` on. `in_force` signs, `after` is the signing key from then on.
    [[nodiscard]] Result<void> announce(std::uint64_t not_before, seal::SigningKey const& in_force,
                                        seal::LogSignPublicKey const& after);
    // So many Mondays that kWeeksAhead lie ahead; begins with the present week when the last one
    // announced is over. Returns how many.
    [[nodiscard]] Result<std::size_t> announce_ahead(WallTime now,
                                                     seal::SigningKey const& in_force);
    // Writes the policy into the store, but only one that kiosks would take.
    [[nodiscard]] Result<void> publish(seal::SigningKey const& in_force);

private:
    records::Store& m_store;
    Random& m_random;
    std::span<Recipient const> m_recipients;
    seal::PolicyDraft m_draft;
    std::size_t m_announced = 0;
    std::uint32_t m_last_epoch = 0; // these two count when m_announced does
    std::uint64_t m_last_begin = 0;
};

} // namespace inloop::vault
