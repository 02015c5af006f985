// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace inloop {

// As a part of an address or of a form: everything but the unreserved signs as %XX (RFC 3986, 2.1).
[[nodiscard]] std::string percent_encoded(std::string_view text);

} // namespace inloop
