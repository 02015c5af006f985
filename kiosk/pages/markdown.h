// SPDX-License-Identifier: EUPL-1.2
// Markdown to blocks, with md4c. Private to kiosk/pages.
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/problem.h"

#include <string_view>
#include <vector>

namespace inloop::pages {

struct MarkdownBlocks {
    std::vector<Block> blocks;
    std::vector<int> lines; // on which each block begins, 1 = first line of the file
};

// `markdown` must be a part of `whole`, the text of the file, so that lines can be told. Refuses
// HTML, links, code, tables, slanted text, rules, pictures from elsewhere and anything nested
// beyond tuning.h. Checked text only (check_text).
[[nodiscard]] Checked<MarkdownBlocks> read_markdown(std::string_view markdown,
                                                    std::string_view whole, std::string_view file);

} // namespace inloop::pages
