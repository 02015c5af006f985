// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "platform/api/geometry.h"

#include <string>

struct ImDrawData;
struct ImDrawList;
struct ImGuiContext;

namespace inloop::support {

// What the page shows.
struct PageState {
    int pressed_key = -1; // 0 to 39
    float scroll = 0; // pixels, whole
    std::string typed = "Er staat al drie dagen een fiets";
};

// A screen as large and as full as the kiosk's: four tiles, a text, a keyboard of forty rounded
// keys; drawn by Dear ImGui with its own font. Makes a Dear ImGui context of its own and textures
// of `display`, which must outlive it.
class ImGuiPage {
public:
    explicit ImGuiPage(platform::Display& display);
    ImGuiPage(ImGuiPage const&) = delete;
    ImGuiPage& operator=(ImGuiPage const&) = delete;
    ~ImGuiPage();

    // Valid until the next call.
    [[nodiscard]] ImDrawData const& draw(PageState const& state);

private:
    void draw_tiles(ImDrawList& list) const;
    void draw_text(ImDrawList& list, PageState const& state) const;
    void draw_keyboard(ImDrawList& list, int pressed) const;

    platform::Display& m_display;
    ImGuiContext* m_context;
    platform::TextureId m_atlas = 0;
    float m_width;
    float m_height;
};

} // namespace inloop::support
