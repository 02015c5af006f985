// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/map_names.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

namespace {

// Where a name may go when its own place is taken, nearest first: in shares of its width and
// height.
constexpr std::array<float, 7> kAcross{0, -0.15F, 0.15F, -0.3F, 0.3F, -0.5F, 0.5F};
constexpr std::array<float, 9> kDown{0, -0.35F, 0.35F, -0.7F, 0.7F, -1.1F, 1.1F, -1.6F, 1.6F};
// Letters are lower than their line, by this share of it above and below.
constexpr float kAir = 0.15F;

// Liang and Barsky: whether something of the line is left within the four sides.
bool crosses(Rect const& rect, platform::Point a, platform::Point b) {
    float from = 0;
    float to = 1;
    float const dx = b.x - a.x;
    float const dy = b.y - a.y;
    std::array<std::array<float, 2>, 4> const sides{{{-dx, a.x - rect.x},
                                                     {dx, rect.right() - a.x},
                                                     {-dy, a.y - rect.y},
                                                     {dy, rect.bottom() - a.y}}};
    for (auto const& [speed, room] : sides) {
        if (speed == 0) {
            if (room < 0) {
                return false;
            }
            continue;
        }
        float const at = room / speed;
        (speed < 0 ? from : to) = speed < 0 ? std::max(from, at) : std::min(to, at);
    }
    return from <= to;
}

bool line_crosses(Rect const& rect, Points const& line) {
    for (std::size_t n = 1; n < line.size(); ++n) {
        if (crosses(rect, line[n - 1], line[n])) {
            return true;
        }
    }
    return false;
}

bool edge_crosses(Rect const& rect, Points const& outline) {
    for (std::size_t n = 0; n < outline.size(); ++n) {
        if (crosses(rect, outline[n], outline[(n + 1) % outline.size()])) {
            return true;
        }
    }
    return false;
}

// Whether the middle of `rect` lies in a shape; where no edge crosses it, all of it does.
bool inside(Points const& outline, Rect const& rect) {
    float const x = rect.x + rect.w / 2;
    float const y = rect.y + rect.h / 2;
    bool in = false;
    for (std::size_t n = 0; n < outline.size(); ++n) {
        platform::Point const a = outline[n];
        platform::Point const b = outline[(n + 1) % outline.size()];
        if ((a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y)) {
            in = !in;
        }
    }
    return in;
}

} // namespace

MapNames::MapNames(Ui& ui, Rect const& card, std::span<Course const> courses, float road)
    : m_ui(ui)
    , m_card(card)
    , m_courses(courses)
    , m_road(road) {}

void MapNames::put(MapName const& name) {
    Theme const& theme = m_ui.theme();
    Palette const& p = theme.palette;
    TextSpec text{.size_px = theme.type.label + theme.px(name.bold ? 2 : 1),
                  .colour = p.ink,
                  .ground = name.ground.value_or(p.sand),
                  .stand = Stand::middle,
                  .line_height = 1.3F,
                  .bold = name.bold,
                  .one_line = true};
    float const w = std::ceil(m_ui.text_width(text, name.words)) + 1;
    float const h = std::round(text.size_px * text.line_height);
    std::optional<Place> const place = place_for(name, w, h);
    if (!place) {
        return;
    }
    if (place->ground == Ground::own_square) {
        text.ground = name.own->chosen ? p.amber : p.road;
        text.colour = name.own->chosen ? p.on_amber : p.ink;
    } else if (place->ground != Ground::free) {
        m_ui.fill(place->rect.grown(theme.px(3), -std::round(h * 0.08F)), p.sand,
                  theme.space.radius_chip);
    }
    text.place = place->rect;
    m_ui.text(text, name.words);
    m_taken.push_back(place->rect);
}

std::optional<MapNames::Place> MapNames::place_for(MapName const& name, float w, float h) const {
    std::optional<Place> on_road;
    for (float const down : kDown) {
        for (float const across : kAcross) {
            Place place{.rect = kept_inside(
                            {name.x - w / 2 + across * w, name.y - h / 2 + down * h, w, h})};
            if (taken(place.rect)) {
                continue;
            }
            place.ground = ground_of(place.rect, name.own);
            if (place.ground == Ground::free || place.ground == Ground::own_square) {
                return place;
            }
            if (!on_road || place.ground < on_road->ground) {
                on_road = place;
            }
        }
    }
    return name.always ? on_road : std::nullopt;
}

Rect MapNames::kept_inside(Rect rect) const {
    Rect const room = m_card.grown(-m_ui.theme().px(8));
    rect.x = std::round(std::clamp(rect.x, room.x, std::max(room.x, room.right() - rect.w)));
    rect.y = std::round(std::clamp(rect.y, room.y, std::max(room.y, room.bottom() - rect.h)));
    return rect;
}

bool MapNames::taken(Rect const& rect) const {
    return std::ranges::any_of(m_taken, [&](Rect const& other) { return other.overlaps(rect); });
}

MapNames::Ground MapNames::ground_of(Rect const& rect, Course const* own) const {
    Rect const ink = rect.grown(m_road / 2 + 1, m_road / 2 + 1 - rect.h * kAir);
    Ground worst = Ground::free;
    for (Course const& course : m_courses) {
        Ground const on_it = course.chosen ? Ground::chosen_road : Ground::road;
        bool const crossed = std::ranges::any_of(
            course.lines, [&](Points const& line) { return line_crosses(ink, line); });
        if (crossed || edge_crosses(rect, course.outline)) {
            worst = std::max(worst, on_it);
        } else if (inside(course.outline, rect)) {
            worst = std::max(worst, &course == own ? Ground::own_square : on_it);
        }
    }
    return worst;
}

} // namespace inloop::ui
