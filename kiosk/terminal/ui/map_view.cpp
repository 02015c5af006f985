// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/map_view.h"

#include "kiosk/terminal/ui/map_names.h"
#include "kiosk/terminal/ui/map_projection.h"
#include "kiosk/terminal/ui/tuning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace inloop::ui {

namespace {

Points projected(MapProjection const& projection, std::vector<entries::MapPoint> const& line) {
    Points points;
    points.reserve(line.size());
    for (entries::MapPoint const& point : line) {
        points.push_back(projection.to_display(point));
    }
    return points;
}

// Dear ImGui smooths the edges of shapes that run clockwise on the display; maps run the other way.
Points clockwise(Points points) {
    std::reverse(points.begin(), points.end());
    return points;
}

// A wide line with round corners and ends.
void stroke(Ui& ui, std::span<platform::Point const> line, float width, Colour colour) {
    float const half = width / 2;
    for (std::size_t n = 0; n < line.size(); ++n) {
        platform::Point const a = line[n];
        ui.disc(a.x, a.y, half, colour);
        if (n + 1 == line.size()) {
            break;
        }
        platform::Point const b = line[n + 1];
        float const length = std::hypot(b.x - a.x, b.y - a.y);
        if (length < 0.5F) {
            continue;
        }
        float const nx = -(b.y - a.y) / length * half;
        float const ny = (b.x - a.x) / length * half;
        std::array<platform::Point, 4> const piece{{{a.x + nx, a.y + ny},
                                                    {a.x - nx, a.y - ny},
                                                    {b.x - nx, b.y - ny},
                                                    {b.x + nx, b.y + ny}}};
        ui.polygon(piece, colour);
    }
}

// A piece of water or green, a little larger than it is: pieces of one shape meet without a seam.
void fill_area(Ui& ui, Points outline, Colour colour) {
    constexpr float kOver = 2;
    ui.polygon(outline, colour);
    outline.push_back(outline.front());
    stroke(ui, outline, kOver, colour);
}

// How streets are drawn: a border, and a face within it.
struct Pen {
    Colour face, border;
    float width = 0; // of the face
    float line = 0; // of the border
};

void draw_borders(Ui& ui, Course const& course, Pen const& pen) {
    for (Points const& line : course.lines) {
        stroke(ui, line, pen.width + 2 * pen.line, pen.border);
    }
    if (!course.outline.empty()) {
        Points closed = course.outline;
        closed.push_back(closed.front());
        stroke(ui, closed, 2 * pen.line, pen.border);
    }
}

void draw_faces(Ui& ui, Course const& course, Pen const& pen) {
    for (Points const& line : course.lines) {
        stroke(ui, line, pen.width, pen.face);
    }
    if (course.outline.size() >= 3) {
        ui.polygon(course.outline, pen.face);
    }
}

// One frame of the sketch.
class Sketch {
public:
    Sketch(Ui& ui, pages::Map const& map, MapViewSpec const& spec, Rect const& face)
        : m_ui(ui)
        , m_map(map)
        , m_spec(spec)
        , m_face(face)
        , m_projection(map, face)
        , m_width(static_cast<float>(kStreetMetres * m_projection.pixels_per_metre())) {
        for (pages::Street const& street : map.streets) {
            Course course{.street = &street,
                          .lines = {},
                          .outline = clockwise(projected(m_projection, street.outline)),
                          .chosen = street.id == spec.spot.street};
            for (auto const& line : street.lines) {
                course.lines.push_back(projected(m_projection, line));
            }
            m_courses.push_back(std::move(course));
        }
    }

    void draw() {
        Ui::Clip const clip(m_ui, m_face);
        Palette const& p = m_ui.theme().palette;
        m_ui.fill(m_face, p.sand);
        for (pages::Area const& area : m_map.areas) {
            fill_area(m_ui, clockwise(projected(m_projection, area.outline)),
                      area.kind == pages::AreaKind::water ? p.water : p.green_area);
        }
        streets();
        MapNames names(m_ui, m_face, m_courses, m_width);
        MapName const door = here(names);
        pin(names);
        names.put(door);
        all_names(names);
    }

    [[nodiscard]] MapProjection const& projection() const { return m_projection; }

private:
    void streets() {
        Theme const& theme = m_ui.theme();
        Palette const& p = theme.palette;
        Pen const pen{p.road, p.edge, m_width, theme.space.border};
        Pen const amber{p.amber, p.ink, m_width, theme.space.border_focus};
        for (Course const& course : m_courses) {
            draw_borders(m_ui, course, pen);
        }
        for (Course const& course : m_courses) {
            draw_faces(m_ui, course, pen);
        }
        for (Course const& course : m_courses) {
            if (course.chosen) {
                draw_borders(m_ui, course, amber);
                draw_faces(m_ui, course, amber);
            }
        }
    }

    // The open door stands where the visitor stands; what it says goes over the pin.
    MapName here(MapNames& names) {
        Theme const& theme = m_ui.theme();
        Palette const& p = theme.palette;
        platform::Point const at = m_projection.to_display(m_map.kiosk);
        float const h = theme.px(34, 22, 36);
        float const w = std::round(h * 0.76F);
        Rect const door{std::round(at.x - w / 2), std::round(at.y - h / 2), w, h};
        m_ui.fill(door, p.ink, theme.px(3));
        float const frame = std::max(2.0F, std::round(w * 0.1F));
        Rect const hole = door.grown(-frame);
        float const free = hole.x + hole.w * 0.3F;
        float const slant = hole.h * 0.08F;
        std::array<platform::Point, 4> const leaf{{{free, hole.y + slant},
                                                   {hole.right(), hole.y},
                                                   {hole.right(), hole.bottom()},
                                                   {free, hole.bottom() - slant}}};
        m_ui.polygon(leaf, p.amber);
        names.keep_clear(door.grown(2));
        return {.words = m_spec.here,
                .x = at.x,
                .y = door.y - theme.type.label * 0.75F,
                .bold = true,
                .always = true};
    }

