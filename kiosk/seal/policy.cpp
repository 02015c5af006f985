// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/policy.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/seal/sodium_access.h"
#include "kiosk/seal/tuning.h"

#include <sodium.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace inloop::seal {

namespace {

// PKP1: magic 4 | version u8 | reserved 3 | deployment 16 | salt 16 | first log_sign 32 | count u32
// | PKE1... | signature 64
constexpr std::string_view kPolicyMagic = "PKP1";
constexpr unsigned kVersion = 1;
constexpr std::size_t kDeploymentEnd = 72;
constexpr std::size_t kChainAt = kDeploymentEnd + 4;
static_assert(kChainAt + kSignatureBytes == kPolicyOverhead);

// PKE1: magic 4 | epoch u32 | not_before u64 | week_key 32 | log_sign 32 | previous 32 | signature
// 64
constexpr std::string_view kAnnouncementMagic = "PKE1";
constexpr std::size_t kAnnouncementSigned = kAnnouncementBytes - kSignatureBytes;

Bytes bytes_of(Deployment const& deployment) {
    Bytes out;
    append(out, as_bytes(kPolicyMagic));
    append_le(out, std::uint32_t{kVersion}); // version, and three reserved bytes of zero
    append(out, deployment.id.bytes);
    append(out, deployment.salt.bytes);
    append(out, deployment.first_log_sign.bytes);
    return out;
}

// What the first announcement links to, so that a chain of one site never fits another.
Hash start_of_chain(Deployment const& deployment) {
    return hash_of(bytes_of(deployment));
}

Result<void> check_head(ByteView file) {
    if (!has_magic(file, kPolicyMagic)) {
        return fail(ErrorCode::invalid_input, "not a policy: it does not begin with PKP1");
    }
    if (file.size() < kPolicyOverhead) {
        return fail(ErrorCode::corrupt, "the policy is cut inside its head");
    }
    if (std::to_integer<unsigned>(file[4]) != kVersion) {
        return fail(ErrorCode::unsupported,
                    "the policy is of a version this build does not know: update it");
    }
    if (read_array<3>(file, 5) != ByteArray<3>{}) {
        return fail(ErrorCode::corrupt, "reserved bytes of the policy are not zero");
    }
    std::size_t const count = read_le<std::uint32_t>(file, kDeploymentEnd);
    if (count == 0) {
        return fail(ErrorCode::corrupt, "the policy announces no week");
    }
    if (count > kMaxAnnouncements) {
        return fail(ErrorCode::corrupt, "the policy names " + std::to_string(count) +
                                            " announcements, 512 is the most");
    }
    if (file.size() != kPolicyOverhead + count * kAnnouncementBytes) {
        return fail(ErrorCode::corrupt, "the policy has another size than its " +
                                            std::to_string(count) + " announcements need");
    }
    return {};
}

WeekAnnouncement announcement_of(ByteView bytes) {
    return {.epoch = read_le<std::uint32_t>(bytes, 4),
            .not_before = read_le<std::uint64_t>(bytes, 8),
            .week_key = {read_array<32>(bytes, 16)},
            .log_sign = {read_array<32>(bytes, 48)},
            .previous = {read_array<32>(bytes, 80)}};
}

// A few keys (of small order) make sealing fail. Better to refuse such a policy than every letter.
bool can_be_sealed_to(WeekPublicKey const& key) {
    ByteArray<32> const scalar{std::byte{8}};
    ByteArray<32> shared{};
    return crypto_scalarmult(raw(shared.data()), raw(scalar.data()), raw(key.bytes.data())) == 0;
}

// Checks one announcement against what stands before it.
struct Link {
    Hash previous{};
    LogSignPublicKey in_force{};
    std::uint32_t epoch = 0;
    bool first = true;
};

Result<WeekAnnouncement> check_link(ByteView bytes, Link const& link) {
    WeekAnnouncement const week = announcement_of(bytes);
    auto const wrong = [&](ErrorCode code, std::string_view what) {
        return fail(code, "the policy's announcement of week " + std::to_string(week.epoch) + " " +
                              std::string(what));
    };
    if (!has_magic(bytes, kAnnouncementMagic)) {
        return wrong(ErrorCode::corrupt, "does not begin with PKE1");
    }
    if (week.previous != link.previous) {
        return wrong(ErrorCode::crypto, "does not follow from what stands before it");
    }
    if (!is_signed_by(link.in_force.bytes, bytes.first(kAnnouncementSigned),
                      bytes.subspan(kAnnouncementSigned))) {
        return wrong(ErrorCode::crypto, "is not signed by the signing key in force before it");
    }
    if (!link.first && week.epoch <= link.epoch) {
        return wrong(ErrorCode::corrupt, "is out of order: week numbers must rise");
    }
    if (!can_be_sealed_to(week.week_key)) {
        return wrong(ErrorCode::corrupt, "has a key nothing can be sealed to");
    }
    return week;
}

Result<std::vector<WeekAnnouncement>> check_chain(ByteView chain, Deployment const& deployment) {
    std::vector<WeekAnnouncement> weeks;
    Link link{.previous = start_of_chain(deployment), .in_force = deployment.first_log_sign};
    for (; !chain.empty(); chain = chain.subspan(kAnnouncementBytes)) {
        ByteView const bytes = chain.first(kAnnouncementBytes);
        auto const week = check_link(bytes, link);
        if (!week) {
            return tl::unexpected(week.error());
        }
        weeks.push_back(*week);
        link = {.previous = hash_of(bytes),
                .in_force = week->log_sign,
                .epoch = week->epoch,
                .first = false};
    }
    return weeks;
}

} // namespace

