// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

struct ImDrawData;

namespace inloop::platform::gl {

// A fingerprint of everything a frame draws, except the content of its textures.
[[nodiscard]] std::uint64_t hash_of(ImDrawData const& frame);

} // namespace inloop::platform::gl
