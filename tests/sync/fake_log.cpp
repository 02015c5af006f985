// SPDX-License-Identifier: EUPL-1.2
#include "tests/sync/fake_log.h"

#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/envelope.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <algorithm>

namespace inloop::sync {

using support::must;

FakeLog::FakeLog() : m_ack_sign(support::signing_key(9)) {
    instance.bytes.fill(std::byte{1});
}

Bytes FakeLog::acknowledgement(ByteView envelope) const {
    auto const header = must(seal::read_envelope_header(envelope));
    return seal::write_acknowledgement({.device_id = header.device_id,
                                        .seq = header.seq,
                                        .entry_id = header.entry_id,
                                        .envelope = seal::hash_of(envelope),
                                        .server_seq = 1,
                                        .server_time = 1},
                                       m_ack_sign);
}

wire::SyncReply FakeLog::answer(wire::SyncRequest const& request) {
    wire::SyncReply reply;
    reply.request = request.request;
    reply.instance = instance;
    reply.through_change = change;
    for (Bytes const& envelope : request.envelopes) {
        auto const header = must(seal::read_envelope_header(envelope));
        wire::Verdict verdict{.entry = header.entry_id};
        if (refuses.contains(header.seq)) {
            verdict.kind = wire::VerdictKind::refused;
            verdict.reason = "bad-signature";
        } else if (!wants_later.contains(header.seq)) {
            verdict.kind = wire::VerdictKind::stored;
            verdict.acknowledgement = acknowledgement(envelope);
            stored += m_envelopes.emplace(header.entry_id, envelope).second ? 1U : 0U;
        }
        reply.verdicts.push_back(std::move(verdict));
    }
    auto const have = numbers();
    reply.have_until = have.empty() ? 0 : *have.rbegin();
    for (std::uint64_t n = 1; n <= reply.have_until; ++n) {
        if (!have.contains(n)) {
            reply.missing.push_back({n, n});
        }
    }
    return reply;
}

std::set<std::uint64_t> FakeLog::numbers() const {
    std::set<std::uint64_t> all;
    for (auto const& [id, envelope] : m_envelopes) {
        all.insert(must(seal::read_envelope_header(envelope)).seq);
    }
    return all;
}

void FakeLog::restore_without(std::set<std::uint64_t> const& lost) {
    std::erase_if(m_envelopes, [&](auto const& kept) {
        return lost.contains(must(seal::read_envelope_header(kept.second)).seq);
    });
    instance.bytes[0] ^= std::byte{0x80};
}

} // namespace inloop::sync
