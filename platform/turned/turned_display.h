// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "platform/turned/turn.h"

#include <memory>

namespace inloop::platform {

// Another display, hung turned: sizes, fingers, frames and screenshots are those of the upright
// picture. Threads as the display that it turns.
class TurnedDisplay final : public Display {
public:
    // `glass` is never nullptr.
    TurnedDisplay(std::unique_ptr<Display> glass, Turn turn);
    ~TurnedDisplay() override;

    [[nodiscard]] PixelSize size() const override;
    [[nodiscard]] float pixels_per_mm() const override { return m_glass->pixels_per_mm(); }
    void wait(std::optional<Instant> until, std::vector<InputEvent>& events) override;
    void wake() override { m_glass->wake(); }
    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override;
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override;
    void destroy_texture(TextureId texture) override;
    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame) override;
    [[nodiscard]] Result<Image> screenshot() override;

private:
    class Frame; // the turned copy of what was drawn last

    std::unique_ptr<Display> m_glass;
    Turn m_turn;
    std::unique_ptr<Frame> m_frame;
};

// `display` itself where nothing is to be turned.
[[nodiscard]] std::unique_ptr<Display> hung(std::unique_ptr<Display> display, Turn turn);

} // namespace inloop::platform
