// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/tuning.h"
#include "kiosk/seal/envelope.h"

#include <cstddef>
#include <cstdint>

// The records of an inside (format.md, "Inside"). For the files of this folder that write and read
// them.
namespace inloop::seal {

inline constexpr unsigned kInsideVersion = 1;

// Records stand in rising order of their tags. Who does not know a tag below kSkippable must not go
// on; others may be skipped. 1 to 8 are always there, the others only when they say something.
enum class Tag : std::uint8_t {
    kind = 1,
    language = 2,
    subject = 3,
    wants_answer = 4,
    day = 5,
    day_part = 6,
    clock_trust = 7,
    text = 8,
    happening = 9,
    street = 10,
    point = 11,
    answers = 12,
    passing = 13,
    contact_wish = 14,
    contact = 15,
    action = 16, // this and the next: of a follow-up only
    proof = 17,
};
inline constexpr unsigned kNeededTags = 8;
inline constexpr unsigned kTagCount = 17;
inline constexpr unsigned kSkippable = 128;
inline constexpr std::size_t kRecordHead = 3; // tag u8, size u16
inline constexpr std::size_t kPointBytes = 8;
inline constexpr std::size_t kProofBytes = 32;
inline constexpr unsigned kActions = 3; // 1 to this
inline constexpr char kIs = '='; // neither sign can stand in an id
inline constexpr char kNext = ';';

inline constexpr std::size_t kFixedBytes =
    1 + kTagCount * kRecordHead + 1 + 1 + 4 + 1 + 1 + 1 + kPointBytes + 1 + 1 + 1 + kProofBytes;
inline constexpr std::size_t kMostAnswerBytes =
    entries::kMaxAnswers * (2 * entries::kMaxIdBytes + 2) - 1;
static_assert(kFixedBytes + entries::kMaxLanguageBytes + entries::kMaxSubjectBytes +
                  entries::kMaxTextBytes + entries::kMaxIdBytes + kMostAnswerBytes +
                  entries::kMaxContactBytes <
              kMaxPaddedBytes);

} // namespace inloop::seal
