// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/entry.h"

namespace inloop::desk {

// Metres between two points, good for some kilometres.
[[nodiscard]] double metres_between(entries::MapPoint const& a, entries::MapPoint const& b);

// The centre of the square of `side` metres that the point lies in, on a grid that is the same for
// all points of a town.
[[nodiscard]] entries::MapPoint on_grid(entries::MapPoint const& point, double side,
                                        std::int32_t latitude_of_town);

} // namespace inloop::desk
