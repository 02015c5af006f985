// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "platform/api/geometry.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace inloop::support {

// R, G, B, A with straight alpha.
struct Rgba {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(Rgba const&, Rgba const&) = default;
};

struct SketchVertex {
    float x = 0;
    float y = 0;
    Rgba color;
    float u = 0;
    float v = 0;
};

// Draw data by hand, without a Dear ImGui context, so that a test says exactly what a display is
// given - also what Dear ImGui would never give.
class Sketch {
public:
    explicit Sketch(platform::PixelSize screen);
    Sketch(Sketch const&) = delete;
    Sketch& operator=(Sketch const&) = delete;
    ~Sketch();

    // What follows is drawn with this texture and inside this rectangle; starts a new draw command.
    void use(platform::TextureId texture);
    void clip(float left, float top, float right, float bottom);

    // As ImDrawList::AddRectFilled without rounding: four corners that all name one texel.
    void fill(float left, float top, float right, float bottom, Rgba color, float u = 0.5F,
              float v = 0.5F);
    // As ImDrawList::AddImage: `uv` is left, top, right, bottom.
    void image(float left, float top, float right, float bottom, std::array<float, 4> uv,
               Rgba color = {255, 255, 255, 255});
    void triangle(SketchVertex a, SketchVertex b, SketchVertex c);

    // The parts, for a test that wants to spoil them.
    [[nodiscard]] ImDrawList& list() { return *m_list; }
    [[nodiscard]] ImDrawCmd& last_command();

    // Valid as long as the sketch and until it is drawn on again.
    [[nodiscard]] ImDrawData const& frame();

private:
    ImDrawCmd& begin(unsigned indices);
    void add(SketchVertex const& vertex);

    platform::TextureId m_texture = 0;
    std::array<float, 4> m_clip;
    bool m_new_command = true;
    std::unique_ptr<ImDrawList> m_list;
    std::vector<ImDrawList*> m_lists;
    std::unique_ptr<ImDrawData> m_frame;
};

// A texture of one white texel, as the shapes of Dear ImGui use it.
[[nodiscard]] platform::TextureId white_texture(platform::Display& display);

// The pixel (x, y) of a screenshot.
[[nodiscard]] Rgba pixel(platform::Image const& image, int x, int y);

} // namespace inloop::support
