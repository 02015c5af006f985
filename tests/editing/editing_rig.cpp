// SPDX-License-Identifier: EUPL-1.2
#include "tests/editing/editing_rig.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace inloop::editing {

namespace {

using support::must;

constexpr std::array<unsigned char, 13> kJpegHead{0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8,
                                                  0,    8,    0,    8,    1, 0};

struct Named {
    records::Role role;
    char const* name;
};
constexpr std::array<Named, 4> kPeople{{{records::Role::officer, "Piet"},
                                        {records::Role::volunteer, "Vera"},
                                        {records::Role::evaluator, "Evert"},
                                        {records::Role::privacy_officer, "Pia"}}};

std::filesystem::path shipped_folder() {
    return std::getenv("INLOOP_ASSETS");
}

} // namespace

Bytes jpeg(std::uint64_t seed, std::size_t noise) {
    Bytes content;
    for (unsigned char const byte : kJpegHead) {
        content.push_back(std::byte{byte});
    }
    append(content, support::noise(seed, noise));
    return content;
}

EditingRig::EditingRig(std::optional<std::filesystem::path> const& folder)
    : store(site.store())
    , assets(folder.value_or(shipped_folder()))
    , shipped(must(pages::load_assets(assets)))
    , audit(store, site.clock)
    , editing{store, store.pages(), audit, site.clock, assets, shipped} {
    m_audited = must(site.store().audit_head()).row;
}

vault::Session& EditingRig::session(records::Role role) {
    auto const known = std::ranges::find_if(
        m_sessions, [&](auto const& session) { return session->person().role == role; });
    if (known != m_sessions.end()) {
        return **known;
    }
    auto const* named = std::ranges::find(kPeople, role, &Named::role);
    m_sessions.push_back(named == kPeople.end() ? site.login(site.lead)
                                                : person(named->name, role));
    return *m_sessions.back();
}

std::unique_ptr<vault::Session> EditingRig::person(std::string const& name, records::Role role) {
    return site.login(site.add(name, role));
}

std::uint32_t EditingRig::save(records::PageKey const& key, std::string_view body) {
    auto const there = must(editing.pages.draft(key));
    return done(save_draft(editing, vera(), key, {.title = "Titel", .body = std::string(body)},
                           there ? there->version : 0));
}

std::int64_t EditingRig::publish(records::PageKey const& key, records::PageText const& text) {
    auto const there = must(editing.pages.draft(key));
    auto const version = done(save_draft(editing, vera(), key, text, there ? there->version : 0));
    done(editing::publish(editing, vera(), key, version));
    return must(editing.pages.versions(key)).front().id;
}

std::int64_t EditingRig::publish(records::PageKey const& key, std::string_view body) {
    return publish(key, records::PageText{.title = "Titel", .body = std::string(body)});
}

std::optional<std::string> EditingRig::document(std::string const& name) {
    auto const record = must(site.store().document(name));
    if (!record) {
        return std::nullopt;
    }
    auto const& content = record->document.content;
    return std::string(reinterpret_cast<char const*>(content.data()), content.size());
}

void EditingRig::put_document(std::string const& name, std::string_view content) {
    auto const bytes = as_bytes(content);
    must(site.store().put_document(
        {.document = {.name = name, .content = {bytes.begin(), bytes.end()}}, .by = "Piet"}));
}

std::vector<std::string> EditingRig::audit_rows() {
    std::vector<std::string> rows;
    for (auto const& row : must(site.store().audit_rows(m_audited + 1, 10'000))) {
        m_audited = row.row;
        if (row.action != "login" && row.action != "add-person") {
            rows.push_back(row.action + " " + row.object);
        }
    }
    return rows;
}

std::uint64_t EditingRig::last_change() {
    return must(site.store().changes_after(0, 10'000)).through;
}

} // namespace inloop::editing
