// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"

namespace inloop::records {

namespace {

wire::AuditHead head_from(database::Query& row) {
    return {.row = row.number<std::uint64_t>(), .hash = id_from<seal::Hash>(row)};
}

wire::AuditHead head_in(BothDatabases& both) {
    auto query = both.log(LogStatement::read_audit_head);
    return first_row(query, head_from).value_or(wire::AuditHead{});
}

} // namespace

Result<void> SqliteTables::append_audit(AuditRow const& row) {
    return m_both->write([&]() -> Result<void> {
        if (row.row != head_in(*m_both).row + 1) {
            return fail(ErrorCode::invalid_input, "the audit goes on with another row");
        }
        auto query = m_both->log(LogStatement::add_audit_row);
        put(query, row);
        query.run();
        return {};
    });
}

Result<wire::AuditHead> SqliteTables::audit_head() {
    return m_both->read([&]() -> Result<wire::AuditHead> { return head_in(*m_both); });
}

Result<std::vector<AuditRow>> SqliteTables::audit_rows(std::uint64_t from, std::size_t most) {
    return m_both->read([&]() -> Result<std::vector<AuditRow>> {
        auto query = m_both->log(LogStatement::read_audit_rows);
        return all_rows(query.with(from).with(most), audit_row_from);
    });
}

Result<std::vector<AuditRow>> SqliteTables::audit_rows_of(std::string_view object) {
    return m_both->read([&]() -> Result<std::vector<AuditRow>> {
        auto query = m_both->log(LogStatement::read_audit_rows_of);
        return all_rows(query.with(object), audit_row_from);
    });
}

} // namespace inloop::records
