// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/entry.h"
#include "kiosk/pages/map.h"
#include "kiosk/terminal/ui/ui.h"

#include <optional>
#include <string>

namespace inloop::ui {

struct MapViewSpec {
    std::string id{};
    Rect rect{};
    std::string label{}; // what is spoken: the map itself says nothing
    std::string here{}; // "U bent hier"
    entries::Spot const& spot; // what is chosen: a street, a point, both or neither
};

// A point that was touched and the street it is nearest to.
struct MapTouch {
    entries::MapPoint point{};
    std::string street{}; // id; empty when none lies within kStreetReachMetres
};

// The sketch of the streets around the kiosk, drawn in a card with nothing outside it. The chosen
// street is amber, a chosen point has a pin. Names that have no room are left out: the list beside
// the map has them all.
[[nodiscard]] std::optional<MapTouch> map_view(Ui& ui, pages::Map const& map,
                                               MapViewSpec const& spec);

} // namespace inloop::ui
