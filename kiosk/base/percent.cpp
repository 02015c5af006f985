// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/percent.h"

namespace inloop {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    constexpr std::string_view kUnreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                             "0123456789-._~";
    std::string out;
    for (char const sign : text) {
        auto const byte = static_cast<unsigned char>(sign);
        if (kUnreserved.find(sign) != std::string_view::npos) {
            out += sign;
        } else {
            out += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
        }
    }
    return out;
}

} // namespace inloop
