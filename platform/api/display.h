// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/api/geometry.h"
#include "platform/api/image.h"
#include "platform/api/input.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

struct ImDrawData;

namespace inloop::platform {

// A texture of one display. 0 is none. The same number is what draw lists carry as ImTextureID.
using TextureId = std::uint64_t;

enum class TextureFormat : std::uint8_t {
    alpha8, // 1 byte a pixel: coverage; drawn as white with that alpha
    rgba8, // 4 bytes a pixel: R, G, B, A, straight alpha
};

// Who turns draw data into pixels.
enum class DrawWith : std::uint8_t {
    automatic, // gl where there is a real GPU, else the painter
    painter, // the CPU, only what changed
    gl, // Dear ImGui's OpenGL 3 backend
};

// What present() did, for benchmarks and tests.
struct FrameReport {
    bool presented = false; // false: the frame equals the one on the screen
    std::int64_t pixels = 0; // repainted
};

// A window or a whole screen: input comes out, draw data goes in.
// Owned by main; every function but wake() belongs to the thread that made it.
class Display {
public:
    virtual ~Display() = default;

    [[nodiscard]] virtual PixelSize size() const = 0;
    // Physical pixels for one millimetre, from the system or from the command line. Always > 0.
    [[nodiscard]] virtual float pixels_per_mm() const = 0;

    // Sleeps until there is input, wake() was called or `until` has come (nullopt: no limit), then
    // appends all waiting events in order. Uses no CPU while asleep.
    virtual void wait(std::optional<Instant> until, std::vector<InputEvent>& events) = 0;

    // Ends a wait() that is going on, or the next one. From any thread.
    virtual void wake() = 0;

    // A texture of `size` with undefined content. Fails with `unavailable` when there is no memory
    // for it.
    [[nodiscard]] virtual Result<TextureId> create_texture(PixelSize size,
                                                           TextureFormat format) = 0;
    // Copies `pixels` (rows of `area.width()` pixels without gaps) into `area`, which lies inside
    // the texture.
    virtual void update_texture(TextureId texture, PixelRect area,
                                std::span<std::uint8_t const> pixels) = 0;
    virtual void destroy_texture(TextureId texture) = 0;

    // Draws and shows one frame. Draw commands refer only to living textures. Textures are sampled
    // where texel and pixel centres meet (draw 1:1, at whole pixels); what lies in between is
    // undefined.
    [[nodiscard]] virtual Result<FrameReport> present(ImDrawData const& frame) = 0;

    // What is on the screen now. For the tour and for tests; a production window of a site refuses
    // with `unsupported`.
    [[nodiscard]] virtual Result<Image> screenshot() = 0;
};

} // namespace inloop::platform
