// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "platform/api/http.h"

#include <cstdint>
#include <optional>
#include <string_view>

struct MHD_Connection;

namespace inloop::net {

// What stands before the body of a request, checked; the body is empty. `raw_path` is the path as
// it came, not decoded. Errors: invalid_input, to be answered 400: a path or query that is not
// plain, a header that must stand once and stands twice, a body of doubtful length.
[[nodiscard]] Result<platform::HttpRequest>
read_head(MHD_Connection* connection, std::string_view method, std::string_view raw_path);

// The length the header declares; nullopt when it declares none. The head has been checked.
[[nodiscard]] std::optional<std::uint64_t> declared_length(platform::HttpRequest const& head);

} // namespace inloop::net
