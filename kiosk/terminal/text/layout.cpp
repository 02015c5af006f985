// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/layout.h"

#include <algorithm>
#include <cmath>

namespace inloop::text {

float Layout::height() const {
    return m_parts.lines.empty() ? 0 : m_parts.lines.back().top + m_parts.line_height;
}

Caret Layout::caret(std::size_t byte) const {
    auto const& stops = m_parts.stops;
    if (stops.empty()) {
        return {};
    }
    auto const after = std::upper_bound(
        stops.begin(), stops.end(), byte,
        [](std::size_t wanted, CaretStop const& stop) { return wanted < stop.byte; });
    auto const index = after == stops.begin() ? 0 : (after - stops.begin()) - 1;
    auto const& starts = m_parts.first_stops;
    auto const line = std::upper_bound(starts.begin(), starts.end(), index) - starts.begin() - 1;
    return {stops[static_cast<std::size_t>(index)].x,
            m_parts.lines[static_cast<std::size_t>(line)].top, m_parts.line_height};
}

std::size_t Layout::byte_at(float x, float y) const {
    auto const& lines = m_parts.lines;
    if (lines.empty()) {
        return 0;
    }
    auto const below =
        std::upper_bound(lines.begin(), lines.end(), y,
                         [](float wanted, Line const& line) { return wanted < line.top; });
    auto const line = below == lines.begin() ? 0 : (below - lines.begin()) - 1;
    auto const stops = stops_of(static_cast<std::size_t>(line));
    auto const nearest =
        std::min_element(stops.begin(), stops.end(), [x](CaretStop const& a, CaretStop const& b) {
            return std::abs(a.x - x) < std::abs(b.x - x);
        });
    return nearest == stops.end() ? 0 : nearest->byte;
}

std::span<CaretStop const> Layout::stops_of(std::size_t line) const {
    auto const& starts = m_parts.first_stops;
    std::size_t const from = starts[line];
    std::size_t const to = line + 1 < starts.size() ? starts[line + 1] : m_parts.stops.size();
    return std::span(m_parts.stops).subspan(from, to - from);
}

} // namespace inloop::text
