// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace inloop::support {

// 2,048 made-up words that a WordList accepts: "aaaa", "aaabx", "aaacxy", "aaadxyz", "aaae", ...
[[nodiscard]] std::vector<std::string> synthetic_words();

// The same as the text of a file.
[[nodiscard]] std::string synthetic_word_file();

// Lines of a file, each with its line end.
[[nodiscard]] std::string file_of(std::vector<std::string> const& lines);

} // namespace inloop::support
