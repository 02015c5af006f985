// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/frame_texture.h"

#include "platform/gl/gl_functions.h"

#include <cstddef>

namespace inloop::platform {

Result<std::unique_ptr<FrameTexture>> FrameTexture::open(GlLoader loader) {
    auto const functions = gl::GlFunctions::load(loader);
    if (!functions) {
        return tl::unexpected(functions.error());
    }
    return std::unique_ptr<FrameTexture>(new FrameTexture(*functions));
}

FrameTexture::FrameTexture(gl::GlFunctions const& functions)
    : m_gl(std::make_unique<gl::GlFunctions>(functions))
    , m_texture(gl::make_nearest_texture(*m_gl)) {
    m_gl->gen_framebuffers(1, &m_framebuffer);
}

FrameTexture::~FrameTexture() {
    m_gl->delete_framebuffers(1, &m_framebuffer);
    m_gl->delete_textures(1, &m_texture);
}

Result<void> FrameTexture::resize(PixelSize size) {
    gl::clear_errors(*m_gl);
    m_gl->tex_image(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_BGRA,
                    GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
    if (m_gl->get_error() != GL_NO_ERROR) {
        m_size = {};
        return fail(ErrorCode::unavailable, "the OpenGL driver has no memory for the window");
    }
    m_size = size;
    m_gl->bind_framebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
    m_gl->framebuffer_texture(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture,
                              0);
    m_gl->bind_framebuffer(GL_READ_FRAMEBUFFER, 0);
    return {};
}

Result<void> FrameTexture::upload(std::span<std::uint32_t const> pixels, PixelSize size,
                                  std::span<PixelRect const> changed) {
    PixelRect const everything{0, 0, size.width, size.height};
    m_gl->bind_texture(GL_TEXTURE_2D, m_texture);
    if (size != m_size) {
        if (auto resized = resize(size); !resized) {
            return resized;
        }
        changed = {&everything, 1};
    }
    m_gl->pixel_store(GL_UNPACK_ROW_LENGTH, size.width);
    for (PixelRect const& area : changed) {
        std::size_t const first =
            static_cast<std::size_t>(area.top) * static_cast<std::size_t>(size.width) +
            static_cast<std::size_t>(area.left);
        m_gl->tex_sub_image(GL_TEXTURE_2D, 0, area.left, area.top, area.width(), area.height(),
                            GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, pixels.data() + first);
    }
    m_gl->pixel_store(GL_UNPACK_ROW_LENGTH, 0);
    return {};
}

void FrameTexture::draw(PixelSize target) {
    m_gl->bind_framebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
    m_gl->disable(GL_SCISSOR_TEST);
    // Our first row is the top one, OpenGL's the bottom one.
    m_gl->blit_framebuffer(0, 0, m_size.width, m_size.height, 0, target.height, target.width, 0,
                           GL_COLOR_BUFFER_BIT, GL_NEAREST);
    m_gl->bind_framebuffer(GL_READ_FRAMEBUFFER, 0);
}

} // namespace inloop::platform
