// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/entry.h"
#include "kiosk/entries/letter.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/terminal/flow/code_draft.h"
#include "kiosk/terminal/flow/follow_up.h"
#include "kiosk/terminal/flow/route.h"
#include "kiosk/terminal/flow/service_desk.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace inloop::flow {

// Why a letter could not be kept, as a visitor is told.
enum class NotStoredReason : std::uint8_t {
    full, // no room left on this device
    broken, // the storage failed or vanished
    no_keys, // the device has no key of the police to seal to
    busy, // no memory to seal now; trying again helps
};

enum class WouldGo : std::uint8_t { yes, no, unsure };
enum class Smile : std::uint8_t { glad, neutral, sad };

namespace event {

// Touched by the visitor.
struct Start {}; // attract: touched anywhere
struct StartIn {
    std::string language;
}; // attract: touched a language
struct Choose {
    entries::EntryKind kind;
}; // home: question, pass on, idea
struct OpenPages {}; // home: the list of information pages
struct OpenPage {
    std::string page;
}; // home, list of pages
struct OpenCode {}; // home: "ik heb een code"
struct Next {}; // the main action of a screen that only goes on
struct Back {};
struct Skip {}; // leaves a question, the place, the contact or what comes afterwards open
struct Happens {
    bool now = false;
};
struct ChooseSubject {
    std::string subject;
};
struct AllowPassing {
    bool allowed = false;
}; // right desk: may the officer hand it on
struct ChooseOption {
    std::string question;
    std::string option;
};
struct RemovePersonalData {};
struct KeepPersonalData {};
struct ChooseStreet {
    std::string street;
};
struct ChoosePoint {
    entries::MapPoint point;
    std::string street; // the one nearest to it; empty when none is near
};
struct ChooseContact {
    entries::ContactWish wish;
};
struct Change {
    Part part;
}; // summary: change a row; recognisable, already sent: change the text
struct Send {}; // summary, withdraw
struct Retry {}; // not stored: once more
struct SendAnyway {}; // already sent: once more
struct HasCode {}; // receipt: "ik heb de code"
struct WouldHaveGone {
    WouldGo answer;
};
struct Smiled {
    Smile smile;
};
struct CodeLetter {
    char letter;
};
struct CodeDigit {
    char digit;
};
struct CodeWord {
    std::uint16_t index; // in the word list
};
struct CodeErase {};
struct ChooseCodeMode {
    CodeMode mode;
};
struct FollowUp {
    FollowUpAction action;
}; // code result: what he does with his letter
struct WipeAndStop {};
struct OpenEmergency {}; // the strip, on every screen
struct OpenLanguages {};
struct OpenViewSettings {}; // small displays: letters, contrast and low reach in one sheet
struct CloseOverlay {};
struct ChooseLanguage {
    std::string language;
};
struct ToggleLargeLetters {};
struct ToggleContrast {};
struct ToggleLowReach {};
struct StillHere {}; // answers the idle warning

// Touched by who looks after the kiosk.
struct OpenService {}; // attract: the mark was held
struct OpenPairing {}; // service: link this kiosk with a log
struct PairingSign {
    char sign;
}; // pairing code: one more
struct PairingErase {};
struct AnswerPairing {
    bool same = false;
}; // the log shows the same words

// From the services. Stored wipes its code when it goes, wherever it was kept on its way: whoever
// knows the code can read the answer.
struct Stored {
    explicit Stored(entries::ReceiptCode const& given, std::uint64_t number = 0)
        : code(given)
        , seq(number) {}
    Stored(Stored const&) = default;
    Stored& operator=(Stored const&) = default;
    ~Stored();

    entries::ReceiptCode code;
    std::uint64_t seq; // number of the letter; 0: none
};
struct StoreFailed {
    NotStoredReason reason;
    entries::Letter letter; // given back for another try
};
struct FollowUpStored {};
struct FollowUpFailed {
    NotStoredReason reason;
    SecretText text; // given back for another try
};
// Letters the police have now, by their numbers.
struct Arrived {
    std::vector<std::uint64_t> seqs;
};
struct CodeRead {
    LetterNews news;
};
struct LettersHere {
    std::uint64_t sealed = 0; // letters that lie on this device now
};
struct ServiceFacts {
    flow::ServiceFacts facts;
};
struct PairingWords { // the log must show the same
    flow::PairingWords words;
};
struct PairingFailed {
    PairingFailure reason;
};
struct PairingDone {};

} // namespace event

using Event = std::variant<
    event::Start, event::StartIn, event::Choose, event::OpenPages, event::OpenPage, event::OpenCode,
    event::Next, event::Back, event::Skip, event::Happens, event::ChooseSubject,
    event::AllowPassing, event::ChooseOption, event::RemovePersonalData, event::KeepPersonalData,
    event::ChooseStreet, event::ChoosePoint, event::ChooseContact, event::Change, event::Send,
    event::Retry, event::SendAnyway, event::HasCode, event::WouldHaveGone, event::Smiled,
    event::CodeLetter, event::CodeDigit, event::CodeWord, event::CodeErase, event::ChooseCodeMode,
    event::FollowUp, event::WipeAndStop, event::OpenEmergency, event::OpenLanguages,
    event::OpenViewSettings, event::CloseOverlay, event::ChooseLanguage, event::ToggleLargeLetters,
    event::ToggleContrast, event::ToggleLowReach, event::StillHere, event::OpenService,
    event::OpenPairing, event::PairingSign, event::PairingErase, event::AnswerPairing,
    event::Stored, event::StoreFailed, event::FollowUpStored, event::FollowUpFailed, event::Arrived,
    event::CodeRead, event::LettersHere, event::ServiceFacts, event::PairingWords,
    event::PairingFailed, event::PairingDone>;

} // namespace inloop::flow
