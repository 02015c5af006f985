// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/policy.h"

#include <cstdint>

namespace inloop::seal {

// Seals letters of one kiosk. What it makes can be opened with the week's secret only, which no
// kiosk has: not even the one that sealed it. One thread at a time.
class Sealer {
public:
    // `clock` and `random` outlive the sealer. Fails with `unavailable` when libsodium cannot
    // start.
    [[nodiscard]] static Result<Sealer> create(Policy policy, DeviceKey device, Clock const& clock,
                                               Random& random);

    // The envelope (PKB1) of one letter, with an entry id of its own. `receipt` is the public half
    // of the visitor's receipt, or draw_unanswered_key() when no answer is wanted. `seq` counts
    // this device's letters. Fails as write_plaintext does; never for lack of a fresh week key
    // (week_key_for).
    [[nodiscard]] Result<Bytes> seal(entries::Letter const& letter, ReceiptPublicKey const& receipt,
                                     std::uint64_t seq);

    [[nodiscard]] Policy const& policy() const { return m_policy; }
    // Takes a policy that continues the present one (check_succession), else fails and keeps the
    // present one.
    [[nodiscard]] Result<void> replace_policy(Policy next);
    [[nodiscard]] DeviceKey const& device() const { return m_device; }

private:
    Sealer(Policy policy, DeviceKey device, Clock const& clock, Random& random);

    Policy m_policy;
    DeviceKey m_device;
    Clock const& m_clock;
    Random& m_random;
};

// The announcement to seal to now; there always is one.
// - Clock synced: the last announced of those that have begun. When none has, the one that begins
// first.
// - Clock not synced: the last announced of all. A slow clock must not choose a week whose secret
// the log has already
//   destroyed (a letter nobody can open), and every announced secret exists at the log. The price
//   is that such a letter's week key is destroyed up to eight weeks later; its own key goes on time
//   all the same (security.md 2.5).
// - All announcements long past: the last announced, for ever (security.md 2.6). is_stale() then
// tells the staff.
[[nodiscard]] WeekAnnouncement const& week_key_for(Policy const& policy, WallTime now,
                                                   ClockTrust trust);

// True when the clock is synced and the last announced week is over: the log should have announced
// more.
[[nodiscard]] bool is_stale(Policy const& policy, WallTime now, ClockTrust trust);

} // namespace inloop::seal
