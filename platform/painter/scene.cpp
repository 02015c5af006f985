// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/scene.h"

#include "platform/painter/hash.h"
#include "platform/painter/tuning.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <optional>

namespace inloop::platform::painter {

static_assert(sizeof(ImDrawIdx) == sizeof(std::uint16_t), "Debian's Dear ImGui has 16-bit indices");

namespace {

PixelRect intersect(PixelRect a, PixelRect b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

bool within(float value, float limit) {
    return std::abs(value) <= limit;
} // false for NaN

// What is absurdly far stays far, but where an int can hold it.
float bring_near(float value) {
    return std::clamp(value, -kFarthestPixel, kFarthestPixel);
}

// Cuts off the fraction as the OpenGL backend does.
int cut(float value) {
    return static_cast<int>(bring_near(value));
}

// The pixels that glScissor leaves when Dear ImGui's OpenGL 3 backend sets it: the origin is at the
// bottom left, and origin and extent lose their fractions separately.
std::optional<PixelRect> scissor(ImVec4 const& clip, ImVec2 const& origin, PixelSize screen) {
    float const left = bring_near(clip.x - origin.x);
    float const top = bring_near(clip.y - origin.y);
    float const right = bring_near(clip.z - origin.x);
    float const bottom = bring_near(clip.w - origin.y);
    if (!(right > left) || !(bottom > top)) { // also when one of them is not a number
        return std::nullopt;
    }
    int const x = static_cast<int>(left);
    int const y = screen.height - static_cast<int>(static_cast<float>(screen.height) - bottom);
    PixelRect const area{x, y - static_cast<int>(bottom - top), x + static_cast<int>(right - left),
                         y};
    PixelRect const visible = intersect(area, {0, 0, screen.width, screen.height});
    return visible.empty() ? std::nullopt : std::optional(visible);
}

Color color_of(ImU32 color) {
    return {static_cast<std::uint8_t>(color >> IM_COL32_R_SHIFT),
            static_cast<std::uint8_t>(color >> IM_COL32_G_SHIFT),
            static_cast<std::uint8_t>(color >> IM_COL32_B_SHIFT),
            static_cast<std::uint8_t>(color >> IM_COL32_A_SHIFT)};
}

int to_fixed(float pixels) {
    return static_cast<int>(std::floor(pixels * 256.0F + 0.5F));
}

// The first pixel whose centre is not before `fixed`.
int first_pixel(int fixed) {
    return (fixed - 128 + 255) >> 8;
}

template <class T>
std::span<T const> as_span(ImVector<T> const& vector) {
    if (vector.Data == nullptr || vector.Size <= 0) {
        return {};
    }
    return {vector.Data, static_cast<std::size_t>(vector.Size)};
}

std::optional<Corner> corner(ImDrawList const& list, std::size_t vertex, ImVec2 const& origin) {
    auto const vertices = as_span(list.VtxBuffer);
    if (vertex >= vertices.size()) {
        return std::nullopt;
    }
    ImDrawVert const& v = vertices[vertex];
    float const x = v.pos.x - origin.x;
    float const y = v.pos.y - origin.y;
    if (!within(x, kFarthestPixel) || !within(y, kFarthestPixel) ||
        !within(v.uv.x, kFarthestTexture) || !within(v.uv.y, kFarthestTexture)) {
        return std::nullopt;
    }
    return Corner{to_fixed(x), to_fixed(y), v.uv.x, v.uv.y, color_of(v.col)};
}

bool same_texel(Corner const& a, Corner const& b) {
    return a.u == b.u && a.v == b.v;
}

TextureId texture_id(ImDrawCmd const& command) {
    return std::bit_cast<TextureId>(command.GetTexID()); // a void* in 1.86 and 1.90
}

// The draw lists of a frame, which are an array in 1.86 and an ImVector in 1.90.
template <class Frame>
int list_count(Frame const& frame) {
    if constexpr (requires { frame.CmdLists.Size; }) {
        return std::min(frame.CmdListsCount, static_cast<int>(frame.CmdLists.Size));
    } else {
        return frame.CmdLists != nullptr ? frame.CmdListsCount : 0;
    }
}

// Four corners, one after another around a rectangle; it may hang turned.
bool axis_aligned(std::array<Corner, 4> const& c) {
    bool const upright =
        c[0].x == c[3].x && c[1].x == c[2].x && c[0].y == c[1].y && c[2].y == c[3].y;
    bool const on_its_side =
        c[0].y == c[3].y && c[1].y == c[2].y && c[0].x == c[1].x && c[2].x == c[3].x;
    return (upright || on_its_side) && c[0].x != c[2].x && c[0].y != c[2].y;
}

// The texels between the smallest and the largest coordinates, and one more on each side for
// rounding.
PixelRect texels_between(Texture const& texture, float u0, float v0, float u1, float v1) {
    auto const width = static_cast<float>(texture.size().width);
    auto const height = static_cast<float>(texture.size().height);
    return {cut(std::min(u0, u1) * width) - 1, cut(std::min(v0, v1) * height) - 1,
            cut(std::max(u0, u1) * width) + 2, cut(std::max(v0, v1) * height) + 2};
}

// The whole number next to `value` when rounding is all that separates them.
std::optional<int> whole(float value) {
    float const rounded = std::round(value);
    if (std::abs(value - rounded) > 1.0F / 64.0F) {
        return std::nullopt;
    }
    return static_cast<int>(rounded);
}

std::uint64_t hash_of(Triangle const& t, PixelRect bounds) {
    Hash hash;
    hash.add(bounds).add(3);
    for (Corner const& c : t.corners) {
        hash.add(c.x, c.y).add(opaque_pixel(c.color)).add(c.color.a);
    }
    if (t.texture != nullptr) {
        auto const [u0, u1] = std::minmax({t.corners[0].u, t.corners[1].u, t.corners[2].u});
        auto const [v0, v1] = std::minmax({t.corners[0].v, t.corners[1].v, t.corners[2].v});
        hash.add(t.texture->id())
            .add(t.texture->version_of(texels_between(*t.texture, u0, v0, u1, v1)));
        for (Corner const& c : t.corners) {
            hash.add(c.u, c.v);
        }
    }
    return hash.value;
}

} // namespace

Scene::Scene(TextureStore const& textures, TileGrid& grid) : m_textures(textures), m_grid(grid) {}

void Scene::collect(ImDrawData const& frame, PixelSize screen) {
    m_primitives.clear();
    if (!within(frame.DisplayPos.x, kFarthestPixel) ||
        !within(frame.DisplayPos.y, kFarthestPixel)) {
        return;
    }
    for (int i = 0; i < list_count(frame); ++i) {
        if (ImDrawList const* const list = frame.CmdLists[i]; list != nullptr) {
            collect(*list, frame.DisplayPos, screen);
        }
    }
}

void Scene::collect(ImDrawList const& list, ImVec2 const& origin, PixelSize screen) {
    auto const indices = as_span(list.IdxBuffer);
    for (ImDrawCmd const& command : as_span(list.CmdBuffer)) {
        auto const clip = scissor(command.ClipRect, origin, screen);
        Texture const* const texture = m_textures.find(texture_id(command));
        if (command.UserCallback != nullptr || !clip || texture == nullptr ||
            command.IdxOffset >= indices.size()) {
            continue;
        }
        auto const rest = indices.subspan(command.IdxOffset);
        std::size_t const count = std::min<std::size_t>(command.ElemCount, rest.size());
        collect(Command{list, origin, *clip, *texture, command.VtxOffset,
                        rest.first(count - count % 3)});
    }
}

void Scene::collect(Command const& command) {
    auto rest = command.indices;
    while (!rest.empty()) {
        if (rest.size() >= 6 && add_rectangle(command, rest.first(6))) {
            rest = rest.subspan(6);
        } else {
            add_triangle(command, rest.first(3));
            rest = rest.subspan(3);
        }
    }
}

bool Scene::add_rectangle(Command const& command, std::span<std::uint16_t const> six) {
    if (six[0] != six[3] || six[2] != six[4]) {
        return false;
    }
    std::array<Corner, 4> c;
    for (std::size_t i = 0; i < 4; ++i) {
        auto const found = corner(
            command.list, std::size_t{command.first_vertex} + six[i < 3 ? i : 5], command.origin);
        if (!found) {
            return false;
        }
        c[i] = *found;
    }
    bool const one_color =
        c[0].color == c[1].color && c[0].color == c[2].color && c[0].color == c[3].color;
    if (!axis_aligned(c) || !one_color) {
        return false;
    }
    auto const [left, right] = std::minmax(c[0].x, c[2].x);
    auto const [top, bottom] = std::minmax(c[0].y, c[2].y);
    PixelRect const whole_box{first_pixel(left), first_pixel(top), first_pixel(right),
                              first_pixel(bottom)};
    PixelRect const bounds = intersect(whole_box, command.clip);
    if (same_texel(c[0], c[1]) && same_texel(c[0], c[2]) && same_texel(c[0], c[3])) {
        add_fill(bounds, multiply(c[0].color, command.texture.nearest(c[0].u, c[0].v)));
        return true;
    }
    bool const upright = c[0].y == c[1].y && c[0].x == left && c[0].y == top;
    bool const straight =
        c[0].u == c[3].u && c[1].u == c[2].u && c[0].v == c[1].v && c[2].v == c[3].v;
    return upright && straight && add_blit(command.texture, whole_box, bounds, c[0], c[2]);
}

void Scene::add_fill(PixelRect bounds, Color color) {
    if (color.a != 0 && !bounds.empty()) {
        add(bounds, Hash{}.add(bounds).add(opaque_pixel(color)).add(color.a).value,
            color.a == 255 ? Covers::yes : Covers::no, Fill{color});
    }
}

bool Scene::add_blit(Texture const& texture, PixelRect whole_box, PixelRect bounds,
                     Corner const& top_left, Corner const& bottom_right) {
    auto const width = static_cast<float>(texture.size().width);
    auto const height = static_cast<float>(texture.size().height);
    auto const left = whole(top_left.u * width);
    auto const top = whole(top_left.v * height);
    auto const right = whole(bottom_right.u * width);
    auto const bottom = whole(bottom_right.v * height);
    bool const whole_pixels = (top_left.x & 255) == 0 && (top_left.y & 255) == 0 &&
                              (bottom_right.x & 255) == 0 && (bottom_right.y & 255) == 0;
    if (!whole_pixels || !left || !top || !right || !bottom ||
        *right - *left != whole_box.width() || *bottom - *top != whole_box.height() || *left < 0 ||
        *top < 0 || *right > texture.size().width || *bottom > texture.size().height) {
        return false;
    }
    if (top_left.color.a == 0 || bounds.empty()) {
        return true;
    }
    Blit const blit{&texture, *left - whole_box.left, *top - whole_box.top, top_left.color};
    PixelRect const texels{bounds.left + blit.shift_x, bounds.top + blit.shift_y,
                           bounds.right + blit.shift_x, bounds.bottom + blit.shift_y};
    Hash hash;
    hash.add(bounds).add(blit.shift_x, blit.shift_y).add(opaque_pixel(blit.color));
    hash.add(blit.color.a).add(texture.id()).add(texture.version_of(texels));
    add(bounds, hash.value, Covers::no, blit);
    return true;
}

void Scene::add_triangle(Command const& command, std::span<std::uint16_t const> three) {
    Triangle t;
    for (std::size_t i = 0; i < 3; ++i) {
        auto const found =
            corner(command.list, std::size_t{command.first_vertex} + three[i], command.origin);
        if (!found) {
            return;
        }
        t.corners[i] = *found;
    }
    auto& [a, b, c] = t.corners;
    std::int64_t const area = doubled_area(a, b, c);
    if (area == 0 || (a.color.a | b.color.a | c.color.a) == 0) {
        return;
    }
    if (area < 0) {
        std::swap(b, c);
    }
    if (same_texel(a, b) && same_texel(a, c)) {
        Color const texel = command.texture.nearest(a.u, a.v);
        for (Corner& each : t.corners) {
            each.color = multiply(each.color, texel);
        }
    } else {
        t.texture = &command.texture;
    }
    auto const [x0, x1] = std::minmax({a.x, b.x, c.x});
    auto const [y0, y1] = std::minmax({a.y, b.y, c.y});
    // The right and bottom edges are never drawn on, but a corner there may share its pixel with a
    // top or left edge.
    PixelRect const bounds = intersect(
        {first_pixel(x0), first_pixel(y0), first_pixel(x1) + 1, first_pixel(y1) + 1}, command.clip);
    if (!bounds.empty()) {
        add(bounds, hash_of(t, bounds), Covers::no, t);
    }
}

void Scene::add(PixelRect bounds, std::uint64_t hash, Covers covers,
                std::variant<Fill, Blit, Triangle> what) {
    m_grid.add(bounds, hash, covers, static_cast<std::uint32_t>(m_primitives.size()));
    m_primitives.push_back({bounds, what});
}

} // namespace inloop::platform::painter
