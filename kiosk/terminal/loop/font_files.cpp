// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/font_files.h"

namespace inloop::loop {

text::FontSet font_files(pages::FontSet const& fonts) {
    text::FontSet files;
    for (pages::FontFile const& file : fonts.regular) {
        files.regular.emplace_back(file.path);
    }
    for (pages::FontFile const& file : fonts.bold) {
        files.bold.emplace_back(file.path);
    }
    if (!fonts.icons.empty()) {
        files.icons = fonts.icons.front().path;
    }
    return files;
}

} // namespace inloop::loop
