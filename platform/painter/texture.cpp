// SPDX-License-Identifier: EUPL-1.2
#include "platform/painter/texture.h"

#include "platform/painter/tuning.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace inloop::platform::painter {

namespace {

int blocks(int texels) {
    return (texels + kBlockSide - 1) / kBlockSide;
}

std::size_t product(int a, int b) {
    return static_cast<std::size_t>(a) * static_cast<std::size_t>(b);
}

bool inside(PixelRect area, PixelSize size) {
    return !area.empty() && area.left >= 0 && area.top >= 0 && area.right <= size.width &&
           area.bottom <= size.height;
}

// Also for what is not a number.
int nearest_inside(float coordinate, int side) {
    float const at = coordinate * static_cast<float>(side);
    return at > 0 ? static_cast<int>(std::min(at, static_cast<float>(side - 1))) : 0;
}

} // namespace

Texture::Texture(TextureId id, PixelSize size, TextureFormat format)
    : m_id(id)
    , m_size(size)
    , m_format(format)
    , m_bytes_per_texel(format == TextureFormat::rgba8 ? 4 : 1)
    , m_blocks_across(blocks(size.width))
    , m_bytes(product(size.width, size.height) * static_cast<std::size_t>(m_bytes_per_texel))
    , m_versions(product(m_blocks_across, blocks(size.height))) {}

void Texture::update(PixelRect area, std::span<std::uint8_t const> pixels, std::uint64_t version) {
    if (!inside(area, m_size)) {
        return;
    }
    std::size_t const row = product(area.width(), m_bytes_per_texel);
    if (pixels.size() != row * static_cast<std::size_t>(area.height())) {
        return;
    }
    for (int y = area.top; y < area.bottom; ++y) {
        auto const from = pixels.subspan(row * static_cast<std::size_t>(y - area.top), row);
        std::size_t const at = (product(y, m_size.width) + static_cast<std::size_t>(area.left)) *
                               static_cast<std::size_t>(m_bytes_per_texel);
        std::memcpy(m_bytes.data() + at, from.data(), row);
    }
    for (int y = area.top / kBlockSide; y < blocks(area.bottom); ++y) {
        for (int x = area.left / kBlockSide; x < blocks(area.right); ++x) {
            m_versions[product(y, m_blocks_across) + static_cast<std::size_t>(x)] = version;
        }
    }
}

std::uint64_t Texture::version_of(PixelRect area) const {
    int const left = std::clamp(area.left, 0, m_size.width - 1) / kBlockSide;
    int const top = std::clamp(area.top, 0, m_size.height - 1) / kBlockSide;
    int const right = std::clamp(area.right - 1, 0, m_size.width - 1) / kBlockSide;
    int const bottom = std::clamp(area.bottom - 1, 0, m_size.height - 1) / kBlockSide;
    std::uint64_t newest = 0;
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            newest = std::max(
                newest, m_versions[product(y, m_blocks_across) + static_cast<std::size_t>(x)]);
        }
    }
    return newest;
}

std::uint8_t const* Texture::bytes_at(int x, int y) const {
    return m_bytes.data() + (product(y, m_size.width) + static_cast<std::size_t>(x)) *
                                static_cast<std::size_t>(m_bytes_per_texel);
}

Color Texture::texel(int x, int y) const {
    std::uint8_t const* const at = bytes_at(x, y);
    if (m_format == TextureFormat::alpha8) {
        return {255, 255, 255, *at};
    }
    return {at[0], at[1], at[2], at[3]};
}

Color Texture::nearest(float u, float v) const {
    return texel(nearest_inside(u, m_size.width), nearest_inside(v, m_size.height));
}

Result<TextureId> TextureStore::create(PixelSize size, TextureFormat format) {
    if (size.width <= 0 || size.height <= 0 || size.width > kLongestSide ||
        size.height > kLongestSide) {
        return fail(ErrorCode::invalid_input, "a texture of " + std::to_string(size.width) + "x" +
                                                  std::to_string(size.height) + " cannot be made");
    }
    try {
        TextureId const id = m_last_id + 1;
        m_textures.try_emplace(id, id, size, format);
        m_last_id = id;
        return id;
    } catch (std::bad_alloc const&) {
        return fail(ErrorCode::unavailable, "no memory for a texture");
    }
}

void TextureStore::update(TextureId texture, PixelRect area, std::span<std::uint8_t const> pixels) {
    if (auto const found = m_textures.find(texture); found != m_textures.end()) {
        found->second.update(area, pixels, ++m_last_version);
    }
}

void TextureStore::destroy(TextureId texture) {
    m_textures.erase(texture);
}

Texture const* TextureStore::find(TextureId texture) const {
    auto const found = m_textures.find(texture);
    return found == m_textures.end() ? nullptr : &found->second;
}

} // namespace inloop::platform::painter
