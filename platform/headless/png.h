// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/image.h"

#include <filesystem>

namespace inloop::platform {

// Writes the picture as PNG (RGBA, 8 bits), replacing what was there. `invalid_input` for a picture
// whose bytes do not fit its size, `io` when the file cannot be written. Any thread. Not durable:
// pictures are made for people who look on.
[[nodiscard]] Result<void> write_png(Image const& image, std::filesystem::path const& path);

// Reads a picture that write_png() or another tool of ours wrote. `io` when there is no such file,
// `corrupt` when it is no picture. Not for pictures that somebody handed in: those are decoded in a
// process of their own (security.md).
[[nodiscard]] Result<Image> read_png(std::filesystem::path const& path);

} // namespace inloop::platform
