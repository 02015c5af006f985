// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"
#include "kiosk/seal/signing_key.h"

#include <map>

namespace inloop::desk {

// The log's side of a sync: takes letters in, hands news down. Needs no officer: it cannot open
// what it takes. Under the desk's lock.
class Intake {
public:
    // `ack_sign` signs acknowledgements and replies. Both outlive it.
    Intake(Desk& desk, seal::SigningKey const& ack_sign) : m_desk(desk), m_ack_sign(ack_sign) {}

    // The reply to one request body. One verdict for each envelope, in their order; an
    // acknowledgement only for what is durable. A kiosk that is unknown, revoked or not yet
    // confirmed is told so; a nonce that is not the one last given is answered with a challenge.
    // Never fails for one bad envelope: that one is refused and kept in quarantine, and when the
    // store cannot write, all are "later". Errors, without a reply: `invalid_input`, `corrupt` not
    // such a message; `crypto` not signed by the device it names; `unsupported` a protocol that was
    // never spoken.
    [[nodiscard]] Result<Bytes> sync(ByteView body);

private:
    [[nodiscard]] Result<wire::SyncReply> reply_to(wire::SyncRequest const& request,
                                                   records::Device& device);
    void take_letters(wire::SyncRequest const& request, records::Device const& device,
                      wire::SyncReply& reply);
    [[nodiscard]] Result<wire::Verdict> take_letter(ByteView envelope,
                                                    records::Device const& device);
    [[nodiscard]] Result<wire::Verdict> refuse(seal::EntryId const& entry,
                                               records::Device const& device, ByteView envelope,
                                               std::string const& reason);
    [[nodiscard]] Result<void> hand_down(wire::SyncRequest const& request, wire::SyncReply& reply);
    [[nodiscard]] wire::Nonce next_nonce(seal::DeviceId const& device);

    Desk& m_desk;
    seal::SigningKey const& m_ack_sign;
    std::map<seal::DeviceId, wire::Nonce> m_nonces; // the last one given to each
};

} // namespace inloop::desk
