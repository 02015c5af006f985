// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/kiosk_end.h"

#include "kiosk/seal/receipt.h"
#include "kiosk/wire/codec.h"
#include "tests/support/must.h"

#include <stdexcept>
#include <utility>

namespace inloop::desk {
namespace {

using support::must;

seal::Sealer sealer_for(support::DeskRig& rig) {
    return must(seal::Sealer::create(
        rig.site.policy(), seal::DeviceKey(must(seal::SigningKey::generate(rig.site.random))),
        rig.clock, rig.site.random));
}

SecretText secret(std::string_view text) {
    SecretText copy = must(SecretText::with_capacity(text.size() + 1));
    if (!copy.insert(0, text)) {
        throw std::runtime_error("not text");
    }
    return copy;
}

} // namespace

KioskEnd::KioskEnd(support::DeskRig& rig, records::DeviceState state)
    : sealer(sealer_for(rig))
    , m_rig(rig) {
    auto const seed = must(rig.desk.store.secret("ack-sign"));
    ack_sign.bytes = must(seal::SigningKey::from_seed(seed)).public_key();
    must(rig.desk.store.put_device({.id = sealer.device().id(),
                                    .key = sealer.device().public_key(),
                                    .name = "Proef",
                                    .state = state}));
}

Bytes KioskEnd::letter(std::string_view text, std::uint64_t seq) {
    entries::Letter const letter{support::DeskRig::usual_facts(), secret(text), secret("")};
    return must(sealer.seal(letter, must(seal::draw_unanswered_key(m_rig.site.random)), seq));
}

wire::SyncRequest KioskEnd::request(std::vector<Bytes> envelopes) {
    wire::SyncRequest request;
    request.device = sealer.device().id();
    request.nonce = m_nonce;
    request.request.bytes[0] = std::byte{++m_requests};
    request.known_instance = instance;
    request.seen_change = seen_change;
    request.health.wall = m_rig.now();
    request.envelopes = std::move(envelopes);
    return request;
}

Bytes KioskEnd::body_of(wire::SyncRequest const& request) {
    return must(wire::write_request(request, sealer.device().signing()));
}

Result<wire::SyncReply> KioskEnd::ask(Intake& intake, wire::SyncRequest const& request) {
    Result<Bytes> const body = intake.sync(body_of(request));
    if (!body) {
        return tl::unexpected(body.error());
    }
    Result<wire::SyncReply> reply = wire::read_reply(*body, ack_sign);
    if (reply) {
        m_nonce = reply->next;
    }
    return reply;
}

wire::SyncReply KioskEnd::sync(Intake& intake, std::vector<Bytes> envelopes) {
    wire::SyncReply reply = must(ask(intake, request(envelopes)));
    if (reply.kind == wire::ReplyKind::challenge) {
        reply = must(ask(intake, request(std::move(envelopes))));
    }
    return reply;
}

} // namespace inloop::desk
