// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/templates/values.h"

namespace inloop::web {

void Values::set(std::string_view name, std::string_view text) {
    m_texts.insert_or_assign(std::string(name), std::string(text));
}

Values& Values::add(std::string_view section) {
    auto& children = m_sections[std::string(section)];
    return *children.emplace_back(std::make_unique<Values>());
}

void Values::show(std::string_view section) {
    auto& children = m_sections[std::string(section)];
    if (children.empty()) {
        children.push_back(std::make_unique<Values>());
    }
}

std::string const* Values::find(std::string_view name) const {
    auto const at = m_texts.find(name);
    return at == m_texts.end() ? nullptr : &at->second;
}

std::vector<std::unique_ptr<Values>> const* Values::find_section(std::string_view name) const {
    auto const at = m_sections.find(name);
    return at == m_sections.end() ? nullptr : &at->second;
}

void Values::each_name(std::function<void(std::string_view)> const& seen) const {
    for (auto const& [name, text] : m_texts) {
        seen(name);
    }
    for (auto const& [name, children] : m_sections) {
        seen(name);
        for (auto const& child : children) {
            child->each_name(seen);
        }
    }
}

} // namespace inloop::web
