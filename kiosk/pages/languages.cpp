// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/languages.h"

namespace inloop::pages {

std::string const& LocalText::in(std::string_view language) const {
    static std::string const kNone;
    auto found = m_texts.find(language);
    if (found == m_texts.end()) {
        found = m_texts.find(kFirstLanguage);
    }
    return found == m_texts.end() ? kNone : found->second;
}

bool LocalText::has(std::string_view language) const {
    return m_texts.contains(language);
}

} // namespace inloop::pages
