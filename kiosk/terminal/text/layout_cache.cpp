// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/layout_cache.h"

#include "kiosk/terminal/text/tuning.h"

#include <cstring>
#include <type_traits>
#include <utility>

namespace inloop::text {

namespace {

template <class T>
void append_value(std::string& key, T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    key.append(bytes, sizeof(T));
}

void append_text(std::string& key, std::string_view text) {
    append_value(key, text.size());
    key.append(text);
}

void make_key(std::string& key, std::span<Span const> spans, ParagraphStyle const& style) {
    key.clear();
    append_value(key, style.size_px);
    append_value(key, style.line_height_px);
    append_value(key, style.width_px);
    append_value(key, style.align);
    append_value(key, style.direction);
    append_value(key, style.max_lines);
    append_text(key, style.language);
    for (Span const& span : spans) {
        append_value(key, span.weight);
        append_value(key, span.tone);
        append_text(key, span.text);
    }
}

} // namespace

void LayoutCache::begin_frame(std::uint32_t generation) {
    m_outdated.clear();
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        auto const current = entry++;
        if (current->layout.generation() != generation) {
            m_by_key.erase(current->key);
            m_entries.erase(current);
        }
    }
    while (m_entries.size() > kCachedLayouts) {
        m_by_key.erase(m_entries.back().key);
        m_entries.pop_back();
    }
}

Layout const* LayoutCache::find(std::span<Span const> spans, ParagraphStyle const& style,
                                std::uint32_t generation) {
    make_key(m_key, spans, style);
    auto const found = m_by_key.find(m_key);
    if (found == m_by_key.end()) {
        return nullptr;
    }
    auto const entry = found->second;
    if (entry->layout.generation() != generation) {
        m_by_key.erase(found);
        m_outdated.splice(m_outdated.begin(), m_entries, entry);
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return &entry->layout;
}

Layout const& LayoutCache::keep(Layout layout) {
    m_entries.push_front({std::move(m_key), std::move(layout)});
    m_by_key.emplace(m_entries.front().key, m_entries.begin());
    return m_entries.front().layout;
}

} // namespace inloop::text
