// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inloop::entries {

// What a visitor leaves. The numbers stand in sealed letters and never change.
enum class EntryKind : std::uint8_t { question = 1, pass_on = 2, idea = 3 };

// When it was left. There is no exact time by design: an entry log and a camera at the door must
// not match up to a person. Night is 0-6, morning 6-12, afternoon 12-18, evening 18-24 local time.
// The numbers stand in sealed letters and never change.
enum class DayPart : std::uint8_t {
    unknown = 0,
    night = 1,
    morning = 2,
    afternoon = 3,
    evening = 4
};

// The visitor's answer to "is it happening now?". The numbers stand in sealed letters and never
// change.
enum class Happening : std::uint8_t { not_asked = 0, no = 1, yes = 2 };

// Whether the officer may hand the entry to the body whose job it is. The numbers stand in sealed
// letters and never change.
enum class Passing : std::uint8_t { not_asked = 0, no = 1, yes = 2 };

// How the visitor would like to hear back; by default only with the code, unnamed. The number or
// address itself is part of the Letter, never of the facts. The numbers stand in sealed letters and
// never change.
enum class ContactWish : std::uint8_t { by_code = 0, call = 1, email = 2, come_by = 3 };

// A place on the map in millionths of a degree (WGS 84), about ten centimetres.
struct MapPoint {
    std::int32_t latitude = 0;
    std::int32_t longitude = 0;
    friend bool operator==(MapPoint const&, MapPoint const&) = default;
};

// Where it is: a street of assets/place.geojson, a point touched on the map, both or neither.
struct Spot {
    std::string street{}; // id; empty when none was chosen
    std::optional<MapPoint> point{};
    friend bool operator==(Spot const&, Spot const&) = default;
};

// The option a visitor tapped for one question of a subject. Ids of assets/subjects.toml.
struct TapAnswer {
    std::string question;
    std::string option;
    friend bool operator==(TapAnswer const&, TapAnswer const&) = default;
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
    Happening happening = Happening::not_asked;
    Passing passing = Passing::not_asked;
    ContactWish contact = ContactWish::by_code;
    Spot spot{};
    std::vector<TapAnswer> answers{}; // at most kMaxAnswers, in the order they were asked
    friend bool operator==(EntryFacts const&, EntryFacts const&) = default;
};

// Fails with `invalid_input` when language is not 1 to 35 of A-Z a-z 0-9 and '-', when an id
// (subject, street, question, option) is not at most 64 of a-z 0-9 and "-_.", when there are more
// answers than kMaxAnswers or one lacks an id, when a point lies outside the globe, or when an enum
// holds a number it does not name. Any day is fine: a wrong clock must not stop a visitor.
[[nodiscard]] Result<void> check(EntryFacts const& facts);

} // namespace inloop::entries
