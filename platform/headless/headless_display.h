// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "platform/api/fingers_down.h"
#include "platform/painter/painter.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace inloop::platform {

// A display in memory: for tests, for the tour through all screens and for page previews. Draws
// with the Painter, so that its pictures are what a kiosk without a GPU shows. Owned by main or a
// test; push(), resize(), fail_next_present() and wake() may be called from any thread, the rest
// belongs to the thread that made it.
class HeadlessDisplay final : public Display {
public:
    // `pixels_per_mm` > 0.
    HeadlessDisplay(PixelSize size, float pixels_per_mm);

    // Injects input: the next wait() returns it. A DisplayEvent `lost` cancels the fingers that are
    // down and makes present() do nothing until `back`.
    void push(InputEvent event);
    // Changes the size at once and pushes DisplayEvent `resized`.
    void resize(PixelSize size);
    // The next present() returns `error` and shows nothing.
    void fail_next_present(Error error);

    [[nodiscard]] PixelSize size() const override;
    [[nodiscard]] float pixels_per_mm() const override { return m_pixels_per_mm; }
    void wait(std::optional<Instant> until, std::vector<InputEvent>& events) override;
    void wake() override;
    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override;
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override;
    void destroy_texture(TextureId texture) override;
    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame) override;
    // Never fails.
    [[nodiscard]] Result<Image> screenshot() override;

private:
    void deliver(InputEvent const& event, std::vector<InputEvent>& events);

    float m_pixels_per_mm;
    Painter m_painter;
    FingersDown m_fingers;
    bool m_lost = false;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_arrived;
    PixelSize m_size;
    std::vector<InputEvent> m_waiting;
    bool m_woken = false;
    std::optional<Error> m_failure;
};

} // namespace inloop::platform
