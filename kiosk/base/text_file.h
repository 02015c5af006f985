// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace inloop {

// A file of ours, whole and as it is: schema, templates, style. Errors, naming it: `io` not there
// or unreadable, `invalid_input` larger than `most` bytes.
[[nodiscard]] Result<std::string> read_text_file(std::filesystem::path const& path,
                                                 std::uintmax_t most);

} // namespace inloop
