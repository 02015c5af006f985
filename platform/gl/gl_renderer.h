// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/display.h"
#include "platform/api/geometry.h"
#include "platform/api/image.h"
#include "platform/gl/gl_loader.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

struct ImDrawData;
struct ImGuiContext;

namespace inloop::platform {

namespace gl {
struct GlFunctions;
}

// Draws Dear ImGui's draw data through Dear ImGui's OpenGL 3 backend, and nothing when the frame
// equals the one before. The backend lives in a Dear ImGui context of its own, so that it neither
// touches the caller's context nor needs it to be alive. Owned by a display; one thread, with the
// OpenGL context (3.0 or newer) current, for the destructor too.
class GlRenderer {
public:
    // `unsupported` when the context is older than OpenGL 3.0 or its driver is broken.
    [[nodiscard]] static Result<std::unique_ptr<GlRenderer>> open(GlLoader loader);
    GlRenderer(GlRenderer const&) = delete;
    GlRenderer& operator=(GlRenderer const&) = delete;
    ~GlRenderer();

    // GL_RENDERER, for is_software_renderer() and the log.
    [[nodiscard]] std::string name() const;

    // As Display's functions of the same name. alpha8 becomes white with that alpha when it is
    // uploaded.
    [[nodiscard]] Result<TextureId> create_texture(PixelSize size, TextureFormat format);
    void update_texture(TextureId texture, PixelRect area, std::span<std::uint8_t const> pixels);
    void destroy_texture(TextureId texture);

    // Draws into the back buffer of `size` pixels; the caller swaps when `presented`.
    [[nodiscard]] FrameReport draw(ImDrawData const& frame, PixelSize size);
    // The next frame is drawn in any case.
    void forget() { m_last.reset(); }

private:
    struct Texture {
        PixelSize size;
        TextureFormat format = TextureFormat::alpha8;
    };

    explicit GlRenderer(gl::GlFunctions const& functions);
    [[nodiscard]] bool start_backend();

    std::unique_ptr<gl::GlFunctions> m_gl;
    ImGuiContext* m_context;
    bool m_backend_runs = false;
    std::unordered_map<TextureId, Texture> m_textures;
    std::uint64_t m_texture_changes = 0;
    std::optional<std::uint64_t> m_last;
    std::vector<std::uint8_t> m_expanded;
};

} // namespace inloop::platform
