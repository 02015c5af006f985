// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace inloop::entries {

// What one visitor can write. Long enough for the longest story told at a counter, short enough
// that a letter stays within 9 KiB of padded text, which is what the disk arithmetic of the
// letterbox counts with (security.md 5, "Flood").
inline constexpr std::size_t kMaxTextBytes = 8192;

// The same limit as a visitor sees it. A script of three or four bytes a letter reaches the bytes
// first.
inline constexpr std::size_t kMaxTextCodePoints = 4000;

// The longest language tag: RFC 5646 section 4.4.1 asks for room for 35 characters.
inline constexpr std::size_t kMaxLanguageBytes = 35;

// The longest subject id of assets/subjects.
inline constexpr std::size_t kMaxSubjectBytes = 64;

} // namespace inloop::entries
