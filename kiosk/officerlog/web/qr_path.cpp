// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/qr_path.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace inloop::web {
namespace {

constexpr int kBorder = 4; // ISO/IEC 18004 asks for four squares of quiet around it

} // namespace

std::optional<QrPath> qr_path(std::string_view text) {
    std::string const ended(text);
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code(
        QRcode_encodeString8bit(ended.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (code == nullptr) {
        return std::nullopt;
    }
    QrPath drawn{code->width + 2 * kBorder, {}};
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1) != 0) {
                drawn.path += fmt::format("M{} {}h1v1h-1z", x + kBorder, y + kBorder);
            }
        }
    }
    return drawn;
}

} // namespace inloop::web
