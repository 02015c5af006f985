// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/flow/journey_rig.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace inloop::flow {

// What belongs to one screen only.
struct SeenOnScreen {
    std::string page; // information
    std::size_t question = 0;
    int seconds_left = 0; // waiting
    entries::ReceiptCode code; // receipt
    NotStoredReason reason = NotStoredReason::broken;
    AfterwardsStep step = AfterwardsStep::would_go;
    bool arrived = false; // receipt
    FollowUpAction done = FollowUpAction::more; // followed up
    std::string pairing_code;
    screen::PairingStep pairing = screen::PairingStep::asking;
    ServiceFacts facts; // service
    std::vector<std::string> words; // linking
    PairingFailure failure = PairingFailure::other;
    friend bool operator==(SeenOnScreen const&, SeenOnScreen const&) = default;
};

// What a visitor chose for his letter.
struct SeenDraft {
    entries::EntryKind kind = entries::EntryKind::question;
    std::string subject;
    entries::Happening happening = entries::Happening::not_asked;
    entries::Passing passing = entries::Passing::not_asked;
    entries::ContactWish contact_wish = entries::ContactWish::by_code;
    entries::Spot spot;
    std::vector<entries::TapAnswer> answers;
    std::size_t personal_data_kept = 0;
    friend bool operator==(SeenDraft const&, SeenDraft const&) = default;
};

struct SeenCode {
    CodeMode mode = CodeMode::words;
    std::size_t words = 0;
    std::string letters;
    std::string digits;
    friend bool operator==(SeenCode const&, SeenCode const&) = default;
};

// What is known of the letter whose code was typed.
struct SeenVisit {
    bool here = false;
    CodeState state = CodeState::nothing_to_see;
    entries::Status status = entries::Status::arrived;
    std::vector<std::string> answers;
    std::optional<FollowUpAction> follow_up;
    friend bool operator==(SeenVisit const&, SeenVisit const&) = default;
};

// All that can be seen of a journey, and what it asked of its services, in one comparable value.
struct Seen {
    Place place = Place::attract;
    SeenOnScreen own;
    Overlay overlay = Overlay::none;
    int warning_left = 0; // seconds; 0: no warning
    std::string language;
    ViewSettings settings;
    std::optional<std::int64_t> minute; // of the time of day, where there is one
    std::optional<std::uint64_t> letters_here;
    SeenDraft draft;
    bool changing = false;
    std::string text;
    std::string contact;
    SeenCode typed_code;
    SeenVisit visit;
    std::uint64_t wipes = 0;
    std::size_t sent = 0;
    std::size_t asked = 0; // codes
    std::size_t counted = 0; // uses
    std::size_t followed = 0; // follow-ups
    std::size_t paired = 0; // codes of logs
    std::size_t confirmed = 0; // words of logs
    friend bool operator==(Seen const&, Seen const&) = default;
};

[[nodiscard]] Seen look(JourneyRig const& rig);

// The same after the visitor was wiped: only what is not his stays.
[[nodiscard]] Seen wiped(Seen const& seen);

std::ostream& operator<<(std::ostream& out, Seen const& seen);

} // namespace inloop::flow
