// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/audit.h"

#include "kiosk/base/bytes.h"
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/vault/tuning.h"
#include "kiosk/seal/envelope.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inloop::vault {

namespace {

constexpr std::string_view kRowMagic = "PKR1";

void append_text(Bytes& out, std::string_view text) {
    append_le(out, static_cast<std::uint32_t>(text.size()));
    append(out, as_bytes(text));
}

bool is_action(std::string_view action) {
    return !action.empty() && std::ranges::all_of(action, [](char sign) {
        return (sign >= 'a' && sign <= 'z') || sign == '-';
    });
}

Result<void> check(records::AuditRow const& row) {
    if (!is_action(row.action) || row.actor.empty() || row.result.empty()) {
        return fail(ErrorCode::invalid_input, "an audit row needs an actor, an action, a result");
    }
    for (std::string_view const field :
         {row.actor, row.action, row.object, row.result, row.origin, row.reason}) {
        if (field.size() > kMaxAuditFieldBytes || !utf8::is_valid(field)) {
            return fail(ErrorCode::invalid_input,
                        "a field of an audit row is too long or not UTF-8");
        }
    }
    return {};
}

AuditVerdict broken(std::uint64_t rows, std::uint64_t row, std::string what) {
    return {.whole = false,
            .rows = rows,
            .first_bad_row = row,
            .message = "row " + std::to_string(row) + " of the audit " + std::move(what)};
}

// Where a walk through the chain stands.
class Walk {
public:
    explicit Walk(std::optional<wire::AuditHead> const& known) : m_known(known) {}

    // False when something is wrong: verdict() says what.
    bool take(records::AuditRow const& row) {
        std::uint64_t const expected = m_head.row + 1;
        if (row.row != expected) {
            return stop(expected, "is missing");
        }
        if (row.hash != chain_hash(m_head.hash, row)) {
            return stop(expected, "was changed, or the one before it was");
        }
        m_head = {.row = row.row, .hash = row.hash};
        if (m_known && m_known->row == row.row && m_known->hash != row.hash) {
            return stop(expected,
                        "is not the one that was seen elsewhere: the chain was made anew");
        }
        return true;
    }

    // After the last row.
    void end(wire::AuditHead const& head) {
        if (head != m_head) {
            stop(m_head.row + 1, "is missing");
        } else if (m_known && m_known->row > m_head.row) {
            stop(m_head.row + 1, "is missing: somebody has seen " + std::to_string(m_known->row) +
                                     " rows, so the end was cut off");
        } else {
            m_verdict.rows = m_head.row;
        }
    }

    [[nodiscard]] std::uint64_t next() const { return m_head.row + 1; }
    [[nodiscard]] AuditVerdict const& verdict() const { return m_verdict; }

private:
    bool stop(std::uint64_t row, std::string what) {
        m_verdict = broken(m_head.row, row, std::move(what));
        return false;
    }

    std::optional<wire::AuditHead> m_known;
    wire::AuditHead m_head{};
    AuditVerdict m_verdict{};
};

} // namespace

seal::Hash chain_hash(seal::Hash const& before, records::AuditRow const& row) {
    Bytes bytes;
    append(bytes, before.bytes);
    append(bytes, as_bytes(kRowMagic));
    append_le(bytes, row.row);
    append_le(bytes, static_cast<std::uint64_t>(row.at));
    for (std::string_view const field :
         {row.actor, row.action, row.object, row.result, row.origin, row.reason}) {
        append_text(bytes, field);
    }
    return seal::hash_of(bytes);
}

Result<void> Audit::write(Actor const& actor, Act const& act) {
    auto const head = m_store.audit_head();
    if (!head) {
        return tl::unexpected(head.error());
    }
    records::AuditRow row{.row = head->row + 1,
                          .at = m_clock.wall().time_since_epoch().count(),
                          .actor = actor.name,
                          .action = act.action,
                          .object = act.object,
                          .result = act.result,
                          .origin = actor.origin,
                          .reason = act.reason};
    if (auto fits = check(row); !fits) {
        return fits;
    }
    row.hash = chain_hash(head->hash, row);
    return m_store.append_audit(row);
}

Result<AuditVerdict> verify_audit(records::Store& store,
                                  std::optional<wire::AuditHead> const& known) {
    Walk walk(known);
    for (;;) {
        auto const rows = store.audit_rows(walk.next(), kAuditRowsAtOnce);
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (records::AuditRow const& row : *rows) {
            if (!walk.take(row)) {
                return walk.verdict();
            }
        }
        if (rows->size() < kAuditRowsAtOnce) {
            break;
        }
    }
    auto const head = store.audit_head();
    if (!head) {
        return tl::unexpected(head.error());
    }
    walk.end(*head);
    return walk.verdict();
}

} // namespace inloop::vault