Result<Policy> read_policy(ByteView file, LogSignPublicKey const& pinned) {
    if (auto head = check_head(file); !head) {
        return tl::unexpected(head.error());
    }
    Policy policy;
    policy.m_deployment = {.id = {read_array<16>(file, 8)},
                           .salt = {read_array<16>(file, 24)},
                           .first_log_sign = {read_array<32>(file, 40)}};
    if (policy.m_deployment.first_log_sign != pinned) {
        return fail(
            ErrorCode::crypto,
            "the policy starts at another signing key than the one this kiosk was paired with");
    }
    std::size_t const end = file.size() - kSignatureBytes;
    ByteView const chain = file.subspan(kChainAt, end - kChainAt);
    auto weeks = check_chain(chain, policy.m_deployment);
    if (!weeks) {
        return tl::unexpected(weeks.error());
    }
    policy.m_weeks = std::move(*weeks);
    policy.m_chain.assign(chain.begin(), chain.end());
    if (!is_signed_by(policy.log_sign().bytes, file.first(end), file.subspan(end))) {
        return fail(ErrorCode::crypto,
                    "the signature of the policy does not fit the signing key in force");
    }
    return policy;
}

Result<void> check_succession(Policy const& current, Policy const& next) {
    if (current.deployment() != next.deployment()) {
        return fail(ErrorCode::crypto, "the new policy belongs to another site");
    }
    Bytes const& old = current.chain();
    if (next.chain().size() < old.size() ||
        !std::ranges::equal(old, ByteView(next.chain()).first(old.size()))) {
        return fail(ErrorCode::crypto,
                    "the new policy does not continue the one this kiosk follows");
    }
    return {};
}

PolicyDraft::PolicyDraft(Deployment const& deployment) : m_deployment(deployment) {}

PolicyDraft::PolicyDraft(Policy const& policy)
    : m_deployment(policy.deployment())
    , m_chain(policy.chain()) {}

void PolicyDraft::announce(WeekAnnouncement announcement, SigningKey const& in_force) {
    announcement.previous = m_chain.empty() ? start_of_chain(m_deployment)
                                            : hash_of(ByteView(m_chain).last(kAnnouncementBytes));
    std::size_t const start = m_chain.size();
    append(m_chain, as_bytes(kAnnouncementMagic));
    append_le(m_chain, announcement.epoch);
    append_le(m_chain, announcement.not_before);
    append(m_chain, announcement.week_key.bytes);
    append(m_chain, announcement.log_sign.bytes);
    append(m_chain, announcement.previous.bytes);
    append(m_chain, in_force.sign(ByteView(m_chain).subspan(start)));
}

Bytes PolicyDraft::write(SigningKey const& in_force) const {
    Bytes out = bytes_of(m_deployment);
    append_le(out, static_cast<std::uint32_t>(m_chain.size() / kAnnouncementBytes));
    append(out, m_chain);
    append(out, in_force.sign(out));
    return out;
}

} // namespace inloop::seal
