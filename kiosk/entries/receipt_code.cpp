// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/receipt_code.h"

#include <string>

namespace inloop::entries {

std::array<char, kReceiptWords * 4> ReceiptCode::digits() const {
    std::array<char, kReceiptWords * 4> out{};
    for (std::size_t i = 0; i < kReceiptWords; ++i) {
        unsigned line = words[i] + 1U;
        for (std::size_t place = 4; place-- > 0; line /= 10) {
            out[i * 4 + place] = static_cast<char>('0' + line % 10);
        }
    }
    return out;
}

Result<ReceiptCode> ReceiptCode::parse_digits(std::string_view typed) {
    std::array<unsigned, kReceiptWords> lines{};
    std::size_t count = 0;
    for (char c : typed) {
        if (c == ' ' || c == '-' || c == '.') {
            continue;
        }
        if (c < '0' || c > '9') {
            return fail(ErrorCode::invalid_input,
                        "a receipt code holds something else than digits");
        }
        if (count == kReceiptWords * 4) {
            return fail(ErrorCode::invalid_input, "a receipt code has more than 20 digits");
        }
        unsigned& line = lines[count / 4];
        line = line * 10 + static_cast<unsigned>(c - '0');
        ++count;
    }
    if (count < kReceiptWords * 4) {
        return fail(ErrorCode::invalid_input, "a receipt code has fewer than 20 digits");
    }
    ReceiptCode code;
    for (std::size_t i = 0; i < kReceiptWords; ++i) {
        if (lines[i] == 0 || lines[i] > kWordCount) {
            return fail(ErrorCode::invalid_input, "group " + std::to_string(i + 1) +
                                                      " of a receipt code is not 0001 to 2048");
        }
        code.words[i] = static_cast<std::uint16_t>(lines[i] - 1);
    }
    return code;
}

} // namespace inloop::entries
