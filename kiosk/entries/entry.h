// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <cstdint>
#include <string>

namespace inloop::entries {

// What a visitor leaves. The numbers stand in sealed letters and never change.
enum class EntryKind : std::uint8_t { question = 1, pass_on = 2, idea = 3 };

// When it was left. There is no exact time by design: an entry log and a camera at the door must
// not match up to a person (security.md T5). Night is 0-6, morning 6-12, afternoon 12-18, evening
// 18-24 local time. The numbers stand in sealed letters and never change.
enum class DayPart : std::uint8_t {
    unknown = 0,
    night = 1,
    morning = 2,
    afternoon = 3,
    evening = 4
};

// What is known of an entry beside its text. All of it is sealed with the text.
struct EntryFacts {
    EntryKind kind = EntryKind::question;
    std::string language; // BCP 47 tag of the screen the visitor used: "nl", "ar", "zh-Hant"
    std::string subject; // id from assets/subjects; empty when none was chosen
    bool wants_answer = false;
    std::int32_t day = 0; // local date as days since 1970-01-01; 0 is unknown
    DayPart part = DayPart::unknown;
    ClockTrust trust = ClockTrust::unset; // how far day and part can be believed
    friend bool operator==(EntryFacts const&, EntryFacts const&) = default;
};

// Fails with `invalid_input` when language is not 1 to 35 of A-Z a-z 0-9 and '-', when subject is
// not at most 64 of a-z 0-9 and "-_.", or when an enum holds a number it does not name. Any day is
// fine: a wrong clock must not stop a visitor.
[[nodiscard]] Result<void> check(EntryFacts const& facts);

} // namespace inloop::entries
