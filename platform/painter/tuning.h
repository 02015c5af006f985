// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::platform::painter {

// Side of a tile in pixels. Small enough that one changed key repaints little, large enough that a
// 1280x800 screen has only a thousand of them; measured against 16 and 64 in
// tests/bench/painter_bench.cpp.
inline constexpr int kTileSide = 32;

// Side in texels of the blocks of a texture that remember when they were last written. A glyph that
// is added to the atlas then repaints only what was drawn from its neighbours.
inline constexpr int kBlockSide = 16;

// Corners further than this from the origin, in pixels, are not drawn. Keeps every product of two
// coordinates in 1/256 pixels inside 64 bits.
inline constexpr float kFarthestPixel = 1048576.0F;

// Texture coordinates beyond this are not drawn: no atlas is sampled thousands of times its size
// away.
inline constexpr float kFarthestTexture = 1024.0F;

// The longest side of a texture or of the screen. What every GL since 3.0 promises is less; what
// fits here is at most 1 GiB.
inline constexpr int kLongestSide = 16384;

} // namespace inloop::platform::painter
