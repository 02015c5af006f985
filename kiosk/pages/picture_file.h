// SPDX-License-Identifier: EUPL-1.2
// Looks at the head of a picture, so that a page never names one that cannot be drawn. Decoding
// happens elsewhere.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/pages/problem.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace inloop::pages {

struct PictureSize {
    std::uint32_t width = 0; // pixels
    std::uint32_t height = 0;
};

// The size a PNG (W3C PNG 3, 11.2.1) or JPEG (ITU T.81, B.2.2) announces; nothing for any other or
// cut head.
[[nodiscard]] std::optional<PictureSize> announced_size(ByteView content);

// Checks that the file is there, at most 2 MB, PNG or JPEG and 1 to 4096 pixels wide and high.
[[nodiscard]] Checked<PictureSize> check_picture(std::filesystem::path const& file);

// The same for a picture in memory; `name` is named in problems.
[[nodiscard]] Checked<PictureSize> check_picture(ByteView content, std::string const& name);

} // namespace inloop::pages
