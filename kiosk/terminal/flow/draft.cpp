// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/draft.h"

namespace inloop::flow {

void Draft::clear() {
    text.clear();
    kind = entries::EntryKind::question;
    caret = 0;
    caret_shown = 0;
    scroll_px = 0;
    layer = KeyboardLayer::letters;
    shift = true;
    keyboard_hidden = false;
}

} // namespace inloop::flow
