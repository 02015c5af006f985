// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inloop::seal {

class SigningKey;

inline constexpr std::size_t kAnnouncementBytes = 176;
inline constexpr std::size_t kPolicyOverhead = 140; // a policy file without its announcements

// PKE1: "from not_before on, seal to week_key". Signed by the log's signing key in force until
// then; log_sign is the one in force after it, which is how an officer who leaves loses that key
// too (security.md 2.4).
struct WeekAnnouncement {
    std::uint32_t epoch = 0; // weeks since 2024-01-01 by custom; rises with every announcement
    std::uint64_t not_before =
        0; // seconds since 1970-01-01 UTC; may step back: that replaces weeks announced ahead
    WeekPublicKey week_key{};
    LogSignPublicKey log_sign{};
    Hash previous{}; // of the announcement before, or of the deployment for the first one
    friend bool operator==(WeekAnnouncement const&, WeekAnnouncement const&) = default;
};

// What never changes in the life of one site.
struct Deployment {
    DeploymentId id{};
    DeploymentSalt salt{};
    LogSignPublicKey first_log_sign{}; // what the kiosk pins when it is paired
    friend bool operator==(Deployment const&, Deployment const&) = default;
};

// A policy file (PKP1, format.md) that was verified: the only way to a Policy is read_policy.
// Constant; any thread.
class Policy {
public:
    [[nodiscard]] Deployment const& deployment() const { return m_deployment; }
    // At least one, in the order of their announcement.
    [[nodiscard]] std::vector<WeekAnnouncement> const& weeks() const { return m_weeks; }
    // The log's signing key in force: the last one announced.
    [[nodiscard]] LogSignPublicKey const& log_sign() const { return m_weeks.back().log_sign; }
    // The chained, signed announcements as they stand in the file.
    [[nodiscard]] Bytes const& chain() const { return m_chain; }

private:
    friend Result<Policy> read_policy(ByteView file, LogSignPublicKey const& pinned);
    Policy() = default;

    Deployment m_deployment;
    std::vector<WeekAnnouncement> m_weeks;
    Bytes m_chain;
};

// Reads a policy file and verifies all of it: structure, that the chain starts at `pinned`, each
// link, each signature, the order, that letters can be sealed to each key, and the signature over
// the file by the key in force. Errors, each with its own message: `invalid_input` not a policy,
// `unsupported` a newer version, `corrupt` cut, too long or inconsistent, `crypto` what is signed
// or pinned does not fit.
[[nodiscard]] Result<Policy> read_policy(ByteView file, LogSignPublicKey const& pinned);

// That `next` continues `current`: same deployment, every announcement of `current` unchanged. A
// kiosk takes no other policy than one that does, so that who kept an old signing key cannot start
// a chain of his own beside the one the kiosk follows. Fails with `crypto`.
[[nodiscard]] Result<void> check_succession(Policy const& current, Policy const& next);

// Makes policies; for the log and the demo, who hold the signing keys.
class PolicyDraft {
public:
    explicit PolicyDraft(Deployment const& deployment);
    explicit PolicyDraft(Policy const& policy);

    // Appends an announcement, signed by the key in force before it; `previous` is filled in. The
    // draft does not judge: read_policy does.
    void announce(WeekAnnouncement announcement, SigningKey const& in_force);

    // The policy file, signed by the key in force after the last announcement.
    [[nodiscard]] Bytes write(SigningKey const& in_force) const;

private:
    Deployment m_deployment;
    Bytes m_chain;
};

} // namespace inloop::seal
