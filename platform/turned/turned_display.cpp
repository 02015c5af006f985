// SPDX-License-Identifier: EUPL-1.2
#include "platform/turned/turned_display.h"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::platform {

namespace {

// The draw lists of a frame are an array in Dear ImGui 1.86 and an ImVector in 1.90.
template <class DrawData>
void set_lists(DrawData& frame, std::vector<ImDrawList*>& lists) {
    if constexpr (requires { frame.CmdLists.Size; }) {
        frame.CmdLists.resize(static_cast<int>(lists.size()));
        std::ranges::copy(lists, frame.CmdLists.begin());
    } else {
        frame.CmdLists = lists.data();
    }
    frame.CmdListsCount = static_cast<int>(lists.size());
}

} // namespace

class TurnedDisplay::Frame {
public:
    ImDrawData const& turn(ImDrawData const& frame, PixelSize picture, Turn turn) {
        auto const count = static_cast<std::size_t>(std::max(frame.CmdListsCount, 0));
        while (m_lists.size() < count) {
            m_lists.push_back(std::make_unique<ImDrawList>(nullptr));
        }
        m_shown.clear();
        for (std::size_t i = 0; i < count; ++i) {
            m_shown.push_back(m_lists[i].get());
            copy(*frame.CmdLists[static_cast<int>(i)], *m_lists[i], frame.DisplayPos, picture,
                 turn);
        }
        PixelSize const glass = turned(picture, turn);
        m_data.Valid = frame.Valid;
        m_data.TotalIdxCount = frame.TotalIdxCount;
        m_data.TotalVtxCount = frame.TotalVtxCount;
        m_data.DisplayPos = {0, 0};
        m_data.DisplaySize = {static_cast<float>(glass.width), static_cast<float>(glass.height)};
        m_data.FramebufferScale = frame.FramebufferScale;
        set_lists(m_data, m_shown);
        return m_data;
    }

private:
    // Assigning frees what was there, so that nothing of an older frame stays behind.
    static void copy(ImDrawList const& from, ImDrawList& to, ImVec2 const& origin,
                     PixelSize picture, Turn turn) {
        to.IdxBuffer = from.IdxBuffer;
        to.VtxBuffer = from.VtxBuffer;
        to.CmdBuffer = from.CmdBuffer;
        to.Flags = from.Flags;
        for (ImDrawVert& vertex : to.VtxBuffer) {
            Point const at =
                to_glass({vertex.pos.x - origin.x, vertex.pos.y - origin.y}, picture, turn);
            vertex.pos = {at.x, at.y};
        }
        for (ImDrawCmd& command : to.CmdBuffer) {
            ImVec4 const clip = command.ClipRect;
            Point const a = to_glass({clip.x - origin.x, clip.y - origin.y}, picture, turn);
            Point const b = to_glass({clip.z - origin.x, clip.w - origin.y}, picture, turn);
            command.ClipRect = {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x),
                                std::max(a.y, b.y)};
        }
    }

    std::vector<std::unique_ptr<ImDrawList>> m_lists;
    std::vector<ImDrawList*> m_shown;
    ImDrawData m_data;
};

TurnedDisplay::TurnedDisplay(std::unique_ptr<Display> glass, Turn turn)
    : m_glass(std::move(glass))
    , m_turn(turn)
    , m_frame(std::make_unique<Frame>()) {}

TurnedDisplay::~TurnedDisplay() = default;

PixelSize TurnedDisplay::size() const {
    return turned(m_glass->size(), m_turn);
}

void TurnedDisplay::wait(std::optional<Instant> until, std::vector<InputEvent>& events) {
    std::size_t const before = events.size();
    m_glass->wait(until, events);
    for (std::size_t i = before; i < events.size(); ++i) {
        if (auto* const finger = std::get_if<FingerEvent>(&events[i])) {
            finger->at = to_picture(finger->at, size(), m_turn);
        }
    }
}

Result<TextureId> TurnedDisplay::create_texture(PixelSize size, TextureFormat format) {
    return m_glass->create_texture(size, format);
}

void TurnedDisplay::update_texture(TextureId texture, PixelRect area,
                                   std::span<std::uint8_t const> pixels) {
    m_glass->update_texture(texture, area, pixels);
}

void TurnedDisplay::destroy_texture(TextureId texture) {
    m_glass->destroy_texture(texture);
}

Result<FrameReport> TurnedDisplay::present(ImDrawData const& frame) {
    return m_glass->present(m_frame->turn(frame, size(), m_turn));
}

Result<Image> TurnedDisplay::screenshot() {
    return m_glass->screenshot().map(
        [this](Image const& glass) { return to_picture(glass, m_turn); });
}

std::unique_ptr<Display> hung(std::unique_ptr<Display> display, Turn turn) {
    if (turn == Turn::none) {
        return display;
    }
    return std::make_unique<TurnedDisplay>(std::move(display), turn);
}

} // namespace inloop::platform
