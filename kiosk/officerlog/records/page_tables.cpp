// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/page_tables.h"

#include "kiosk/officerlog/records/rows.h"

namespace inloop::records {

namespace {

using database::Query;
using std::chrono::days;
using std::chrono::local_days;

std::optional<local_days> day_from(Query& row) {
    auto const day = row.number_or_nothing();
    return day ? std::optional(local_days(days(*day))) : std::nullopt;
}

void put_day(Query& query, std::optional<local_days> const& day) {
    if (day) {
        query.with(static_cast<std::int64_t>(day->time_since_epoch().count()));
    } else {
        query.with_nothing();
    }
}

void put(Query& query, PageKey const& key, PageText const& text) {
    query.with(key.page).with(key.language).with(text.title).with(text.body);
    put_day(query, text.from);
    put_day(query, text.until);
}

// Fields are read in the order of the columns: a braced list is evaluated from left to right.
PageKey key_from(Query& row) {
    return {.page = row.text(), .language = row.text()};
}

PageText text_from(Query& row) {
    return {.title = row.text(), .body = row.text(), .from = day_from(row), .until = day_from(row)};
}

PageDraft draft_from(Query& row) {
    return {.key = key_from(row),
            .text = text_from(row),
            .version = row.number<std::uint32_t>(),
            .offered = row.number<int>() != 0,
            .by = row.text(),
            .at = row.number()};
}

PageVersion version_from(Query& row) {
    return {.id = row.number(),
            .key = key_from(row),
            .text = text_from(row),
            .by = row.text(),
            .published_by = row.text(),
            .at = row.number(),
            .withdrawn_by = row.text(),
            .withdrawn_at = row.number()};
}

SitePicture picture_from(Query& row) {
    return {.name = row.text(),
            .content = row.bytes(),
            .alt = row.text(),
            .by = row.text(),
            .at = row.number()};
}

PublishingRules rules_from(Query& row) {
    return {.four_eyes = row.number<int>() != 0, .frozen = row.number<int>() != 0};
}

DoorPress press_from(Query& row) {
    DoorPress press;
    row.fill(press.id);
    press.hour = row.number();
    press.reason = row.number<DoorReason>();
    return press;
}

DoorCount count_from(Query& row) {
    return {.hour = row.number(),
            .reason = row.number<DoorReason>(),
            .count = row.number<std::uint32_t>()};
}

} // namespace

Result<std::vector<PageDraft>> PageTables::drafts() {
    return m_both.read([&]() -> Result<std::vector<PageDraft>> {
        auto query = m_both.log(LogStatement::read_drafts);
        return all_rows(query, draft_from);
    });
}

Result<std::optional<PageDraft>> PageTables::draft(PageKey const& key) {
    return m_both.read([&]() -> Result<std::optional<PageDraft>> {
        auto query = m_both.log(LogStatement::read_draft);
        return first_row(query.with(key.page).with(key.language), draft_from);
    });
}

Result<std::uint32_t> PageTables::put_draft(PageDraft const& draft,
                                            std::uint32_t expected_version) {
    std::uint32_t version = 0;
    auto const as_version = [](Query& row) { return row.number<std::uint32_t>(); };
    auto const written = m_both.write([&]() -> Result<void> {
        auto stored = m_both.log(LogStatement::version_of_draft);
        stored.with(draft.key.page).with(draft.key.language);
        if (first_row(stored, as_version).value_or(0) != expected_version) {
            return fail(ErrorCode::unavailable, "somebody else saved this draft meanwhile");
        }
        auto query = m_both.log(LogStatement::write_draft);
        put(query, draft.key, draft.text);
        query.with(draft.offered).with(draft.by).with(draft.at);
        version = first_row(query, as_version).value_or(0);
        return {};
    });
    return written.map([&] { return version; });
}

Result<void> PageTables::remove_draft(PageKey const& key) {
    // Somebody may drop a draft because a name slipped into it.
    return m_both.write(
        [&]() -> Result<void> {
            m_both.log(LogStatement::erase_draft).with(key.page).with(key.language).run();
            return {};
        },
        Erases::yes);
}

Result<std::int64_t> PageTables::add_version(PageVersion const& version) {
    std::int64_t id = 0;
    auto const added = m_both.write([&]() -> Result<void> {
        auto query = m_both.log(LogStatement::add_page_version);
        put(query, version.key, version.text);
        query.with(version.by).with(version.published_by).with(version.at);
        query.with(version.withdrawn_by).with(version.withdrawn_at);
        id = first_row(query, [](Query& row) { return row.number(); }).value_or(0);
        return {};
    });
    return added.map([&] { return id; });
}

Result<std::vector<PageVersion>> PageTables::versions(PageKey const& key) {
    return m_both.read([&]() -> Result<std::vector<PageVersion>> {
        auto query = m_both.log(LogStatement::read_page_versions);
        return all_rows(query.with(key.page).with(key.language), version_from);
    });
}

Result<std::vector<PageVersion>> PageTables::versions() {
    return m_both.read([&]() -> Result<std::vector<PageVersion>> {
        auto query = m_both.log(LogStatement::read_all_page_versions);
        return all_rows(query, version_from);
    });
}

Result<void> PageTables::withdraw_version(std::int64_t id, std::string_view by, Seconds at) {
    return m_both.write([&]() -> Result<void> {
        auto query = m_both.log(LogStatement::withdraw_page_version);
        return query.with(by).with(at).with(id).run() == 1
                   ? Result<void>()
                   : fail(ErrorCode::not_found, "no version of this number is in force");
    });
}

Result<void> PageTables::put_picture(SitePicture const& picture) {
    return m_both.write([&]() -> Result<void> {
        m_both.log(LogStatement::write_picture)
            .with(picture.name)
            .with(picture.content)
            .with(picture.alt)
            .with(picture.by)
            .with(picture.at)
            .run();
        return {};
    });
}

Result<std::optional<SitePicture>> PageTables::picture(std::string_view name) {
    return m_both.read([&]() -> Result<std::optional<SitePicture>> {
        auto query = m_both.log(LogStatement::read_picture);
        return first_row(query.with(name), picture_from);
    });
}

Result<std::vector<SitePicture>> PageTables::pictures() {
    return m_both.read([&]() -> Result<std::vector<SitePicture>> {
        auto query = m_both.log(LogStatement::read_pictures);
        return all_rows(query, picture_from);
    });
}

Result<void> PageTables::remove_picture(std::string_view name) {
    // Somebody on it may have asked for it.
    return m_both.write(
        [&]() -> Result<void> {
            m_both.log(LogStatement::erase_picture).with(name).run();
            return {};
        },
        Erases::yes);
}

Result<PublishingRules> PageTables::publishing_rules() {
    return m_both.read([&]() -> Result<PublishingRules> {
        auto query = m_both.log(LogStatement::read_publishing);
        return first_row(query, rules_from).value_or(PublishingRules{});
    });
}

Result<void> PageTables::set_publishing_rules(PublishingRules const& rules) {
    return m_both.write([&]() -> Result<void> {
        m_both.log(LogStatement::write_publishing).with(rules.four_eyes).with(rules.frozen).run();
        return {};
    });
}

Result<void> PageTables::add_press(DoorPress const& press) {
    return m_both.write([&]() -> Result<void> {
        m_both.log(LogStatement::add_press)
            .with(press.id)
            .with(press.hour)
            .with(press.reason)
            .run();
        return {};
    });
}

Result<DoorPress> PageTables::undo_press(PressId const& id) {
    std::optional<DoorPress> undone;
    auto const written = m_both.write([&]() -> Result<void> {
        auto query = m_both.log(LogStatement::undo_press);
        undone = first_row(query.with(id), press_from);
        return undone ? Result<void>()
                      : fail(ErrorCode::not_found, "no press of this id was counted");
    });
    return written.map([&] { return *undone; });
}

Result<std::vector<DoorCount>> PageTables::door_counts(Seconds from, Seconds until) {
    return m_both.read([&]() -> Result<std::vector<DoorCount>> {
        auto query = m_both.log(LogStatement::count_presses);
        return all_rows(query.with(from).with(until), count_from);
    });
}

} // namespace inloop::records
