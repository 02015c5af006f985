// SPDX-License-Identifier: EUPL-1.2
#include "tests/pages/samples.h"

#include <algorithm>
#include <stdexcept>

namespace inloop::pages {

namespace {

std::size_t find_in(std::string_view text, std::string_view part) {
    std::size_t const at = text.find(part);
    if (at == std::string_view::npos) {
        throw std::runtime_error("the sample does not hold " + std::string(part));
    }
    return at;
}

} // namespace

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    return std::string(text).replace(find_in(text, from), from.size(), to);
}

int line_of(std::string_view text, std::string_view part) {
    std::string_view const before = text.substr(0, find_in(text, part));
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

} // namespace inloop::pages
