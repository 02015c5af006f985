// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/intake.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/sealer.h"
#include "kiosk/wire/messages.h"
#include "tests/support/desk_rig.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::desk {

// A kiosk of its own as the log meets it over the wire: it seals, signs and keeps the nonce.
class KioskEnd {
public:
    explicit KioskEnd(support::DeskRig& rig,
                      records::DeviceState state = records::DeviceState::active);

    [[nodiscard]] Bytes letter(std::string_view text, std::uint64_t seq);
    // Asks with these envelopes, first for a nonce if need be; the last reply.
    [[nodiscard]] wire::SyncReply sync(Intake& intake, std::vector<Bytes> envelopes = {});
    [[nodiscard]] wire::SyncRequest request(std::vector<Bytes> envelopes = {});
    // Signed by this kiosk and answered once.
    [[nodiscard]] Result<wire::SyncReply> ask(Intake& intake, wire::SyncRequest const& request);
    [[nodiscard]] Bytes body_of(wire::SyncRequest const& request);

    wire::InstanceId instance{};
    std::uint64_t seen_change = 0;
    seal::Sealer sealer;
    seal::AckSignPublicKey ack_sign{};

private:
    support::DeskRig& m_rig;
    wire::Nonce m_nonce{};
    std::uint8_t m_requests = 0;
};

} // namespace inloop::desk
