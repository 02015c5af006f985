// SPDX-License-Identifier: EUPL-1.2
#include "tests/wire/samples.h"

#include "kiosk/seal/envelope.h"
#include "tests/support/sealed_site.h"

namespace inloop::wire {

seal::DevicePublicKey device_key() {
    return {support::signing_key(3).public_key()};
}
seal::AckSignPublicKey ack_key() {
    return {support::signing_key(1).public_key()};
}

SyncRequest sample_request() {
    SyncRequest request;
    request.device = seal::device_id_of(device_key());
    request.nonce = id_of<Nonce>(1);
    request.request = id_of<Nonce>(2);
    request.boot = id_of<BootId>(3);
    request.since_boot_ms = 60'000;
    request.known_instance = id_of<InstanceId>(4);
    request.seen_change = 300;
    request.policy = id_of<seal::Hash>(5);
    request.audit = {7, id_of<seal::Hash>(6)};
    request.health = {.version = "0.1.0",
                      .letters_made = 12,
                      .letters_new = 1,
                      .letters_sent = 10,
                      .letters_dead = 1,
                      .quarantined = 0,
                      .disk_level = 1,
                      .clock = ClockTrust::synced,
                      .wall = 1'795'000'000,
                      .problems = 2};
    request.envelopes = {Bytes(3, std::byte{0xEE})};
    return request;
}

SyncReply sample_reply() {
    SyncReply reply;
    reply.request = id_of<Nonce>(2);
    reply.next = id_of<Nonce>(15);
    reply.instance = id_of<InstanceId>(4);
    reply.time = 1'795'000'001;
    reply.verdicts = {{id_of<seal::EntryId>(8), VerdictKind::stored, Bytes(148, std::byte{9}), ""},
                      {id_of<seal::EntryId>(10), VerdictKind::refused, {}, "bad-signature"}};
    reply.have_until = 12;
    reply.missing = {{5, 5}};
    reply.through_change = 301;
    reply.cases = {{id_of<seal::EntryId>(8), id_of<seal::ReceiptPublicKey>(11),
                    entries::Status::in_hand, entries::Closing::open, 1}};
    reply.answers = {Bytes(5, std::byte{12})};
    reply.documents = {{"news.toml", {}}};
    reply.presence = Presence{true, 1'795'010'000};
    reply.policy = Bytes(4, std::byte{13});
    reply.audit = {8, id_of<seal::Hash>(14)};
    return reply;
}

PairRequest sample_pair_request() {
    return {device_key(), id_of<seal::Hash>(16), "Rolderstraat 21"};
}

PairReply sample_pair_reply() {
    return {true, id_of<seal::LogSignPublicKey>(17), ack_key(), Bytes(300, std::byte{18}),
            id_of<seal::Hash>(19)};
}

} // namespace inloop::wire
