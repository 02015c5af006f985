// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace inloop::officerlog {

// A QR code in half blocks of a terminal, dark on light; empty when the text is too long for one.
[[nodiscard]] std::string terminal_qr(std::string_view text);

} // namespace inloop::officerlog
