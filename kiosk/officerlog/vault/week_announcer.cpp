// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/week_announcer.h"

#include "kiosk/officerlog/vault/tuning.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/own_policy.h"
#include "kiosk/seal/secret_bytes.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>

namespace inloop::vault {

namespace {

std::uint64_t week_number(std::uint64_t monday) {
    return (monday - kFirstMonday) / seal::kWeekSeconds;
}

Result<seal::WeekSecretKey> draw_week(std::uint32_t epoch, Random& random) {
    auto secret = seal::SecretBytes::with_size(32);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    random.fill(secret->span());
    return seal::WeekSecretKey::from_bytes(epoch, secret->view());
}

} // namespace

std::uint64_t week_start(WallTime now) {
    auto const first = static_cast<std::int64_t>(kFirstMonday);
    auto const since = std::max<std::int64_t>(0, now.time_since_epoch().count() - first);
    auto const weeks = static_cast<std::uint64_t>(since) / seal::kWeekSeconds;
    return kFirstMonday + weeks * seal::kWeekSeconds;
}

WeekAnnouncer::WeekAnnouncer(records::Store& store, Random& random,
                             std::span<Recipient const> recipients,
                             seal::Deployment const& deployment)
    : m_store(store)
    , m_random(random)
    , m_recipients(recipients)
    , m_draft(deployment) {}

WeekAnnouncer::WeekAnnouncer(records::Store& store, Random& random,
                             std::span<Recipient const> recipients, seal::Policy const& policy)
    : m_store(store)
    , m_random(random)
    , m_recipients(recipients)
    , m_draft(policy)
    , m_announced(policy.weeks().size())
    , m_last_epoch(policy.weeks().back().epoch)
    , m_last_begin(policy.weeks().back().not_before) {}

Result<void> WeekAnnouncer::announce(std::uint64_t not_before, seal::SigningKey const& in_force,
                                     seal::LogSignPublicKey const& after) {
    if (m_announced == seal::kMaxAnnouncements) {
        return fail(ErrorCode::no_space, "the policy of this site holds no more weeks");
    }
    // The calendar's number, as long as none was given out ahead of it.
    std::uint64_t const monday =
        week_start(WallTime(std::chrono::seconds(static_cast<std::int64_t>(not_before))));
    auto const calendar = static_cast<std::uint32_t>(week_number(monday));
    std::uint32_t const epoch = m_announced == 0 ? calendar : std::max(m_last_epoch + 1, calendar);
    auto const week = draw_week(epoch, m_random);
    if (!week) {
        return tl::unexpected(week.error());
    }
    for (Recipient const& to : m_recipients) {
        if (auto wrapped = wrap_week(m_store, *week, to); !wrapped) {
            return wrapped;
        }
    }
    m_draft.announce({.epoch = epoch,
                      .not_before = not_before,
                      .week_key = week->public_key(),
                      .log_sign = after},
                     in_force);
    ++m_announced;
    m_last_epoch = epoch;
    m_last_begin = not_before;
    return {};
}

Result<std::size_t> WeekAnnouncer::announce_ahead(WallTime now, seal::SigningKey const& in_force) {
    std::uint64_t const present = week_start(now);
    std::uint64_t const last = present + kWeeksAhead * seal::kWeekSeconds;
    std::uint64_t next = present;
    if (m_announced > 0) {
        auto const begin = WallTime(std::chrono::seconds(static_cast<std::int64_t>(m_last_begin)));
        next = std::max(present, week_start(begin) + seal::kWeekSeconds);
    }
    std::size_t added = 0;
    for (; next <= last; next += seal::kWeekSeconds, ++added) {
        auto announced = announce(next, in_force, {in_force.public_key()});
        if (!announced) {
            return tl::unexpected(announced.error());
        }
    }
    return added;
}

Result<void> WeekAnnouncer::publish(seal::SigningKey const& in_force) {
    Bytes const file = m_draft.write(in_force);
    if (auto const read = seal::read_own_policy(file); !read) {
        return tl::unexpected(read.error());
    }
    return m_store.set_policy(file);
}

} // namespace inloop::vault
