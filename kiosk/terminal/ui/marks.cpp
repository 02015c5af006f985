// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/marks.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

text::WipedVector<Rect> marks_of(text::Layout const& layout, std::size_t begin, std::size_t end) {
    text::WipedVector<Rect> marks;
    for (text::Line const& line : layout.lines()) {
        std::size_t const from = std::max(begin, line.from);
        std::size_t const to = std::min(end, line.to);
        if (from >= to) {
            continue;
        }
        float const first = layout.caret(from).x;
        // The caret behind the last letter of a line stands before the first one of the next.
        float const last = to == line.to ? line.left + line.width : layout.caret(to).x;
        marks.push_back(
            {std::min(first, last), line.top, std::abs(last - first), layout.line_height()});
    }
    return marks;
}

} // namespace inloop::ui
