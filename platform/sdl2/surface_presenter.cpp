// SPDX-License-Identifier: EUPL-1.2
#include "platform/sdl2/surface_presenter.h"

#include <SDL.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace inloop::platform::sdl2 {

SurfacePresenter::SurfacePresenter(SDL_Window* window, PixelSize size)
    : m_window(window)
    , m_painter(size) {}

Result<TextureId> SurfacePresenter::create_texture(PixelSize size, TextureFormat format) {
    return m_painter.create_texture(size, format);
}

void SurfacePresenter::update_texture(TextureId texture, PixelRect area,
                                      std::span<std::uint8_t const> pixels) {
    m_painter.update_texture(texture, area, pixels);
}

void SurfacePresenter::destroy_texture(TextureId texture) {
    m_painter.destroy_texture(texture);
}

Result<FrameReport> SurfacePresenter::present(ImDrawData const& frame, PixelSize size) {
    if (size != m_painter.size()) {
        m_painter.resize(size);
        m_show_all = true;
    }
    auto damage = m_painter.paint(frame);
    PixelRect const everything{0, 0, size.width, size.height};
    if (m_show_all) {
        damage = {&everything, 1};
    }
    if (damage.empty()) {
        return FrameReport{};
    }
    if (auto const shown = show(damage); !shown) {
        m_show_all = true;
        return tl::unexpected(shown.error());
    }
    m_show_all = false;
    return FrameReport{true, pixels_in(damage)};
}

Result<void> SurfacePresenter::show(std::span<PixelRect const> damage) {
    // Asked for every time: SDL makes a new one when the window's size or screen changed.
    SDL_Surface* const surface = SDL_GetWindowSurface(m_window);
    if (surface == nullptr) {
        return fail(ErrorCode::unavailable,
                    std::string("SDL gives no window surface: ") + SDL_GetError());
    }
    PixelRect const everything{0, 0, m_painter.size().width, m_painter.size().height};
    if (surface->userdata != this) {
        surface->userdata = this; // a new one is empty
        damage = {&everything, 1};
    }
    std::vector<SDL_Rect> areas;
    for (PixelRect area : damage) {
        area.right = std::min(area.right, surface->w);
        area.bottom = std::min(area.bottom, surface->h);
        if (!area.empty()) {
            copy(*surface, area);
            areas.push_back({area.left, area.top, area.width(), area.height()});
        }
    }
    if (SDL_UpdateWindowSurfaceRects(m_window, areas.data(), static_cast<int>(areas.size())) != 0) {
        return fail(ErrorCode::unavailable,
                    std::string("SDL does not show the window: ") + SDL_GetError());
    }
    return {};
}

void SurfacePresenter::copy(SDL_Surface& surface, PixelRect area) const {
    auto const offset = [](int row, int pitch, int x) {
        return static_cast<std::ptrdiff_t>(row) * pitch + static_cast<std::ptrdiff_t>(x) * 4;
    };
    auto const* const from = reinterpret_cast<std::byte const*>(m_painter.pixels().data()) +
                             offset(area.top, m_painter.stride(), area.left);
    auto* const pixels = static_cast<std::byte*>(surface.pixels);
    bool const same_layout = surface.format->format == SDL_PIXELFORMAT_RGB888 ||
                             surface.format->format == SDL_PIXELFORMAT_ARGB8888;
    if (!same_layout) {
        auto* const to = pixels + static_cast<std::ptrdiff_t>(area.top) * surface.pitch +
                         static_cast<std::ptrdiff_t>(area.left) * surface.format->BytesPerPixel;
        SDL_ConvertPixels(area.width(), area.height(), SDL_PIXELFORMAT_ARGB8888, from,
                          m_painter.stride(), surface.format->format, to, surface.pitch);
        return;
    }
    auto* const to = pixels + offset(area.top, surface.pitch, area.left);
    for (int row = 0; row < area.height(); ++row) {
        std::copy_n(from + offset(row, m_painter.stride(), 0),
                    static_cast<std::size_t>(area.width()) * 4, to + offset(row, surface.pitch, 0));
    }
}

Result<Image> SurfacePresenter::screenshot() {
    return m_painter.image();
}

void SurfacePresenter::exposed() {
    m_show_all = true;
}

} // namespace inloop::platform::sdl2
