// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/follow_up.h"
#include "kiosk/terminal/flow/service_desk.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace inloop::flow {

// What a visitor is asked after his letter is kept, one touch each.
enum class AfterwardsStep : std::uint8_t { would_go, smile, thanks };

// One struct per screen, holding only that screen's own data.
namespace screen {

struct Attract {};
struct Home {};
struct Pages {}; // the list of information pages
struct Information {
    std::string page; // id of the page
    float scroll_px = 0;
    bool from_list = false; // Back leads to the list of pages
};
struct CannotWrite {}; // this kiosk can keep no letters now

// On the way to a letter, in the order of flow/route.h.
struct Happening {};
struct Subjects {};
struct Desk {};
struct Question {
    std::size_t number = 0; // of the subject's questions, from 0
};
struct Write {};
struct PersonalData {
    float scroll_px = 0;
};
struct Recognisable {};
struct Where {
    float scroll_px = 0;
};
struct Contact {};
struct ContactDetail {};
struct Summary {
    float scroll_px = 0;
};

struct AlreadySent {}; // the same text was sent minutes ago
struct Waiting { // until the next letter may go
    Instant until;
    int seconds_left = 0; // whole seconds, rounded up
};
struct Sending {
    Instant since;
};
struct Receipt {
    entries::ReceiptCode code;
    std::uint64_t seq = 0; // number of the letter
    bool arrived = false; // the police have it
};
struct NotStored {
    NotStoredReason reason = NotStoredReason::broken;
};
struct Afterwards {
    AfterwardsStep step = AfterwardsStep::would_go;
};

struct CodeEntry {};
struct LookingUp {
    Instant since;
};
struct CodeResult {
    float scroll_px = 0; // of the answers
};
struct Withdraw {}; // is that what he wants?
struct FollowedUp { // what he did with his letter is kept
    FollowUpAction action = FollowUpAction::more;
};

// For who looks after the kiosk.
struct Service {};
struct PairingCode {
    PairingCodeDraft code;
};
enum class PairingStep : std::uint8_t { asking, words, confirming, done, failed };
struct Linking {
    PairingStep step = PairingStep::asking;
    PairingFailure reason = PairingFailure::other; // failed
    Instant since{}; // asking and confirming: when it began
    std::vector<std::string> words{}; // words: five, of both sides
};

} // namespace screen

using Screen =
    std::variant<screen::Attract, screen::Home, screen::Pages, screen::Information,
                 screen::CannotWrite, screen::Happening, screen::Subjects, screen::Desk,
                 screen::Question, screen::Write, screen::PersonalData, screen::Recognisable,
                 screen::Where, screen::Contact, screen::ContactDetail, screen::Summary,
                 screen::AlreadySent, screen::Waiting, screen::Sending, screen::Receipt,
                 screen::NotStored, screen::Afterwards, screen::CodeEntry, screen::LookingUp,
                 screen::CodeResult, screen::Withdraw, screen::FollowedUp, screen::Service,
                 screen::PairingCode, screen::Linking>;

// What may lie over a screen. Closing it shows the screen as it was.
enum class Overlay : std::uint8_t { none, emergency, languages, view_settings };

// How the visitor wants to see it. Reset after each visitor.
struct ViewSettings {
    bool large_letters = false;
    bool high_contrast = false;
    bool low_reach = false;
    friend bool operator==(ViewSettings const&, ViewSettings const&) = default;
};

} // namespace inloop::flow
