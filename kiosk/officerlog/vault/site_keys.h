// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/officerlog/vault/audit.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/sealed_secret.h"
#include "kiosk/seal/signing_key.h"

#include <functional>
#include <string_view>
#include <vector>

// The keys of the site and who has wraps of them. Not a public header.
namespace inloop::vault {

// Names of Store::secret.
inline constexpr std::string_view kAckSignSecret = "ack-sign";
inline constexpr std::string_view kDeviceSecret = "device";
inline constexpr std::string_view kRecoverySecret = "recovery";
inline constexpr std::string_view kDecoySecret = "decoy-salt"; // makes salts of unknown names

// Whom a key is sealed to.
struct Recipient {
    seal::PersonId person{};
    seal::PersonPublicKey key{};
};

// Active people who may read, and the recovery key. Fails with `corrupt` when the blob of one of
// them is not in order: nobody is left out silently.
[[nodiscard]] Result<std::vector<Recipient>> recipients(records::Store& store);

[[nodiscard]] Result<void> wrap_week(records::Store& store, seal::WeekSecretKey const& week,
                                     Recipient const& to);
[[nodiscard]] Result<void> wrap_log_sign(records::Store& store, seal::SigningKey const& log_sign,
                                         Recipient const& to);

// What somebody gives on to somebody else; borrowed.
struct GivenKeys {
    std::vector<seal::WeekSecretKey const*> weeks{};
    seal::SigningKey const* log_sign = nullptr;
};
[[nodiscard]] Result<void> give(records::Store& store, GivenKeys const& keys, Recipient const& to);

// The announcement of this week; nullptr when there is none.
[[nodiscard]] seal::WeekAnnouncement const* find_week(seal::Policy const& policy,
                                                      std::uint32_t epoch);

// Writes the row of `act`, which is durable before `work` begins, then works in one transaction.
// A row "failed" follows when that fails.
[[nodiscard]] Result<void> logged(records::Store& store, Clock const& clock, Actor const& actor,
                                  Act const& act, std::function<Result<void>()> const& work);

} // namespace inloop::vault
