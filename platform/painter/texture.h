// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/display.h"
#include "platform/api/geometry.h"
#include "platform/painter/pixel.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace inloop::platform::painter {

// Texels in memory, and when each block of them was last written. One thread.
class Texture {
public:
    // The caller has checked the size. Throws std::bad_alloc. All texels are 0.
    Texture(TextureId id, PixelSize size, TextureFormat format);

    [[nodiscard]] TextureId id() const { return m_id; }
    [[nodiscard]] PixelSize size() const { return m_size; }
    [[nodiscard]] TextureFormat format() const { return m_format; }

    // Copies rows without gaps into `area`. Does nothing when the area is not inside or the bytes
    // do not fill it.
    void update(PixelRect area, std::span<std::uint8_t const> pixels, std::uint64_t version);

    // The newest version of the blocks that `area` touches; parts outside the texture do not count.
    [[nodiscard]] std::uint64_t version_of(PixelRect area) const;

    // `x` and `y` must lie inside.
    [[nodiscard]] Color texel(int x, int y) const;
    // The texel nearest to the coordinates, where 0 to 1 is the whole texture; beyond it the border
    // repeats.
    [[nodiscard]] Color nearest(float u, float v) const;
    // The first byte of texel (x, y). Inside, as above.
    [[nodiscard]] std::uint8_t const* bytes_at(int x, int y) const;

private:
    TextureId m_id;
    PixelSize m_size;
    TextureFormat m_format;
    int m_bytes_per_texel;
    int m_blocks_across;
    std::vector<std::uint8_t> m_bytes;
    std::vector<std::uint64_t> m_versions;
};

// The textures of one display, by number. Numbers are never used twice, so that a draw list with an
// old one is noticed.
class TextureStore {
public:
    // `invalid_input` for a size that is empty or beyond kLongestSide, `unavailable` when there is
    // no memory.
    [[nodiscard]] Result<TextureId> create(PixelSize size, TextureFormat format);
    void update(TextureId texture, PixelRect area, std::span<std::uint8_t const> pixels);
    void destroy(TextureId texture);
    // nullptr when there is none of that number. Valid until destroy().
    [[nodiscard]] Texture const* find(TextureId texture) const;

private:
    std::unordered_map<TextureId, Texture> m_textures;
    TextureId m_last_id = 0;
    std::uint64_t m_last_version = 0;
};

} // namespace inloop::platform::painter
