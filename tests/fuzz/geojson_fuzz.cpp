// SPDX-License-Identifier: EUPL-1.2
// Any bytes as place.geojson: a map that is taken has a kiosk, streets and sound shapes; one that
// is refused says why.
#include "kiosk/pages/map.h"
#include "kiosk/pages/tuning.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace inloop::pages;
    std::vector<Problem> others;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const map = Map::parse(text, "fuzz", others);
    if (!map) {
        require(!map.error().cause.empty() && !map.error().mend.empty());
        return 0;
    }
    require(!map->streets.empty() && map->streets.size() <= kStreets);
    for (Street const& street : map->streets) {
        require(street.lines.empty() != street.outline.empty());
        require(map->find(street.id) == &street);
    }
    for (Area const& area : map->areas) {
        require(area.outline.size() >= 3);
    }
    require(nearest_street(*map, map->kiosk)->metres < 100'000);
    return 0;
}
