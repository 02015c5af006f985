// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/gl/presenter.h"
#include "platform/painter/painter.h"

#include <span>
#include <vector>

struct SDL_Surface;
struct SDL_Window;

namespace inloop::platform::sdl2 {

// Paints on the CPU and shows what changed through SDL's window surface. One thread. The window
// outlives it.
class SurfacePresenter final : public Presenter {
public:
    SurfacePresenter(SDL_Window* window, PixelSize size);

    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format) override;
    void update_texture(TextureId texture, PixelRect area,
                        std::span<std::uint8_t const> pixels) override;
    void destroy_texture(TextureId texture) override;
    [[nodiscard]] Result<FrameReport> present(ImDrawData const& frame, PixelSize size) override;
    [[nodiscard]] Result<Image> screenshot() override;
    void exposed() override;

private:
    [[nodiscard]] Result<void> show(std::span<PixelRect const> damage);
    void copy(SDL_Surface& surface, PixelRect area) const;

    SDL_Window* m_window;
    Painter m_painter;
    bool m_show_all = true;
};

} // namespace inloop::platform::sdl2
