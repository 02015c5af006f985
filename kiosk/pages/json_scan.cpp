// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/json_scan.h"

namespace inloop::pages {

namespace {

// { "features": [ {: two brackets are open before a feature.
constexpr int kDepthOfFeature = 3;

} // namespace

JsonScan scan_json(std::string_view text) {
    JsonScan found;
    int line = 1;
    int depth = 0;
    bool in_text = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        line += c == '\n' ? 1 : 0;
        if (in_text) {
            at += c == '\\' ? 1 : 0;
            in_text = c != '"';
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            ++depth;
            if (depth > found.deepest) {
                found.deepest = depth;
                found.deepest_line = line;
            }
            if (c == '{' && depth == kDepthOfFeature) {
                found.objects.push_back(line);
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return found;
}

} // namespace inloop::pages
