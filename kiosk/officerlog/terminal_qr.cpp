// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/terminal_qr.h"

#include <qrencode.h>

#include <memory>

namespace inloop::officerlog {
namespace {

constexpr int kBorder = 2; // enough for phones, and the code fits 80 columns

bool dark(QRcode const& code, int x, int y) {
    return x >= 0 && y >= 0 && x < code.width && y < code.width &&
           (code.data[y * code.width + x] & 1) != 0;
}

} // namespace

std::string terminal_qr(std::string_view text) {
    std::string const ended(text);
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code(
        QRcode_encodeString8bit(ended.c_str(), 0, QR_ECLEVEL_L), QRcode_free);
    if (code == nullptr) {
        return {};
    }
    std::string drawn;
    for (int y = -kBorder; y < code->width + kBorder; y += 2) {
        drawn += "\033[30;47m"; // black on white, whatever the terminal's own colours
        for (int x = -kBorder; x < code->width + kBorder; ++x) {
            bool const upper = dark(*code, x, y);
            bool const lower = dark(*code, x, y + 1);
            drawn += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        drawn += "\033[0m\n";
    }
    return drawn;
}

} // namespace inloop::officerlog
