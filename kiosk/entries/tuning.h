// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>
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

// The longest id of a street, a question or an option.
inline constexpr std::size_t kMaxIdBytes = 64;

// Tap questions of one subject: more would be a form.
inline constexpr std::size_t kMaxAnswers = 3;

// A phone number or an e-mail address. RFC 5321 section 4.5.3.1 allows 254 bytes.
inline constexpr std::size_t kMaxContactBytes = 254;

// How far ahead the roster is read. What lies further off helps nobody who stands here today.
inline constexpr std::chrono::days kRosterDays{14};

// An officer needs this long at least to read what is new; a shift that ends sooner is not
// promised. Three minutes is the aim of the shift review, half an hour leaves room for visitors.
inline constexpr std::chrono::minutes kReadingTime{30};

// A kiosk takes four letters at once, then one a minute: a family that writes one each never
// notices, a prankster fills at most 1,440 a day, which 90 days fit in 2 GiB (12 KiB a letter).
inline constexpr int kFloodBurst = 4;
inline constexpr Milliseconds kFloodRefill = std::chrono::seconds(60);

// Nobody reads, types and checks a letter in less than this.
inline constexpr Milliseconds kHasteLimit = std::chrono::seconds(5);

// The same text again within this time is probably the same visitor who is not sure it worked.
inline constexpr Milliseconds kDuplicateTime = std::chrono::minutes(10);

// A doubt about a phone number or an e-mail address is told from this many signs on: before that
// the visitor is still typing. Too few digits: a number is taken to be nearly complete.
inline constexpr std::size_t kDoubtShortFrom = 6;
// A wrong beginning shows after the 0 and an area code.
inline constexpr std::size_t kDoubtStartFrom = 4;
// No @: longer than the name most people have before it.
inline constexpr std::size_t kDoubtAtFrom = 16;
// No domain: signs behind the @, after which most domains have their dot.
inline constexpr std::size_t kDoubtDomainFrom = 8;

} // namespace inloop::entries
