// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/registry.h"

#include <algorithm>

namespace inloop::ui {

void Registry::clear() {
    m_widgets.clear();
    m_letterings.clear();
}

Widget const* Registry::find(std::string_view id) const {
    // The last one wins: what is drawn later lies on top.
    auto const found = std::find_if(m_widgets.rbegin(), m_widgets.rend(),
                                    [id](Widget const& w) { return w.id == id; });
    return found == m_widgets.rend() ? nullptr : &*found;
}

} // namespace inloop::ui
