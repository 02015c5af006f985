// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/database/query.h"
#include "kiosk/officerlog/records/records.h"
#include "kiosk/officerlog/records/store.h"

#include <optional>
#include <vector>

// Rows of the databases as the structs of records.h and back, in the order of the statements. All
// throw what Query throws.
namespace inloop::records {

template <class Id>
[[nodiscard]] Id id_from(database::Query& row) {
    Id id;
    row.fill(id.bytes);
    return id;
}

// Every row there is, made by `make`.
template <class Make>
[[nodiscard]] auto all_rows(database::Query& query, Make make) {
    std::vector<decltype(make(query))> rows;
    while (query.next()) {
        rows.push_back(make(query));
    }
    return rows;
}

// The one row there may be.
template <class Make>
[[nodiscard]] auto first_row(database::Query& query, Make make)
    -> std::optional<decltype(make(query))> {
    return query.next() ? std::optional(make(query)) : std::nullopt;
}

[[nodiscard]] SiteRecord site_from(database::Query& row);
[[nodiscard]] Device device_from(database::Query& row);
[[nodiscard]] Entry entry_from(database::Query& row);
[[nodiscard]] Destroyed destroyed_from(database::Query& row);
[[nodiscard]] Note note_from(database::Query& row);
[[nodiscard]] Answer answer_from(database::Query& row);
[[nodiscard]] DocumentRecord document_from(database::Query& row);
[[nodiscard]] Presence presence_from(database::Query& row);
[[nodiscard]] AuditRow audit_row_from(database::Query& row);
[[nodiscard]] Quarantined quarantined_from(database::Query& row);
[[nodiscard]] Person person_from(database::Query& row);
[[nodiscard]] WeekWrap week_wrap_from(database::Query& row);

void put(database::Query& query, Device const& device);
void put(database::Query& query, AuditRow const& row);

} // namespace inloop::records