    // Its tip stands on the chosen point.
    void pin(MapNames& names) {
        if (!m_spec.spot.point) {
            return;
        }
        Theme const& theme = m_ui.theme();
        Palette const& p = theme.palette;
        platform::Point const tip = m_projection.to_display(*m_spec.spot.point);
        float const radius =
            std::clamp(std::round(m_face.h * 0.05F), theme.px(14), theme.px(24, 16, 26));
        float const halo = theme.space.border;
        float up = radius * 1.75F; // from the tip to the middle of the circle
        if (tip.y - up - radius < m_face.y + halo) {
            up = -up; // hangs where it has no room to stand
        }
        drop(tip, up, radius + halo, halo * 2, p.road);
        drop(tip, up, radius, 0, p.ink);
        m_ui.disc(tip.x, tip.y - up, radius * 0.4F, theme.high_contrast() ? p.paper : p.amber);
        float const top = up > 0 ? tip.y - up - radius : tip.y;
        names.keep_clear({tip.x - radius, top, 2 * radius, std::abs(up) + radius});
    }

    // A circle `up` above the point with its tangents down to a tip that lies `longer` under it.
    void drop(platform::Point tip, float up, float radius, float longer, Colour colour) {
        float const sign = up < 0 ? -1.0F : 1.0F;
        float const sine = radius / (std::abs(up) + longer);
        float const side = radius * std::sqrt(1 - sine * sine) * sign;
        float const down = radius * sine * sign;
        platform::Point const middle{tip.x, tip.y - up};
        m_ui.disc(middle.x, middle.y, radius, colour);
        std::array<platform::Point, 3> const cone{{{middle.x - side, middle.y + down},
                                                   {middle.x + side, middle.y + down},
                                                   {tip.x, tip.y + longer * sign}}};
        m_ui.polygon(cone, colour);
    }

    void all_names(MapNames& names) {
        for (Course const& course : m_courses) {
            if (course.chosen) {
                street_name(names, course);
            }
        }
        for (Course const& course : m_courses) {
            if (!course.chosen) {
                street_name(names, course);
            }
        }
        Palette const& p = m_ui.theme().palette;
        for (pages::Area const& area : m_map.areas) {
            if (!area.name.empty() && area.label) {
                platform::Point const at = m_projection.to_display(*area.label);
                names.put({.words = area.name,
                           .x = at.x,
                           .y = at.y,
                           .ground = area.kind == pages::AreaKind::water ? p.water : p.green_area});
            }
        }
    }

    void street_name(MapNames& names, Course const& course) {
        platform::Point const at = m_projection.to_display(course.street->label);
        names.put({.words = course.street->name,
                   .x = at.x,
                   .y = at.y,
                   .bold = course.chosen,
                   .always = course.chosen,
                   .own = &course});
    }

    Ui& m_ui;
    pages::Map const& m_map;
    MapViewSpec const& m_spec;
    Rect m_face;
    MapProjection m_projection;
    float m_width;
    std::vector<Course> m_courses;
};

// Covers what lies between the corners of `rect` and its rounding.
void round_corners(Ui& ui, Rect const& rect, float radius, Colour around, Rect const& within) {
    Ui::Clip const clip(ui, within);
    float const thickness = radius; // more than the corner of a square sticks out of its circle
    ui.outline(rect.grown(thickness), around, thickness, radius + thickness);
}

// The card around the sketch: what can be touched has a border and a bottom edge.
void frame_card(Ui& ui, Rect const& rect, Rect const& face, bool pressed) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    float const radius = theme.space.radius;
    Rect upper = rect;
    Rect const lower = upper.take_bottom(radius + rect.h - face.h);
    if (!pressed) {
        Ui::Clip const clip(ui, {rect.x, face.bottom(), rect.w, rect.bottom() - face.bottom()});
        ui.fill(rect, p.edge);
    }
    round_corners(ui, face, radius, p.paper, upper);
    round_corners(ui, face, radius, pressed ? p.paper : p.edge, lower);
    round_corners(ui, rect, radius, p.paper, lower);
    float const border = theme.high_contrast() ? theme.space.border_focus : theme.space.border;
    ui.outline(face, pressed ? p.blue : p.edge, border, radius);
}

} // namespace

std::optional<MapTouch> map_view(Ui& ui, pages::Map const& map, MapViewSpec const& spec) {
    Touch const touch =
        ui.touch({.id = spec.id, .role = Role::button, .label = spec.label, .rect = spec.rect});
    Rect face = spec.rect;
    face.h -= ui.theme().space.edge;
    Sketch sketch(ui, map, spec, face);
    sketch.draw();
    frame_card(ui, spec.rect, face, touch.pressed);
    if (!touch.tapped) {
        return std::nullopt;
    }
    MapTouch found{.point = sketch.projection().to_map(ui.pointer().at)};
    auto const nearest = pages::nearest_street(map, found.point);
    if (nearest && nearest->metres <= kStreetReachMetres) {
        found.street = nearest->street->id;
    }
    return found;
}

} // namespace inloop::ui
