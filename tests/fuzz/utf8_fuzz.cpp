// SPDX-License-Identifier: EUPL-1.2
// Any bytes: repaired text is well formed, walking by graphemes ends, and meets the same boundaries
// both ways.
#include "kiosk/base/utf8.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

std::vector<std::size_t> boundaries(std::string_view text) {
    std::vector<std::size_t> found = {0};
    while (found.back() < text.size()) {
        auto const next = inloop::utf8::next_grapheme(text, found.back());
        require(next > found.back() && next <= text.size());
        found.push_back(next);
    }
    return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const raw(data, data + size);
    std::string const text = inloop::utf8::repaired(raw);
    require(inloop::utf8::is_valid(text));
    require(!inloop::utf8::is_valid(raw) || text == raw);
    require(inloop::utf8::count(text) <= text.size());

    auto const found = boundaries(text);
    for (std::size_t i = 1; i < found.size(); ++i) {
        require(inloop::utf8::previous_grapheme(text, found[i]) == found[i - 1]);
    }
    return 0;
}
