// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/text/style.h"

#include <cstdint>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace inloop::text {

// Layouts by everything they were made from, the longest unused thrown out first. Only for texts of
// ours: it keeps them.
class LayoutCache {
public:
    // Throws out what is over kCachedLayouts and everything of another generation of the atlas.
    // References to layouts end.
    void begin_frame(std::uint32_t generation);

    // The kept layout, or nullptr; then keep() takes the one that was missing.
    [[nodiscard]] Layout const* find(std::span<Span const> spans, ParagraphStyle const& style,
                                     std::uint32_t generation);
    Layout const& keep(Layout layout);

    [[nodiscard]] std::size_t size() const { return m_by_key.size(); }

private:
    struct Entry {
        std::string key;
        Layout layout;
    };

    std::string m_key; // of the last find()
    std::list<Entry> m_entries; // latest first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> m_by_key;
    std::list<Entry> m_outdated; // still referred to in this frame
};

} // namespace inloop::text
