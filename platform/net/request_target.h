// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <string>
#include <string_view>

namespace inloop::net {

// A name or value as it stands in a request's query ('+' already a space), decoded (RFC 3986, 2.1).
// Errors: invalid_input an incomplete or wrong %XX, NUL, or not UTF-8.
[[nodiscard]] Result<std::string> decoded(std::string_view raw);

// The path of a request, decoded. Strict, so that it means one thing to everybody who reads it, a
// proxy included. Errors: invalid_input as decoded(), and what is no plain path: one that does not
// begin with '/', an encoded slash, a backslash, a control character, a segment "." or "..".
[[nodiscard]] Result<std::string> decoded_path(std::string_view raw);

} // namespace inloop::net
