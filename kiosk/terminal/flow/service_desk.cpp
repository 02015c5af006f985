// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/service_desk.h"

namespace inloop::flow {

namespace {

// Crockford's alphabet of 32 signs.
constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

bool PairingCodeDraft::can_stand(char sign) {
    return kSigns.find(sign) != std::string_view::npos;
}

bool PairingCodeDraft::add(char sign) {
    if (complete() || !can_stand(sign)) {
        return false;
    }
    m_signs[m_count++] = sign;
    return true;
}

bool PairingCodeDraft::erase() {
    if (m_count == 0) {
        return false;
    }
    m_signs[--m_count] = '\0';
    return true;
}

} // namespace inloop::flow
