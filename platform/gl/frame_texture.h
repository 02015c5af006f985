// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/geometry.h"
#include "platform/gl/gl_loader.h"

#include <cstdint>
#include <memory>
#include <span>

namespace inloop::platform {

namespace gl {
struct GlFunctions;
}

// A finished picture on its way into a window that can only be reached through OpenGL: a texture
// that keeps the last frame, is updated where it changed, and is copied to the back buffer without
// shaders (glBlitFramebuffer). One thread, with the OpenGL context (3.0 or newer) current, for the
// destructor too.
class FrameTexture {
public:
    [[nodiscard]] static Result<std::unique_ptr<FrameTexture>> open(GlLoader loader);
    FrameTexture(FrameTexture const&) = delete;
    FrameTexture& operator=(FrameTexture const&) = delete;
    ~FrameTexture();

    // Takes the changed rectangles out of `pixels`: rows of `size.width` without gaps, 0xFFRRGGBB
    // each. When the size is new, all of it counts as changed. `unavailable` when the driver has no
    // memory.
    [[nodiscard]] Result<void> upload(std::span<std::uint32_t const> pixels, PixelSize size,
                                      std::span<PixelRect const> changed);
    // Fills the back buffer of `target` pixels; another size than the picture's is stretched.
    void draw(PixelSize target);

private:
    explicit FrameTexture(gl::GlFunctions const& functions);
    [[nodiscard]] Result<void> resize(PixelSize size);

    std::unique_ptr<gl::GlFunctions> m_gl;
    unsigned m_texture = 0;
    unsigned m_framebuffer = 0;
    PixelSize m_size;
};

} // namespace inloop::platform
