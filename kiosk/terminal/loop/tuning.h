// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::loop {

// A frame whose letters did not fit the atlas is drawn again with an empty one; a frame that does
// not fit an empty one either would go on for ever.
inline constexpr int kMostRedraws = 3;

// Frames one step draws at the most before it looks at the display again: enough for a hundred taps
// in one batch.
inline constexpr int kMostFramesAStep = 256;

} // namespace inloop::loop
