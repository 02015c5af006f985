// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/contents.h"
#include "kiosk/wire/fields.h"

namespace inloop::wire {

Bytes write_content(PairRequest const& request) {
    FieldWriter out;
    out.bytes("device", request.device.bytes);
    out.bytes("proof", request.proof.bytes);
    out.text("name", request.name);
    return out.cbor();
}

Result<void> read_content(ByteView content, PairRequest& request) {
    return read_content(content, [&](FieldReader& in) {
        in.id("device", request.device, Need::must_have);
        in.id("proof", request.proof, Need::must_have);
        in.text("name", request.name, kMaxKioskNameBytes);
    });
}

Bytes write_content(PairReply const& reply) {
    FieldWriter out;
    out.flag("accepted", reply.accepted);
    if (reply.accepted) {
        out.bytes("log", reply.log_sign.bytes);
        out.bytes("ack", reply.ack_sign.bytes);
        out.bytes("policy", reply.policy);
        out.bytes("proof", reply.proof.bytes);
    }
    return out.cbor();
}

Result<void> read_content(ByteView content, PairReply& reply) {
    return read_content(content, [&](FieldReader& in) {
        in.flag("accepted", reply.accepted);
        Need const need = reply.accepted ? Need::must_have : Need::may_lack;
        in.id("log", reply.log_sign, need);
        in.id("ack", reply.ack_sign, need);
        in.blob("policy", reply.policy, kMaxPolicyBytes, need);
        in.id("proof", reply.proof, need);
    });
}

} // namespace inloop::wire
