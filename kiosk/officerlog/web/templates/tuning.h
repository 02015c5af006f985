// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace inloop::web {

// A page is written by hand; one larger than this is not a page.
inline constexpr std::size_t kMaxTemplateBytes = std::size_t{256} * 1024;

} // namespace inloop::web
