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
// tables by recursion. Ten subjects with all their questions and options need under 400.
inline constexpr int kTomlDots = 512;
// Tables and arrays within each other; the words of an option of a subject need eight.
inline constexpr int kTomlDepth = 8;
// A picture file, 2 MiB. The Pi reads 2 MB from a card in about 100 ms.
inline constexpr std::uintmax_t kPictureBytes = 2'097'152;
// Width and height of a picture: 4096 is what every GPU of the Pi takes as one texture.
inline constexpr std::uint32_t kPicturePixels = 4096;
// Digits in a row, spaces and dashes not counted, that make a phone number of a text. A year has
// four.
inline constexpr int kPhoneDigits = 5;

// Subjects: ten tiles fill the screen without scrolling.
inline constexpr std::size_t kSubjects = 10;
// A tile of a subject holds three short lines at most.
inline constexpr std::size_t kTileCodePoints = 40;
// Options of a question: two to choose from, five tiles on one row of the screen.
inline constexpr std::size_t kFewestOptions = 2;
inline constexpr std::size_t kMostOptions = 5;
// Whom to call for another desk: one fact or two, more is no answer to "who".
inline constexpr std::size_t kDeskFacts = 2;
// What another desk will ask: two short lines to four.
inline constexpr std::size_t kFewestAsked = 2;
inline constexpr std::size_t kMostAsked = 4;
// A sketch map, 256 KiB of GeoJSON; ours has under 20.
inline constexpr std::uintmax_t kMapBytes = 262'144;
// Streets to choose from and points of all shapes together; more would not be readable.
inline constexpr std::size_t kStreets = 60;
inline constexpr std::size_t kMapPoints = 4'000;
// The map lies within this many degrees of the kiosk, about five kilometres: what is further off
// is a mistyped number.
inline constexpr double kMapDegrees = 0.05;
// Where a kiosk of the Dutch police can stand, in whole degrees. A file with latitude and longitude
// changed places puts it in the Indian Ocean.
inline constexpr double kSouthernmost = 50;
inline constexpr double kNorthernmost = 54;
inline constexpr double kWesternmost = 3;
inline constexpr double kEasternmost = 8;
// Lists and objects within each other in a map; a polygon of several pieces needs eight.
inline constexpr int kMapDepth = 12;
// One line of news: it stands on one line of the first screen, at most two.
inline constexpr std::size_t kNewsCodePoints = 90;
// Entries of a roster or a list of news: a year of weeks, twice.
inline constexpr std::size_t kSiteEntries = 120;
// Plain Dutch: sentences of at most 20 words, words of at most 22 letters (compounds of names of
// offices are long; "vertrouwenspersoon" has 18).
inline constexpr std::size_t kSentenceWords = 20;
inline constexpr std::size_t kWordLetters = 22;
// A fact that is about to expire is named this many days before, so that somebody can look it up.
inline constexpr int kFactWarningDays = 30;
// Longer than this nothing stays true without being looked up again; a date further off is a typing
// error or a way around the shelf life.
inline constexpr int kFactYears = 10;
// Places in the list of pages and among the language buttons.
inline constexpr int kMostOrder = 99;

} // namespace inloop::pages
