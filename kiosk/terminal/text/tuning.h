// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace inloop::text {

// Side of the atlas in pixels. Measured: printable ASCII in the eleven sizes and weights of the
// screens at 1280x800 takes half of it; a visitor who reads a second language may fill it once,
// which costs one frame drawn twice.
inline constexpr int kAtlasSide = 1024;

// For displays of more than 1.5 megapixels, where glyphs have up to four times the pixels.
inline constexpr int kLargeAtlasSide = 2048;

// Side of the opaque square in the corner of the atlas; 4 px so that a sample at its middle never
// meets its edge.
inline constexpr int kWhiteSide = 4;

// Heights of shelves are rounded up to this, so that letters of nearly the same height share one.
inline constexpr int kShelfStep = 4;

// Letters smaller than a pixel cannot be drawn.
inline constexpr float kMinSize = 1;

// Above this a single letter no longer fits the atlas; "112" on the emergency page has 300 px.
inline constexpr float kMaxSize = 512;

// Line height when the style names none (look.md section 2, "Type").
inline constexpr float kLineHeight = 1.35F;

// Layouts kept for the next frame. The fullest screen (subjects, with its keyboard) draws under 120
// texts, so that this holds the four screens around the present one.
inline constexpr std::size_t kCachedLayouts = 512;

} // namespace inloop::text
