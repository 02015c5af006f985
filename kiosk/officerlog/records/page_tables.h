// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/both_databases.h"
#include "kiosk/officerlog/records/page_store.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace inloop::records {

// PageStore on the two open databases; all of it is in log.db. Same owner as SqliteTables, whose
// transactions its calls are part of.
class PageTables final : public PageStore {
public:
    explicit PageTables(BothDatabases& both) : m_both(both) {} // which outlives it

    [[nodiscard]] Result<std::vector<PageDraft>> drafts() override;
    [[nodiscard]] Result<std::optional<PageDraft>> draft(PageKey const& key) override;
    [[nodiscard]] Result<std::uint32_t> put_draft(PageDraft const& draft,
                                                  std::uint32_t expected_version) override;
    [[nodiscard]] Result<void> remove_draft(PageKey const& key) override;
    [[nodiscard]] Result<std::int64_t> add_version(PageVersion const& version) override;
    [[nodiscard]] Result<std::vector<PageVersion>> versions(PageKey const& key) override;
    [[nodiscard]] Result<std::vector<PageVersion>> versions() override;
    [[nodiscard]] Result<void> withdraw_version(std::int64_t id, std::string_view by,
                                                Seconds at) override;
    [[nodiscard]] Result<void> put_picture(SitePicture const& picture) override;
    [[nodiscard]] Result<std::optional<SitePicture>> picture(std::string_view name) override;
    [[nodiscard]] Result<std::vector<SitePicture>> pictures() override;
    [[nodiscard]] Result<void> remove_picture(std::string_view name) override;
    [[nodiscard]] Result<PublishingRules> publishing_rules() override;
    [[nodiscard]] Result<void> set_publishing_rules(PublishingRules const& rules) override;
    [[nodiscard]] Result<void> add_press(DoorPress const& press) override;
    [[nodiscard]] Result<DoorPress> undo_press(PressId const& id) override;
    [[nodiscard]] Result<std::vector<DoorCount>> door_counts(Seconds from, Seconds until) override;

private:
    BothDatabases& m_both;
};

} // namespace inloop::records
