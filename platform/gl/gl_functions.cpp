// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/gl_functions.h"

#include <bit>
#include <string>

namespace inloop::platform::gl {

namespace {

// Loads one function after another and remembers the first that is missing.
class Loading {
public:
    explicit Loading(GlLoader loader) : m_loader(loader) {}

    template <class Function>
    void load(Function& function, char const* name) {
        function = std::bit_cast<Function>(m_loader(name));
        if (function == nullptr && m_missing == nullptr) {
            m_missing = name;
        }
    }
    [[nodiscard]] char const* missing() const { return m_missing; }

private:
    GlLoader m_loader;
    char const* m_missing = nullptr;
};

} // namespace

Result<GlFunctions> GlFunctions::load(GlLoader loader) {
    GlFunctions gl;
    Loading loading(loader);
    loading.load(gl.bind_framebuffer, "glBindFramebuffer");
    loading.load(gl.bind_texture, "glBindTexture");
    loading.load(gl.blit_framebuffer, "glBlitFramebuffer");
    loading.load(gl.clear, "glClear");
    loading.load(gl.clear_color, "glClearColor");
    loading.load(gl.delete_framebuffers, "glDeleteFramebuffers");
    loading.load(gl.delete_textures, "glDeleteTextures");
    loading.load(gl.disable, "glDisable");
    loading.load(gl.framebuffer_texture, "glFramebufferTexture2D");
    loading.load(gl.gen_framebuffers, "glGenFramebuffers");
    loading.load(gl.gen_textures, "glGenTextures");
    loading.load(gl.get_error, "glGetError");
    loading.load(gl.get_integer, "glGetIntegerv");
    loading.load(gl.get_string, "glGetString");
    loading.load(gl.pixel_store, "glPixelStorei");
    loading.load(gl.read_pixels, "glReadPixels");
    loading.load(gl.tex_image, "glTexImage2D");
    loading.load(gl.tex_parameter, "glTexParameteri");
    loading.load(gl.tex_sub_image, "glTexSubImage2D");
    loading.load(gl.viewport, "glViewport");
    if (loading.missing() != nullptr) {
        return fail(ErrorCode::unsupported,
                    std::string("the OpenGL driver lacks ") + loading.missing());
    }
    return gl;
}

GLuint make_nearest_texture(GlFunctions const& gl) {
    GLuint texture = 0;
    gl.gen_textures(1, &texture);
    gl.bind_texture(GL_TEXTURE_2D, texture);
    gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    gl.tex_parameter(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

void clear_errors(GlFunctions const& gl) {
    // A lost context may answer with an error for ever; OpenGL keeps fewer than 8 kinds.
    for (int i = 0; i < 8 && gl.get_error() != GL_NO_ERROR; ++i) {
    }
}

} // namespace inloop::platform::gl
