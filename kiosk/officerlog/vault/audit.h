// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/officerlog/records/store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace inloop::vault {

// Who acts, from where.
struct Actor {
    std::string name; // of a person, "kiosk NAME" or "log"
    std::string origin; // address, or "console"
};

// What was done. Never holds text of an entry, of a note or of a search.
struct Act {
    std::string action; // [a-z-]: "read", "answer", "login", "search", "destroy", ...
    std::string object{}; // id in hex, name of a person or kiosk
    std::string result = "ok"; // "ok", "refused", "failed"
    std::string reason{};
};

// Appends one row to the chain: hash = BLAKE2b-256(hash before, row). Under the desk's lock.
class Audit {
public:
    // Both outlive it.
    Audit(records::Store& store, Clock const& clock) : m_store(store), m_clock(clock) {}

    // The row is durable when this succeeds, outside a transaction; within one it goes with it.
    // Fails with `invalid_input`, and nothing is written, when the action is not [a-z-], a field is
    // not UTF-8 or longer than kMaxAuditFieldBytes, or a needed one is empty.
    [[nodiscard]] Result<void> write(Actor const& actor, Act const& act);

private:
    records::Store& m_store;
    Clock const& m_clock;
};

// How a row stands in the hash: README.md. The hash before the first row is zero.
[[nodiscard]] seal::Hash chain_hash(seal::Hash const& before, records::AuditRow const& row);

struct AuditVerdict {
    bool whole = true;
    std::uint64_t rows = 0;
    std::uint64_t first_bad_row = 0; // 0: none
    std::string message{}; // what is wrong, for the one who asks
};

// Goes through the whole chain. `known` is a head somebody else remembers, such as a kiosk: a chain
// that is shorter, or has another hash in that row, was cut or made anew. Without one, a chain that
// was computed again from the changed row on looks whole. Fails only for the store.
[[nodiscard]] Result<AuditVerdict> verify_audit(records::Store& store,
                                                std::optional<wire::AuditHead> const& known);

} // namespace inloop::vault
