// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/rich_text.h"

namespace inloop::pages {

void append(RichText& to, std::string_view text, bool bold) {
    if (text.empty()) {
        return;
    }
    if (!to.empty() && to.back().bold == bold) {
        to.back().text += text;
        return;
    }
    to.push_back(Span{std::string(text), bold});
}

std::string plain_text(RichText const& text) {
    std::string out;
    for (Span const& span : text) {
        out += span.text;
    }
    return out;
}

} // namespace inloop::pages
