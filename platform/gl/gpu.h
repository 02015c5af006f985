// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>

namespace inloop::platform {

// Whether GL_RENDERER names a program that draws on the CPU (Mesa's llvmpipe, softpipe, swrast;
// SwiftShader). Such a GL counts as no GPU: the painter is faster than it at what a kiosk shows
// (performance.md).
[[nodiscard]] bool is_software_renderer(std::string_view gl_renderer);

// Whether the kernel offers a device that may draw (DRM render nodes) and that is not a virtual
// display without 3D. False saves loading a GL library only to find llvmpipe: 65 ms and 55 MiB.
// True says nothing yet. `described`: what the kernel tells about each.
[[nodiscard]] bool has_render_device(std::filesystem::path const& directory = "/dev/dri",
                                     std::filesystem::path const& described = "/sys/class/drm");

} // namespace inloop::platform
