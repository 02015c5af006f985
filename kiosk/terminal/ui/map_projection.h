// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/entry.h"
#include "kiosk/pages/map.h"
#include "kiosk/terminal/ui/rect.h"
#include "platform/api/geometry.h"

namespace inloop::ui {

// Where the points of a sketch lie on the display: equirectangular around the middle of the map, in
// its true proportions, all of it inside the place. Without a map it projects nothing sensible but
// does no harm.
class MapProjection {
public:
    MapProjection(pages::Map const& map, Rect const& place);
    [[nodiscard]] platform::Point to_display(entries::MapPoint const& point) const;
    [[nodiscard]] entries::MapPoint to_map(platform::Point const& at) const;
    [[nodiscard]] double pixels_per_metre() const { return m_per_metre; }

private:
    double m_latitude = 0; // middle of the map, in millionths of a degree
    double m_longitude = 0;
    double m_x = 0; // middle of the place
    double m_y = 0;
    double m_across = 1; // pixels for a millionth of a degree of longitude
    double m_down = 1; // and of latitude
    double m_per_metre = 1;
};

// Width to height of what the map shows: a card of this proportion wastes no room.
[[nodiscard]] float map_proportion(pages::Map const& map);

} // namespace inloop::ui
