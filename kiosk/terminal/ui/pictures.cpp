// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/pictures.h"

#include "kiosk/terminal/ui/tuning.h"

#include <stb/stb_image.h>
#include <stb/stb_image_resize.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

namespace inloop::ui {

namespace {

using Pixels = std::vector<std::uint8_t>;

struct Decoded {
    platform::PixelSize size;
    std::unique_ptr<std::uint8_t, void (*)(void*)> pixels{nullptr, stbi_image_free};
};

std::optional<Decoded> decode(std::filesystem::path const& file) {
    int width = 0;
    int height = 0;
    int channels = 0;
    if (stbi_info(file.c_str(), &width, &height, &channels) == 0 || width < 1 || height < 1 ||
        width > kLargestPicturePx || height > kLargestPicturePx) {
        return std::nullopt;
    }
    Decoded decoded;
    decoded.pixels.reset(stbi_load(file.c_str(), &width, &height, &channels, 4));
    decoded.size = {width, height};
    if (!decoded.pixels) {
        return std::nullopt;
    }
    return decoded;
}

// The part of the picture with the shape of the box, from its middle.
platform::PixelRect crop(platform::PixelSize picture, platform::PixelSize box) {
    double const scale = std::max(static_cast<double>(box.width) / picture.width,
                                  static_cast<double>(box.height) / picture.height);
    int const width =
        std::clamp(static_cast<int>(std::lround(box.width / scale)), 1, picture.width);
    int const height =
        std::clamp(static_cast<int>(std::lround(box.height / scale)), 1, picture.height);
    int const left = (picture.width - width) / 2;
    int const top = (picture.height - height) / 2;
    return {left, top, left + width, top + height};
}

// Takes the corners away, with a soft edge of one pixel.
void round_corners(Pixels& rgba, platform::PixelSize size, int radius) {
    radius = std::min({radius, size.width / 2, size.height / 2});
    for (int y = 0; y < radius; ++y) {
        for (int x = 0; x < radius; ++x) {
            auto const dx = static_cast<float>(radius - x) - 0.5F;
            auto const dy = static_cast<float>(radius - y) - 0.5F;
            float const cover =
                std::clamp(static_cast<float>(radius) + 0.5F - std::hypot(dx, dy), 0.0F, 1.0F);
            auto const alpha = static_cast<std::uint8_t>(std::lround(cover * 255));
            for (auto const& [column, row] : {std::pair{x, y}, std::pair{size.width - 1 - x, y},
                                              std::pair{x, size.height - 1 - y},
                                              std::pair{size.width - 1 - x, size.height - 1 - y}}) {
                rgba[(static_cast<std::size_t>(row) * static_cast<std::size_t>(size.width) +
                      static_cast<std::size_t>(column)) *
                         4 +
                     3] = alpha;
            }
        }
    }
}

} // namespace

Pictures::~Pictures() {
    forget();
}

void Pictures::forget() {
    for (auto const& [key, picture] : m_ready) {
        if (picture) {
            m_display->destroy_texture(picture->texture);
        }
    }
    m_ready.clear();
}

std::optional<Picture> Pictures::covering(std::filesystem::path const& file,
                                          platform::PixelSize box, int radius) {
    std::string const key =
        file.string() + '@' + std::to_string(box.width) + 'x' + std::to_string(box.height);
    auto const found = m_ready.find(key);
    if (found != m_ready.end()) {
        return found->second;
    }
    return m_ready.emplace(key, load(file, box, radius)).first->second;
}

std::optional<Picture> Pictures::load(std::filesystem::path const& file, platform::PixelSize box,
                                      int radius) {
    if (box.width < 1 || box.height < 1) {
        return std::nullopt;
    }
    std::optional<Decoded> const decoded = decode(file);
    if (!decoded) {
        return std::nullopt;
    }
    platform::PixelRect const part = crop(decoded->size, box);
    Pixels scaled(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height) * 4);
    std::ptrdiff_t const start =
        (static_cast<std::ptrdiff_t>(part.top) * decoded->size.width + part.left) * 4;
    if (stbir_resize_uint8_srgb(decoded->pixels.get() + start, part.width(), part.height(),
                                decoded->size.width * 4, scaled.data(), box.width, box.height, 0, 4,
                                3, 0) == 0) {
        return std::nullopt;
    }
    round_corners(scaled, box, radius);
    auto texture = m_display->create_texture(box, platform::TextureFormat::rgba8);
    if (!texture) {
        return std::nullopt;
    }
    m_display->update_texture(*texture, {0, 0, box.width, box.height}, scaled);
    return Picture{*texture, box};
}

} // namespace inloop::ui
