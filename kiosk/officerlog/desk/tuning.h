// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/records.h"

#include <cstddef>
#include <cstdint>

// Every delay, limit and size of the desk, each with its reason.
namespace inloop::desk {

// A code that somebody carries from the office to the kiosk: the walk takes minutes, guessing 50
// bits takes longer.
inline constexpr records::Seconds kPairingSeconds = 600;
inline constexpr int kPairingTries = 5;
inline constexpr std::size_t kMaxKioskNameBytes = 60; // one line on a page

// Items of news in one reply: 64 answers of full length stay well under wire::kMaxReplyBytes.
inline constexpr std::size_t kChangesAtOnce = 64;

// A full disk does not mend itself within seconds.
inline constexpr std::uint32_t kRetryWhenStoreFailsS = 60;

// When a line of health is not green any more.
inline constexpr records::Seconds kSilentS = 300; // kiosks ask every minute: five in a row failed
inline constexpr std::int64_t kClockOffS = 60; // promises are given by the hour
inline constexpr std::uint8_t kScarceDisk = 2; // of wire::KioskHealth::disk_level
inline constexpr std::int64_t kCertificateDays = 30; // time to ask for a new one
inline constexpr std::int64_t kBackupHours = 26; // once a day, with some slack
inline constexpr std::int64_t kWeeksAhead = 2; // officers announce more at each login
inline constexpr std::int64_t kReaders = 2; // one alone who falls ill is a closed log

// How long "I am here" holds when the roster knows no shift: an afternoon. Who forgets to say that
// he left must not be announced until the next morning.
inline constexpr records::Seconds kPresenceHours = 4;

// Who ended no shift for this long is away: leave, illness or another job. Things of his are shown
// to whoever is there.
inline constexpr records::Seconds kAbsentAfter = records::Seconds{7} * 86'400;

// The folded form of a text. Texts of visitors have 8,192 bytes at most; few scripts grow when they
// are folded, and those to three times.
inline constexpr std::size_t kFoldedBytes = std::size_t{32} * 1024;

// Searching. Who finds more than this looks for something else; each hit is a row in the audit.
inline constexpr std::size_t kMaxHits = 50;
inline constexpr std::size_t kMaxQueryBytes = 200;
inline constexpr std::size_t kMaxQueryWords = 8;
// Texts gone through at once, so that a word that is everywhere is found at once.
inline constexpr std::size_t kSearchStep = 256;
// Words shown before and behind a hit: one line of a page.
inline constexpr std::size_t kLineWords = 6;

// Numbers below this could point at somebody who knows the street.
inline constexpr std::uint32_t kSmallCount = 5;
// Side of a square on the map of the pattern: a stretch of street, not a front door.
inline constexpr double kGridMetres = 25;

// So many words in a row that stand in the letter too are a quotation.
inline constexpr std::size_t kQuotedWords = 4;

// What might be about the same: proposals beyond a handful are not read. Looked for among the
// newest threads only: trouble in a street comes in waves, and opening a page must not wait for
// every letter of a year.
inline constexpr std::size_t kMaxSimilar = 5;
inline constexpr std::size_t kSimilarAmong = 300;
inline constexpr double kSimilarMetres = 150;
// Words that say something: long enough, and in one of twenty texts at most (in two always).
inline constexpr std::size_t kRareWords = 3;
inline constexpr std::size_t kRareWordBytes = 5;
inline constexpr std::size_t kRareOneIn = 20;

// A reason or a note that an officer types.
inline constexpr std::size_t kMaxNoteCodePoints = 2000;
// Why something was erased: stands in the audit for ever, so a few words.
inline constexpr std::size_t kMaxReasonCodePoints = 120;

// Texts of assets/.
inline constexpr std::size_t kTextsBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kTitleCodePoints = 60; // one line of a list
inline constexpr std::size_t kAnswerCodePoints = 600; // fits a screen in large letters

} // namespace inloop::desk
