// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/terminal/sync/engine.h"
#include "kiosk/terminal/sync/exchange.h"
#include "kiosk/wire/messages.h"

#include <optional>

namespace inloop::sync {

// Signs what the kiosk says, and says which replies are believed: those that the pinned log signed
// for the last request, each once. Knows no network and no thread; belongs to whoever sends.
class Talk {
public:
    // `device` signs requests, `ack_sign` is the log's key as it was pinned.
    Talk(seal::SigningKey device, seal::AckSignPublicKey const& ack_sign);

    // The body of the next request; from now on only a reply to this one is believed. Errors of
    // wire::write_request.
    [[nodiscard]] Result<Bytes> ask(wire::SyncRequest request, Random& random);

    // Errors: `crypto` when the log did not sign it for the last request, or it was believed
    // before; otherwise those of wire::read_reply.
    [[nodiscard]] Result<wire::SyncReply> believe(ByteView body);

private:
    seal::SigningKey m_device;
    seal::AckSignPublicKey m_ack_sign;
    std::optional<wire::Nonce> m_asked; // the request that waits for its reply
    wire::Nonce m_next{}; // the log's, for the next request
};

// What the engine is told of a reply that was applied.
[[nodiscard]] event::Replied event_of(Applied const& applied);

} // namespace inloop::sync
