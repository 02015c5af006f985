// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace inloop::web {

// A QR code as the path of an SVG whose units are its squares, with the quiet border of four.
struct QrPath {
    int size = 0; // squares, border included
    std::string path;
};
// nullopt: too long for a QR code.
[[nodiscard]] std::optional<QrPath> qr_path(std::string_view text);

} // namespace inloop::web
