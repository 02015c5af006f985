// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/sqlite_tables.h"

#include <utility>

namespace inloop::records {

SqliteTables::SqliteTables(std::unique_ptr<BothDatabases> both, platform::Files& files)
    : m_both(std::move(both))
    , m_pages(*m_both)
    , m_files(files) {}

Result<void> SqliteTables::transaction(std::function<Result<void>()> const& work) {
    return m_both->transaction(work);
}

} // namespace inloop::records
