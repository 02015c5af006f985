// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/map.h"
#include "kiosk/terminal/ui/ui.h"
#include "platform/api/geometry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace inloop::ui {

using Points = std::vector<platform::Point>;

// A street as it lies on the display.
struct Course {
    pages::Street const* street = nullptr;
    std::vector<Points> lines{};
    Points outline{}; // of a square
    bool chosen = false;
};

// A name that wants to stand on the sketch.
struct MapName {
    std::string words{};
    float x = 0; // where its middle would like to stand
    float y = 0;
    bool bold = false;
    bool always = false; // rather across a road than not at all
    std::optional<Colour> ground{}; // nullopt: sand
    Course const* own = nullptr; // a square may carry its own name
};

// Puts names on the sketch, the important ones first: near where they belong, inside the card, on
// no other name and on no road. One that finds no such place is left out.
class MapNames {
public:
    // `courses` outlives it; `road` is how wide a street is drawn.
    MapNames(Ui& ui, Rect const& card, std::span<Course const> courses, float road);

    void keep_clear(Rect const& place) { m_taken.push_back(place); }
    void put(MapName const& name);

private:
    // What a name would stand on; the later, the worse.
    enum class Ground : std::uint8_t { free, own_square, road, chosen_road };
    struct Place {
        Rect rect{};
        Ground ground = Ground::free;
    };
    [[nodiscard]] std::optional<Place> place_for(MapName const& name, float w, float h) const;
    [[nodiscard]] Rect kept_inside(Rect rect) const;
    [[nodiscard]] bool taken(Rect const& rect) const;
    [[nodiscard]] Ground ground_of(Rect const& rect, Course const* own) const;

    Ui& m_ui;
    Rect m_card;
    std::span<Course const> m_courses;
    float m_road;
    std::vector<Rect> m_taken; // by what was drawn and must stay legible
};

} // namespace inloop::ui
