// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/qr.h"

#include <qrencode.h>

#include <array>
#include <cmath>
#include <memory>

namespace inloop::ui {

namespace {

// Always dark on white, also in high contrast: phones do not read it the other way round.
constexpr Colour kDark{0x14, 0x22, 0x3B, 255};
constexpr Colour kLight{255, 255, 255, 255};

// The quiet zone around the code that ISO/IEC 18004 asks for, in modules.
constexpr int kQuietModules = 4;

} // namespace

bool qr_code(Ui& ui, Rect const& place, std::string_view digits) {
    std::array<char, 64> text{};
    if (digits.size() >= text.size()) {
        return false;
    }
    digits.copy(text.data(), digits.size());
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code(
        QRcode_encodeString(text.data(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
    text.fill('\0');
    if (!code) {
        return false;
    }
    int const modules = code->width;
    float const module =
        std::floor(std::min(place.w, place.h) / static_cast<float>(modules + 2 * kQuietModules));
    if (module < 1) {
        return false;
    }
    float const side = module * static_cast<float>(modules);
    Rect const square = place.centred(side, side);
    float const x = std::round(square.x);
    float const y = std::round(square.y);
    ui.fill(place, kLight, ui.theme().space.radius);
    for (int row = 0; row < modules; ++row) {
        for (int column = 0; column < modules; ++column) {
            if ((code->data[row * modules + column] & 1U) != 0) {
                ui.fill({x + static_cast<float>(column) * module,
                         y + static_cast<float>(row) * module, module, module},
                        kDark);
            }
        }
    }
    return true;
}

} // namespace inloop::ui
