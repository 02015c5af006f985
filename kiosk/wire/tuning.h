// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace inloop::wire {

// How deep a content may nest; ours is three deep. The CBOR parser calls itself for every level, so
// a body of nothing but openings would otherwise use up the stack.
inline constexpr std::size_t kMaxDepth = 8;

// Elements of one content, containers and values and keys alike. A value costs the parser up to a
// hundred bytes, so this holds a hostile body to a few megabytes. The fullest honest reply has
// 6,000.
inline constexpr std::size_t kMaxElements = 32'768;

// A version, a reason or a name of a document.
inline constexpr std::size_t kMaxWordBytes = 64;

} // namespace inloop::wire
