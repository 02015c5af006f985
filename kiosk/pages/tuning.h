// SPDX-License-Identifier: EUPL-1.2
// Limits of what assets/ may hold. They keep a mistaken or hostile file from costing memory, time
// or stack.
#pragma once

#include <cstddef>
#include <cstdint>

namespace inloop::pages {

// A page is read standing up: 32 KiB is forty screens of text, more than anyone reads.
inline constexpr std::uintmax_t kPageBytes = 32'768;
// All phrases of one language, 256 KiB; Dutch takes under 8 KiB.
inline constexpr std::uintmax_t kStringsBytes = 262'144;
// Facts, place and fonts are short lists: 64 KiB.
inline constexpr std::uintmax_t kListBytes = 65'536;
// Blocks, list items and pieces of text of one page together; a screen shows about ten.
inline constexpr int kPageNodes = 200;
// Blocks and weights within each other. What a page may use needs four.
inline constexpr int kPageDepth = 8;
// A title stands in one line of 44 px bold over 824 px at best in two.
inline constexpr std::size_t kTitleCodePoints = 60;
// A phrase or one text of a list; the longest of ours has 90.
inline constexpr std::size_t kPhraseCodePoints = 300;
// Languages offered on the idle screen: it has room for eight buttons (look.md 6, 01).
inline constexpr std::size_t kLanguages = 8;
// Pages of one language; the home screen leads to three.
inline constexpr std::size_t kPagesPerLanguage = 40;
// Dots between keys of one TOML file. Each one nests a table, and the parser and we walk nested
// tables by recursion.
inline constexpr int kTomlDots = 256;
// Tables and arrays within each other; our files need three.
inline constexpr int kTomlDepth = 8;
// A picture file, 2 MiB. The Pi reads 2 MB from a card in about 100 ms.
inline constexpr std::uintmax_t kPictureBytes = 2'097'152;
// Width and height of a picture: 4096 is what every GPU of the Pi takes as one texture.
inline constexpr std::uint32_t kPicturePixels = 4096;
// Digits in a row, spaces and dashes not counted, that make a phone number of a text. A year has
// four.
inline constexpr int kPhoneDigits = 5;

} // namespace inloop::pages
