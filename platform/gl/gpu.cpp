// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/gpu.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace inloop::platform {

bool is_software_renderer(std::string_view gl_renderer) {
    constexpr std::array<std::string_view, 5> kOnTheCpu{"llvmpipe", "softpipe", "swrast",
                                                        "SwiftShader", "Software Rasterizer"};
    return std::any_of(kOnTheCpu.begin(), kOnTheCpu.end(), [&](std::string_view name) {
        return gl_renderer.find(name) != std::string_view::npos;
    });
}

bool has_render_device(std::filesystem::path const& directory) {
    std::error_code error;
    std::filesystem::directory_iterator entry(directory, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with("renderD")) {
            return true;
        }
    }
    return false;
}

} // namespace inloop::platform
