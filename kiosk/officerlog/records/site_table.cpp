// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"

namespace inloop::records {

Result<SiteRecord> SqliteTables::site() {
    return m_both->read([&]() -> Result<SiteRecord> {
        auto query = m_both->log(LogStatement::read_site);
        if (!query.next()) {
            return fail(ErrorCode::not_found, "this log has no site yet: inloop-log init");
        }
        return site_from(query);
    });
}

Result<void> SqliteTables::set_site(SiteRecord const& site) {
    return m_both->write([&]() -> Result<void> {
        m_both->keys(KeysStatement::write_site).with(site.deployment.bytes).run();
        m_both->log(LogStatement::write_site)
            .with(site.instance.bytes)
            .with(site.deployment.bytes)
            .with(site.made_at)
            .with(site.name)
            .run();
        return {};
    });
}

Result<void> SqliteTables::check_pair() {
    return m_both->read([&]() -> Result<void> {
        auto log = m_both->log(LogStatement::read_site);
        auto keys = m_both->keys(KeysStatement::read_site);
        auto const in_log = first_row(log, site_from);
        auto const in_keys = first_row(keys, id_from<seal::DeploymentId>);
        // keys.db is written first: it alone may know the site after a power cut in init.
        bool const together = in_log ? in_keys == in_log->deployment : true;
        return together ? Result<void>()
                        : fail(ErrorCode::corrupt, "log.db and keys.db are not of the same log");
    });
}

Result<std::optional<Device>> SqliteTables::device(seal::DeviceId const& id) {
    return m_both->read([&]() -> Result<std::optional<Device>> {
        auto query = m_both->log(LogStatement::read_device);
        return first_row(query.with(id.bytes), device_from);
    });
}

Result<std::vector<Device>> SqliteTables::devices() {
    return m_both->read([&]() -> Result<std::vector<Device>> {
        auto query = m_both->log(LogStatement::read_devices);
        return all_rows(query, device_from);
    });
}

Result<void> SqliteTables::put_device(Device const& device) {
    return m_both->write([&]() -> Result<void> {
        auto query = m_both->log(LogStatement::write_device);
        put(query, device);
        query.run();
        return {};
    });
}

} // namespace inloop::records
