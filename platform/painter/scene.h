// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/geometry.h"
#include "platform/painter/primitive.h"
#include "platform/painter/texture.h"
#include "platform/painter/tile_grid.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;
struct ImVec2;

namespace inloop::platform::painter {

// A primitive and the pixels it may touch: not empty, inside the screen and the clip rectangle.
struct Placed {
    PixelRect bounds;
    std::variant<Fill, Blit, Triangle> what;
};

// Turns draw data into primitives and leaves out what cannot be drawn: numbers that are not finite
// or absurd, indices and offsets beyond their arrays, textures that do not exist, callbacks, what
// is invisible. Two triangles that make an axis-aligned rectangle of one colour become a Fill or a
// Blit. One thread.
class Scene {
public:
    Scene(TextureStore const& textures, TileGrid& grid);

    // Fills the grid too. The primitives are valid until a texture is destroyed.
    void collect(ImDrawData const& frame, PixelSize screen);

    [[nodiscard]] std::span<Placed const> primitives() const { return m_primitives; }

private:
    // What stays the same over one draw command.
    struct Command {
        ImDrawList const& list;
        ImVec2 const& origin;
        PixelRect clip;
        Texture const& texture;
        std::uint32_t first_vertex;
        std::span<std::uint16_t const> indices;
    };

    void collect(ImDrawList const& list, ImVec2 const& origin, PixelSize screen);
    void collect(Command const& command);
    bool add_rectangle(Command const& command, std::span<std::uint16_t const> six);
    void add_triangle(Command const& command, std::span<std::uint16_t const> three);
    void add_fill(PixelRect bounds, Color color);
    bool add_blit(Texture const& texture, PixelRect whole, PixelRect bounds, Corner const& top_left,
                  Corner const& bottom_right);
    void add(PixelRect bounds, std::uint64_t hash, Covers covers,
             std::variant<Fill, Blit, Triangle> what);

    TextureStore const& m_textures;
    TileGrid& m_grid;
    std::vector<Placed> m_primitives;
};

} // namespace inloop::platform::painter
