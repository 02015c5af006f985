// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/gpu.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <vector>

namespace inloop::platform {

bool is_software_renderer(std::string_view gl_renderer) {
    constexpr std::array<std::string_view, 5> kOnTheCpu{"llvmpipe", "softpipe", "swrast",
                                                        "SwiftShader", "Software Rasterizer"};
    return std::any_of(kOnTheCpu.begin(), kOnTheCpu.end(), [&](std::string_view name) {
        return gl_renderer.find(name) != std::string_view::npos;
    });
}

namespace {

std::vector<std::filesystem::path> files_in(std::filesystem::path const& directory,
                                            std::string_view beginning) {
    std::vector<std::filesystem::path> found;
    std::error_code error;
    std::filesystem::directory_iterator entry(directory, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with(beginning)) {
            found.push_back(entry->path());
        }
    }
    return found;
}

// A virtual GPU lists what it offers as a row of 0 and 1; the first is 3D (VIRTIO_GPU_F_VIRGL in
// the VIRTIO specification, 5.7.3).
bool only_displays(std::filesystem::path const& device) {
    auto const virtuals = files_in(device, "virtio");
    return !virtuals.empty() && std::all_of(virtuals.begin(), virtuals.end(), [](auto const& path) {
        return std::ifstream(path / "features").get() == '0';
    });
}

} // namespace

bool has_render_device(std::filesystem::path const& directory,
                       std::filesystem::path const& described) {
    auto const devices = files_in(directory, "renderD");
    return std::any_of(devices.begin(), devices.end(), [&](auto const& device) {
        return !only_displays(described / device.filename() / "device");
    });
}

} // namespace inloop::platform
