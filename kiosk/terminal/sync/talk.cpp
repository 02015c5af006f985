// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/talk.h"

#include "kiosk/wire/codec.h"

#include <utility>

namespace inloop::sync {

namespace {

event::Outcome outcome_of(wire::ReplyKind kind) {
    switch (kind) {
    case wire::ReplyKind::challenge:
        return event::Outcome::challenged;
    case wire::ReplyKind::revoked:
        return event::Outcome::revoked;
    case wire::ReplyKind::too_old:
        return event::Outcome::too_old;
    case wire::ReplyKind::done:
        break;
    }
    return event::Outcome::done;
}

} // namespace

Talk::Talk(seal::SigningKey device, seal::AckSignPublicKey const& ack_sign)
    : m_device(std::move(device))
    , m_ack_sign(ack_sign) {}

Result<Bytes> Talk::ask(wire::SyncRequest request, Random& random) {
    request.nonce = m_next;
    random.fill(request.request.bytes);
    m_asked = request.request;
    return wire::write_request(request, m_device);
}

Result<wire::SyncReply> Talk::believe(ByteView body) {
    auto reply = wire::read_reply(body, m_ack_sign);
    if (!reply) {
        return reply;
    }
    if (reply->request != m_asked) {
        return fail(ErrorCode::crypto, "a reply to another request: an old one, replayed");
    }
    m_asked.reset();
    m_next = reply->next;
    return reply;
}

event::Replied event_of(Applied const& applied) {
    return {outcome_of(applied.kind), applied.more, applied.retry_after};
}

} // namespace inloop::sync
