// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/http.h"

#include <string_view>
#include <vector>

struct MHD_Connection;

namespace inloop::net {

// Whether this is a form with files (RFC 7578), well written or not.
[[nodiscard]] bool is_multipart_form(std::string_view content_type);

// The fields of such a form. `request` is what came on `connection`, its body whole. The library
// takes the form apart; what it is told to look for, and what it finds, is checked here. Errors:
// invalid_input, to be answered 400: a boundary that is none, a form that is cut or has no field or
// more than kFormParts, a field without a name.
[[nodiscard]] Result<std::vector<platform::HttpPart>>
read_form_parts(MHD_Connection* connection, platform::HttpRequest const& request);

} // namespace inloop::net
