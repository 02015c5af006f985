// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/sealer.h"

#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/envelope_sealing.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/sodium_access.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::seal {

namespace {

std::uint64_t seconds_since_1970(WallTime time) {
    auto const seconds = time.time_since_epoch().count();
    return seconds > 0 ? static_cast<std::uint64_t>(seconds) : 0;
}

} // namespace

Sealer::Sealer(Policy policy, DeviceKey device, Clock const& clock, Random& random)
    : m_policy(std::move(policy))
    , m_device(std::move(device))
    , m_clock(clock)
    , m_random(random) {}

Result<Sealer> Sealer::create(Policy policy, DeviceKey device, Clock const& clock, Random& random) {
    if (auto ready = start_sodium(); !ready) {
        return tl::unexpected(ready.error());
    }
    return Sealer(std::move(policy), std::move(device), clock, random);
}

Result<Bytes> Sealer::seal(entries::Letter const& letter, ReceiptPublicKey const& receipt,
                           std::uint64_t seq) {
    auto const padded = write_plaintext(letter);
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    auto key = SecretBytes::with_size(kLetterKeyBytes);
    if (!key) {
        return tl::unexpected(key.error());
    }
    m_random.fill(key->span());
    WeekAnnouncement const& week = week_key_for(m_policy, m_clock.wall(), m_clock.trust());
    EnvelopeHeader header{
        .epoch = week.epoch, .device_id = m_device.id(), .seq = seq, .receipt_key = receipt};
    m_random.fill(header.entry_id.bytes);
    return finish_envelope({.header = header,
                            .week_key = week.week_key,
                            .letter_key = key->view(),
                            .padded = padded->view()},
                           m_device, m_random);
}

Result<void> Sealer::replace_policy(Policy next) {
    auto checked = check_succession(m_policy, next);
    if (checked) {
        m_policy = std::move(next);
    }
    return checked;
}

WeekAnnouncement const& week_key_for(Policy const& policy, WallTime now, ClockTrust trust) {
    auto const& weeks = policy.weeks();
    if (trust != ClockTrust::synced) {
        return weeks.back();
    }
    std::uint64_t const seconds = seconds_since_1970(now);
    auto const begun =
        std::find_if(weeks.rbegin(), weeks.rend(),
                     [&](WeekAnnouncement const& week) { return week.not_before <= seconds; });
    if (begun != weeks.rend()) {
        return *begun;
    }
    return *std::ranges::min_element(weeks, {}, &WeekAnnouncement::not_before);
}

bool is_stale(Policy const& policy, WallTime now, ClockTrust trust) {
    // A difference, so that a far future not_before cannot overflow.
    std::uint64_t const seconds = seconds_since_1970(now);
    std::uint64_t const newest = policy.weeks().back().not_before;
    return trust == ClockTrust::synced && seconds >= newest && seconds - newest >= kWeekSeconds;
}

} // namespace inloop::seal
