// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/intake.h"

#include "kiosk/entries/roster.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/wire/codec.h"

#include <limits>
#include <utility>

namespace inloop::desk {
namespace {

std::int64_t seconds_now(Clock const& clock) {
    return clock.wall().time_since_epoch().count();
}

vault::Actor actor_of(records::Device const& device) {
    return {"kiosk " + device.name, "sync"};
}

// What the store takes: one letter with another number must not let the others wait for ever.
bool may_be_a_number(std::uint64_t seq) {
    return seq > 0 && seq <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
}

wire::Verdict stored(seal::EntryId const& entry, Bytes acknowledgement) {
    return {entry, wire::VerdictKind::stored, std::move(acknowledgement), {}};
}

} // namespace

Result<Bytes> Intake::sync(ByteView body) {
    Result<wire::Sender> const sender = wire::sender_of(body);
    if (!sender) {
        return tl::unexpected(sender.error());
    }
    wire::SyncReply reply;
    reply.request = sender->request;
    reply.time = seconds_now(m_desk.clock);
    if (sender->protocol < wire::kOldestProtocol || sender->protocol > wire::kProtocol) {
        reply.kind = wire::ReplyKind::too_old;
        return wire::write_reply(reply, m_ack_sign);
    }
    Result<std::optional<records::Device>> known = m_desk.store.device(sender->device);
    if (!known) {
        return tl::unexpected(known.error());
    }
    if (!*known) {
        // Whoever asks cannot be checked, and learns only that it is not known.
        reply.kind = wire::ReplyKind::revoked;
        return wire::write_reply(reply, m_ack_sign, sender->protocol);
    }
    records::Device& device = **known;
    Result<wire::SyncRequest> const request = wire::read_request(body, device.key);
    if (!request) {
        return tl::unexpected(request.error());
    }
    Result<wire::SyncReply> answered = reply_to(*request, device);
    if (!answered) {
        return tl::unexpected(answered.error());
    }
    return wire::write_reply(*answered, m_ack_sign, sender->protocol);
}

Result<wire::SyncReply> Intake::reply_to(wire::SyncRequest const& request,
                                         records::Device& device) {
    wire::SyncReply reply;
    reply.request = request.request;
    reply.time = seconds_now(m_desk.clock);
    if (device.state != records::DeviceState::active) {
        reply.kind = wire::ReplyKind::revoked;
        return reply;
    }
    auto const expected = m_nonces.find(device.id);
    bool const fresh = expected != m_nonces.end() && expected->second == request.nonce;
    reply.next = next_nonce(device.id);
    if (!fresh) {
        reply.kind = wire::ReplyKind::challenge;
        return reply;
    }

    take_letters(request, device, reply);
    device.last_seen = reply.time;
    device.health = request.health;
    device.clock_off_s = request.health.wall - reply.time;
    device.seen_audit = request.audit;
    if (Result<void> kept = m_desk.store.put_device(device); !kept) {
        // The letters are in, or told "later": a page of health that lags is no reason to fail.
        reply.retry_after_s = kRetryWhenStoreFailsS;
    }
    if (Result<void> handed = hand_down(request, reply); !handed) {
        return tl::unexpected(handed.error());
    }
    return reply;
}

void Intake::take_letters(wire::SyncRequest const& request, records::Device const& device,
                          wire::SyncReply& reply) {
    std::vector<wire::Verdict> verdicts;
    Result<void> const done = m_desk.store.transaction([&]() -> Result<void> {
        for (Bytes const& envelope : request.envelopes) {
            Result<wire::Verdict> verdict = take_letter(envelope, device);
            if (!verdict) {
                return tl::unexpected(verdict.error());
            }
            verdicts.push_back(std::move(*verdict));
        }
        return {};
    });
    if (done) {
        reply.verdicts = std::move(verdicts); // only now is everything in them durable
        return;
    }
    for (Bytes const& envelope : request.envelopes) {
        Result<seal::EnvelopeHeader> const header = seal::read_envelope_header(envelope);
        reply.verdicts.push_back({.entry = header ? header->entry_id : seal::EntryId{},
                                  .kind = wire::VerdictKind::later});
    }
    reply.retry_after_s = kRetryWhenStoreFailsS;
}

Result<wire::Verdict> Intake::take_letter(ByteView envelope, records::Device const& device) {
    Result<seal::EnvelopeHeader> const header = seal::read_envelope_header(envelope);
    if (!header) {
        return refuse({}, device, envelope, "not-an-envelope");
    }
    if (!seal::verify_envelope(envelope, device.key)) {
        return refuse(header->entry_id, device, envelope, "signature");
    }
    if (!may_be_a_number(header->seq)) {
        return refuse(header->entry_id, device, envelope, "number");
    }
    Result<seal::SplitEnvelope> split = seal::split(envelope);
    if (!split) {
        return refuse(header->entry_id, device, envelope, "not-an-envelope");
    }
    records::Entry entry;
    entry.id = header->entry_id;
    entry.device = header->device_id;
    entry.seq = header->seq;
    entry.receipt = header->receipt_key;
    entry.epoch = header->epoch;
    entry.hash = seal::hash_of(envelope);
    entry.body = std::move(split->body);
    entry.arrived_at = seconds_now(m_desk.clock);
    if (Result<entries::Roster> const plan = roster(m_desk); plan) {
        if (auto const by = entries::read_by(*plan, local_minute_of(entry.arrived_at))) {
            entry.promised_by = seconds_of(*by);
        }
    }
    Result<records::IntakeResult> const taken = m_desk.store.take_in(entry, split->wrap);
    if (!taken) {
        return tl::unexpected(taken.error());
    }
    if (taken->outcome == records::IntakeOutcome::conflict) {
        return refuse(entry.id, device, envelope, "conflict");
    }
    seal::Acknowledgement const ack{
        .device_id = entry.device,
        .seq = entry.seq,
        .entry_id = entry.id,
        .envelope = entry.hash,
        .server_seq = taken->server_seq,
        .server_time = static_cast<std::uint64_t>(taken->arrived_at),
    };
    return stored(entry.id, seal::write_acknowledgement(ack, m_ack_sign));
}

Result<wire::Verdict> Intake::refuse(seal::EntryId const& entry, records::Device const& device,
                                     ByteView envelope, std::string const& reason) {
    records::Quarantined const kept{
        .entry = entry,
        .device = device.id,
        .reason = reason,
        .bytes = Bytes(envelope.begin(), envelope.end()),
        .at = seconds_now(m_desk.clock),
    };
    if (Result<void> done = m_desk.store.quarantine(kept); !done) {
        return tl::unexpected(done.error());
    }
    if (Result<void> row = m_desk.audit.write(
            actor_of(device), {.action = "refuse-letter", .result = "refused", .reason = reason});
        !row) {
        return tl::unexpected(row.error());
    }
    return wire::Verdict{entry, wire::VerdictKind::refused, {}, reason};
}

Result<void> Intake::hand_down(wire::SyncRequest const& request, wire::SyncReply& reply) {
    Result<records::SiteRecord> const site = m_desk.store.site();
    Result<records::Reconciliation> const have = m_desk.store.reconcile(request.device);
    Result<Bytes> const policy = m_desk.store.policy();
    Result<records::Presence> const presence = m_desk.store.presence();
    Result<wire::AuditHead> const head = m_desk.store.audit_head();
    if (!site || !have || !policy || !presence || !head) {
        return fail(ErrorCode::unavailable, "the databases of the log cannot be read");
    }
    // A log that was restored counts its changes anew: begin at the first.
    std::uint64_t const from = request.known_instance == site->instance ? request.seen_change : 0;
    Result<records::Changes> changes = m_desk.store.changes_after(from, kChangesAtOnce);
    if (!changes) {
        return tl::unexpected(changes.error());
    }
    reply.instance = site->instance;
    reply.have_until = have->until;
    reply.missing = have->missing;
    reply.cases = std::move(changes->cases);
    reply.answers = std::move(changes->answers);
    reply.documents = std::move(changes->documents);
    reply.through_change = changes->through;
    reply.more = changes->more;
    reply.presence = wire::Presence{presence->present, presence->until};
    if (seal::hash_of(*policy) != request.policy) {
        reply.policy = *policy;
    }
    reply.audit = *head;
    return {};
}

wire::Nonce Intake::next_nonce(seal::DeviceId const& device) {
    wire::Nonce nonce;
    m_desk.random.fill(nonce.bytes);
    m_nonces[device] = nonce;
    return nonce;
}

} // namespace inloop::desk
