// SPDX-License-Identifier: EUPL-1.2
// The one place where kiosk/pages touches the disk. Only plain files, only up to a limit: a device
// file or a pipe put in assets/ must not hang the kiosk.
#pragma once

#include "kiosk/pages/problem.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// The whole file as it is. Problems: not there, not a plain file, larger than `limit` bytes,
// unreadable.
[[nodiscard]] Checked<std::string> read_asset(std::filesystem::path const& file,
                                              std::uintmax_t limit);

// The same for text: also not empty, well-formed UTF-8, no control characters but line ends and
// tabs.
[[nodiscard]] Checked<std::string> read_text_asset(std::filesystem::path const& file,
                                                   std::uintmax_t limit);

// Checks text that did not come from a file of ours; `name` is named in the problem.
[[nodiscard]] Checked<void> check_text(std::string_view text, std::string_view name);

// Names of the plain files in the folder that end in `extension` (".md"), without it, sorted. Empty
// when there is no folder.
[[nodiscard]] std::vector<std::string> list_assets(std::filesystem::path const& folder,
                                                   std::string_view extension);

// The line (1 = first) on which byte `at` of the text stands.
[[nodiscard]] int line_at(std::string_view text, std::size_t at);

} // namespace inloop::pages
