// SPDX-License-Identifier: EUPL-1.2
// Which font files draw the texts: assets/fonts.toml. Nothing is shipped; every font is a Debian
// package.
#pragma once

#include "kiosk/pages/problem.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inloop::pages {

struct FontFile {
    std::string path; // "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
    std::string package; // Debian package that brings it, for the mend: "fonts-noto-core"
};

// Each list in the order in which fonts are asked for a glyph; never empty.
struct FontSet {
    std::vector<FontFile> regular;
    std::vector<FontFile> bold;
    std::vector<FontFile> icons;

    // Files that are not on this machine are left out and added to `problems`; fails when the first
    // of a list is not there.
    [[nodiscard]] static Checked<FontSet> load(std::filesystem::path const& file,
                                               std::vector<Problem>& problems);
};

} // namespace inloop::pages
