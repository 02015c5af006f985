// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/site.h"
#include "kiosk/pages/map.h"

#include <functional>
#include <string>
#include <string_view>

namespace inloop::web {

// A place on the sketch of map.tpl, which is 400 wide and 300 high.
struct SketchPoint {
    double x = 0;
    double y = 0;
};
[[nodiscard]] SketchPoint on_sketch(pages::Map const& map, entries::MapPoint const& point);

// Adds the sketch with every street in its shade, "0" to "5" or "chosen"; returns it for more
// marks.
Values& add_streets(Site const& site, Values& values, std::string_view label,
                    std::function<std::string(pages::Street const&)> const& shade);

} // namespace inloop::web
