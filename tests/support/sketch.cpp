// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/sketch.h"

#include <imgui.h>

#include <bit>

namespace inloop::support {

namespace {

// CmdLists is an array in Dear ImGui 1.86 and an ImVector in 1.90.
template <class Lists>
void set_lists(Lists& target, std::vector<ImDrawList*>& lists) {
    if constexpr (requires { target.push_back(lists[0]); }) {
        target.resize(0);
        for (ImDrawList* list : lists) {
            target.push_back(list);
        }
    } else {
        target = lists.data();
    }
}

} // namespace

Sketch::Sketch(platform::PixelSize screen)
    : m_clip{0, 0, static_cast<float>(screen.width), static_cast<float>(screen.height)}
    , m_list(std::make_unique<ImDrawList>(nullptr))
    , m_lists{m_list.get()}
    , m_frame(std::make_unique<ImDrawData>()) {
    m_frame->Valid = true;
    m_frame->DisplaySize = {m_clip[2], m_clip[3]};
    m_frame->FramebufferScale = {1, 1};
}

Sketch::~Sketch() = default;

void Sketch::use(platform::TextureId texture) {
    m_texture = texture;
    m_new_command = true;
}

void Sketch::clip(float left, float top, float right, float bottom) {
    m_clip = {left, top, right, bottom};
    m_new_command = true;
}

ImDrawCmd& Sketch::last_command() {
    return m_list->CmdBuffer.back();
}

ImDrawCmd& Sketch::begin(unsigned indices) {
    if (m_new_command) {
        ImDrawCmd command;
        command.ClipRect = {m_clip[0], m_clip[1], m_clip[2], m_clip[3]};
        command.TextureId = std::bit_cast<ImTextureID>(m_texture);
        command.IdxOffset = static_cast<unsigned>(m_list->IdxBuffer.Size);
        m_list->CmdBuffer.push_back(command);
        m_new_command = false;
    }
    last_command().ElemCount += indices;
    return last_command();
}

void Sketch::add(SketchVertex const& vertex) {
    ImDrawVert v;
    v.pos = {vertex.x, vertex.y};
    v.uv = {vertex.u, vertex.v};
    v.col = IM_COL32(vertex.color.r, vertex.color.g, vertex.color.b, vertex.color.a);
    m_list->VtxBuffer.push_back(v);
}

void Sketch::fill(float left, float top, float right, float bottom, Rgba color, float u, float v) {
    image(left, top, right, bottom, {u, v, u, v}, color);
}

void Sketch::image(float left, float top, float right, float bottom, std::array<float, 4> uv,
                   Rgba color) {
    begin(6);
    auto const first = static_cast<ImDrawIdx>(m_list->VtxBuffer.Size);
    add({left, top, color, uv[0], uv[1]});
    add({right, top, color, uv[2], uv[1]});
    add({right, bottom, color, uv[2], uv[3]});
    add({left, bottom, color, uv[0], uv[3]});
    for (int const corner : {0, 1, 2, 0, 2, 3}) {
        m_list->IdxBuffer.push_back(static_cast<ImDrawIdx>(first + corner));
    }
}

void Sketch::triangle(SketchVertex a, SketchVertex b, SketchVertex c) {
    begin(3);
    for (SketchVertex const& vertex : {a, b, c}) {
        m_list->IdxBuffer.push_back(static_cast<ImDrawIdx>(m_list->VtxBuffer.Size));
        add(vertex);
    }
}

ImDrawData const& Sketch::frame() {
    set_lists(m_frame->CmdLists, m_lists);
    m_frame->CmdListsCount = static_cast<int>(m_lists.size());
    m_frame->TotalIdxCount = m_list->IdxBuffer.Size;
    m_frame->TotalVtxCount = m_list->VtxBuffer.Size;
    return *m_frame;
}

platform::TextureId white_texture(platform::Display& display) {
    auto const texture = display.create_texture({1, 1}, platform::TextureFormat::alpha8);
    std::uint8_t const white = 255;
    display.update_texture(texture.value(), {0, 0, 1, 1}, {&white, 1});
    return texture.value();
}

Rgba pixel(platform::Image const& image, int x, int y) {
    std::size_t const at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) +
         static_cast<std::size_t>(x)) *
        4;
    return {image.rgba.at(at), image.rgba.at(at + 1), image.rgba.at(at + 2), image.rgba.at(at + 3)};
}

} // namespace inloop::support
