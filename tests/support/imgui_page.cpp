// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/imgui_page.h"

#include <imgui.h>

#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <string_view>

namespace inloop::support {

namespace {

constexpr ImU32 kPaper = IM_COL32(247, 245, 240, 255);
constexpr ImU32 kInk = IM_COL32(25, 30, 45, 255);
constexpr ImU32 kKey = IM_COL32(225, 228, 235, 255);
constexpr ImU32 kPressed = IM_COL32(20, 66, 140, 255);

constexpr std::array<std::string_view, 4> kTiles{"Ik wil iets vragen", "Ik wil iets melden",
                                                 "Over dit punt", "Mijn antwoord"};
constexpr std::string_view kKeys = "1234567890qwertyuiopasdfghjkl;zxcvbnm,.?";
constexpr std::string_view kLine =
    "De wijkagent leest uw vraag uiterlijk woensdag om twaalf uur en antwoordt hier. ";

void put_text(ImDrawList& list, ImVec2 at, ImU32 color, std::string_view text) {
    list.AddText(at, color, text.data(), text.data() + text.size());
}

} // namespace

ImGuiPage::ImGuiPage(platform::Display& display)
    : m_display(display)
    , m_context(ImGui::CreateContext())
    , m_width(static_cast<float>(display.size().width))
    , m_height(static_cast<float>(display.size().height)) {
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {m_width, m_height};
    // Lines drawn from a texture need a sampling that the displays do not promise.
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines;
    ImFontConfig config;
    config.SizePixels = 22;
    io.Fonts->AddFontDefault(&config);
    unsigned char* pixels = nullptr;
    platform::PixelSize size;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &size.width, &size.height);
    m_atlas = display.create_texture(size, platform::TextureFormat::alpha8).value();
    std::size_t const count =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    display.update_texture(m_atlas, {0, 0, size.width, size.height}, {pixels, count});
    io.Fonts->SetTexID(std::bit_cast<ImTextureID>(m_atlas));
}

ImGuiPage::~ImGuiPage() {
    m_display.destroy_texture(m_atlas);
    ImGui::DestroyContext(m_context);
}

ImDrawData const& ImGuiPage::draw(PageState const& state) {
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled({0, 0}, {m_width, m_height}, kPaper);
    draw_tiles(list);
    draw_text(list, state);
    draw_keyboard(list, state.pressed_key);
    ImGui::Render();
    return *ImGui::GetDrawData();
}

void ImGuiPage::draw_tiles(ImDrawList& list) const {
    float const width = (m_width - 100) / 4;
    for (std::size_t i = 0; i < kTiles.size(); ++i) {
        float const x = 20 + static_cast<float>(i) * (width + 20);
        list.AddRectFilled({x, 20}, {x + width, 150}, IM_COL32(20, 66 + 30 * i, 140, 255), 12);
        list.AddRect({x + 6, 26}, {x + width - 6, 144}, IM_COL32(255, 255, 255, 120), 8, 0, 2);
        put_text(list, {x + 24, 70}, IM_COL32_WHITE, kTiles[i]);
    }
}

void ImGuiPage::draw_text(ImDrawList& list, PageState const& state) const {
    list.PushClipRect({20, 170}, {m_width - 20, m_height - 400});
    list.AddRectFilled({20, 170}, {m_width - 20, m_height - 400}, IM_COL32_WHITE);
    for (int line = 0; line < 20; ++line) {
        put_text(list, {40, 180 + static_cast<float>(line) * 30 - state.scroll}, kInk, kLine);
    }
    list.PopClipRect();
    list.AddRect({20, m_height - 380}, {m_width - 20, m_height - 320}, kInk, 6, 0, 3);
    put_text(list, {40, m_height - 362}, kInk, state.typed);
    list.AddCircleFilled({m_width - 60, m_height - 350}, 14, kPressed);
    list.AddLine({60, m_height - 330}, {m_width - 200, m_height - 334}, kPressed, 1.5F);
}

void ImGuiPage::draw_keyboard(ImDrawList& list, int pressed) const {
    float const width = (m_width - 40) / 10;
    for (int i = 0; i < 40; ++i) {
        float const x = 20 + static_cast<float>(static_cast<int>(width) * (i % 10));
        int const row = i / 10;
        float const y = m_height - 300 + static_cast<float>(row * 72);
        list.AddRectFilled({x, y}, {x + width - 8, y + 64}, i == pressed ? kPressed : kKey, 8);
        put_text(list, {x + 50, y + 20}, i == pressed ? IM_COL32_WHITE : kInk,
                 kKeys.substr(static_cast<std::size_t>(i), 1));
    }
}

} // namespace inloop::support
