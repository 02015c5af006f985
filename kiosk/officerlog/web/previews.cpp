// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/previews.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/web/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::web {

std::string Previews::keep(Bytes picture) {
    ByteArray<16> name{};
    m_random.fill(name);
    if (m_kept.size() == kPreviewsKept) {
        m_kept.pop_front();
    }
    m_kept.push_back({hex(name), std::move(picture)});
    return m_kept.back().name;
}

Bytes const* Previews::find(std::string_view name) const {
    auto const found = std::ranges::find(m_kept, name, &Kept::name);
    return found == m_kept.end() ? nullptr : &found->picture;
}

} // namespace inloop::web
