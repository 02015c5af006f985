// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace inloop::platform {

// The first line of a file of the kernel, without its end; empty when it cannot be read.
[[nodiscard]] std::string first_line_of(std::filesystem::path const& file);

// The number a file of the kernel holds; 0 when it cannot be read or holds none.
[[nodiscard]] std::int64_t number_in(std::filesystem::path const& file);

} // namespace inloop::platform
