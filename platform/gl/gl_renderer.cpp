// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/gl_renderer.h"

#include "platform/gl/frame_hash.h"
#include "platform/gl/gl_functions.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <cstddef>

namespace inloop::platform {

namespace {

// Dear ImGui works on a current context; this one is ours as long as the scope lasts.
class CurrentContext {
public:
    explicit CurrentContext(ImGuiContext* context) : m_before(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    CurrentContext(CurrentContext const&) = delete;
    CurrentContext& operator=(CurrentContext const&) = delete;
    ~CurrentContext() { ImGui::SetCurrentContext(m_before); }

private:
    ImGuiContext* m_before;
};

ImGuiContext* make_context() {
    CurrentContext const restore(ImGui::GetCurrentContext());
    ImGuiContext* const context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGui::GetIO().IniFilename = nullptr; // or the backend's context would write imgui.ini
    return context;
}

bool inside(PixelRect area, PixelSize size) {
    return !area.empty() && area.left >= 0 && area.top >= 0 && area.right <= size.width &&
           area.bottom <= size.height;
}

} // namespace

Result<std::unique_ptr<GlRenderer>> GlRenderer::open(GlLoader loader) {
    auto const functions = gl::GlFunctions::load(loader);
    if (!functions) {
        return tl::unexpected(functions.error());
    }
    std::unique_ptr<GlRenderer> renderer(new GlRenderer(*functions));
    if (!renderer->start_backend()) {
        return fail(ErrorCode::unsupported,
                    "Dear ImGui's OpenGL backend does not start on " + renderer->name());
    }
    return renderer;
}

GlRenderer::GlRenderer(gl::GlFunctions const& functions)
    : m_gl(std::make_unique<gl::GlFunctions>(functions))
    , m_context(make_context()) {}

GlRenderer::~GlRenderer() {
    for (auto const& [id, texture] : m_textures) {
        auto const name = static_cast<GLuint>(id);
        m_gl->delete_textures(1, &name);
    }
    CurrentContext const ours(m_context);
    if (m_backend_runs) {
        ImGui_ImplOpenGL3_Shutdown();
    }
    ImGui::DestroyContext(m_context);
}

bool GlRenderer::start_backend() {
    CurrentContext const ours(m_context);
    m_backend_runs = ImGui_ImplOpenGL3_Init();
    return m_backend_runs && ImGui_ImplOpenGL3_CreateDeviceObjects();
}

std::string GlRenderer::name() const {
    auto const* const name = m_gl->get_string(GL_RENDERER);
    return name != nullptr ? reinterpret_cast<char const*>(name) : "an unnamed renderer";
}

Result<TextureId> GlRenderer::create_texture(PixelSize size, TextureFormat format) {
    GLint longest = 0;
    m_gl->get_integer(GL_MAX_TEXTURE_SIZE, &longest);
    if (size.width <= 0 || size.height <= 0 || size.width > longest || size.height > longest) {
        return fail(ErrorCode::invalid_input, "a texture of " + std::to_string(size.width) + "x" +
                                                  std::to_string(size.height) + " cannot be made");
    }
    gl::clear_errors(*m_gl);
    GLuint const texture = gl::make_nearest_texture(*m_gl);
    m_gl->tex_image(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA,
                    GL_UNSIGNED_BYTE, nullptr);
    if (texture == 0 || m_gl->get_error() != GL_NO_ERROR) {
        m_gl->delete_textures(1, &texture);
        return fail(ErrorCode::unavailable, "the OpenGL driver has no memory for a texture");
    }
    m_textures[texture] = {size, format};
    return texture;
}

void GlRenderer::update_texture(TextureId texture, PixelRect area,
                                std::span<std::uint8_t const> pixels) {
    auto const found = m_textures.find(texture);
    if (found == m_textures.end() || !inside(area, found->second.size)) {
        return;
    }
    std::size_t const count =
        static_cast<std::size_t>(area.width()) * static_cast<std::size_t>(area.height());
    if (found->second.format == TextureFormat::alpha8 && pixels.size() == count) {
        m_expanded.assign(count * 4, 255);
        for (std::size_t i = 0; i < count; ++i) {
            m_expanded[i * 4 + 3] = pixels[i];
        }
        pixels = m_expanded;
    }
    if (pixels.size() != count * 4) {
        return;
    }
    m_gl->bind_texture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    m_gl->pixel_store(GL_UNPACK_ROW_LENGTH, 0);
    m_gl->tex_sub_image(GL_TEXTURE_2D, 0, area.left, area.top, area.width(), area.height(), GL_RGBA,
                        GL_UNSIGNED_BYTE, pixels.data());
    ++m_texture_changes;
}

void GlRenderer::destroy_texture(TextureId texture) {
    if (m_textures.erase(texture) != 0) {
        auto const name = static_cast<GLuint>(texture);
        m_gl->delete_textures(1, &name);
        // The driver may give the same number to the next texture.
        ++m_texture_changes;
    }
}

FrameReport GlRenderer::draw(ImDrawData const& frame, PixelSize size) {
    std::uint64_t const hash = gl::hash_of(frame) + m_texture_changes * 0xD6E8FEB86659FD93ULL;
    if (m_last == hash) {
        return {};
    }
    m_last = hash;
    CurrentContext const ours(m_context);
    m_gl->viewport(0, 0, size.width, size.height);
    m_gl->disable(GL_SCISSOR_TEST);
    m_gl->clear_color(0, 0, 0, 1);
    m_gl->clear(GL_COLOR_BUFFER_BIT);
    ImDrawData copy = frame; // the backend takes it without const
    ImGui_ImplOpenGL3_RenderDrawData(&copy);
    return {true, std::int64_t{size.width} * size.height};
}

} // namespace inloop::platform
