// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/wire/messages.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>

namespace inloop::sync {

// As much of a log as a kiosk's side of the sync needs: keeps envelopes by their id and says so.
// The test changes what it says.
class FakeLog {
public:
    FakeLog();

    // Stores what is new, acknowledges what it has.
    [[nodiscard]] wire::SyncReply answer(wire::SyncRequest const& request);
    // The acknowledgement of these bytes, as this log signs it.
    [[nodiscard]] Bytes acknowledgement(ByteView envelope) const;
    // Loses the envelopes with these numbers and becomes another instance, as a restore does.
    void restore_without(std::set<std::uint64_t> const& lost);

    [[nodiscard]] seal::AckSignPublicKey ack_key() const { return {m_ack_sign.public_key()}; }
    [[nodiscard]] seal::SigningKey const& ack_sign() const { return m_ack_sign; }
    [[nodiscard]] std::set<std::uint64_t> numbers() const;

    wire::InstanceId instance{};
    std::uint64_t change = 0; // the last one
    std::set<std::uint64_t> refuses; // numbers of letters it never takes
    std::set<std::uint64_t> wants_later; // and those it cannot take now
    std::size_t stored = 0; // how often something new came

private:
    seal::SigningKey m_ack_sign;
    std::map<seal::EntryId, Bytes> m_envelopes;
};

} // namespace inloop::sync
