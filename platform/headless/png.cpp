// SPDX-License-Identifier: EUPL-1.2
#include "platform/headless/png.h"

#include "platform/headless/tuning.h"

#include <stb_image.h>
#include <stb_image_write.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <system_error>

namespace inloop::platform {

namespace {

struct FreePixels {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};

void append_to_file(void* file, void* bytes, int count) {
    static_cast<std::ofstream*>(file)->write(static_cast<char const*>(bytes), count);
}

bool is_whole(Image const& image) {
    return image.size.width > 0 && image.size.height > 0 &&
           image.rgba.size() == static_cast<std::size_t>(image.size.width) *
                                    static_cast<std::size_t>(image.size.height) * 4;
}

} // namespace

Result<void> write_png(Image const& image, std::filesystem::path const& path) {
    if (!is_whole(image)) {
        return fail(ErrorCode::invalid_input, "no whole picture to write to " + path.string());
    }
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    int const written =
        stbi_write_png_to_func(append_to_file, &file, image.size.width, image.size.height, 4,
                               image.rgba.data(), image.size.width * 4);
    file.close();
    if (written == 0 || !file) {
        return fail(ErrorCode::io, "cannot write the picture " + path.string());
    }
    return {};
}

Result<Image> read_png(std::filesystem::path const& path) {
    std::error_code error;
    auto const length = std::filesystem::file_size(path, error);
    if (error || length > headless::kLargestPng) {
        return fail(ErrorCode::io, "cannot read the picture " + path.string());
    }
    std::ifstream file(path, std::ios::binary);
    std::vector<char> const bytes{std::istreambuf_iterator<char>(file), {}};
    Image image;
    std::unique_ptr<stbi_uc, FreePixels> const pixels(stbi_load_from_memory(
        reinterpret_cast<stbi_uc const*>(bytes.data()), static_cast<int>(bytes.size()),
        &image.size.width, &image.size.height, nullptr, 4));
    if (pixels == nullptr) {
        return fail(ErrorCode::corrupt, path.string() + " is no picture");
    }
    std::span const rgba(pixels.get(), static_cast<std::size_t>(image.size.width) *
                                           static_cast<std::size_t>(image.size.height) * 4);
    image.rgba.assign(rgba.begin(), rgba.end());
    return image;
}

} // namespace inloop::platform
