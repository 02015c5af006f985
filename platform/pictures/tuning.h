// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace inloop::pictures {

// Pixels of a side and in all of what is decoded: cameras of telephones make 12 to 24 million, some
// 40. More would be a picture made to use up memory.
inline constexpr int kMostSidePixels = 8192;
inline constexpr std::int64_t kMostPixels = 40'000'000;

// How good a JPEG is tried to be, the best first: above the first nobody sees a difference on the
// kiosk, below the last the blocks show and a smaller picture looks better.
inline constexpr std::array<int, 4> kQualities{85, 75, 65, 55};

// How much smaller a picture gets each time no quality fits, as a fraction of its sides.
inline constexpr double kSmaller = 0.8;

} // namespace inloop::pictures
