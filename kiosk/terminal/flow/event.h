// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"
#include "kiosk/entries/receipt_code.h"

#include <cstdint>
#include <string>
#include <variant>

namespace inloop::flow {

// Why a letter could not be kept, as a visitor is told.
enum class NotStoredReason : std::uint8_t {
    full, // no room left on this device
    broken, // the storage failed or vanished
    no_keys, // the device has no key of the police to seal to
    busy, // no memory to seal now; trying again helps
};

namespace event {

// Touched by the visitor.
struct Start {}; // attract: touched anywhere
struct StartIn {
    std::string language;
}; // attract: touched a language
struct Choose {
    entries::EntryKind kind;
}; // home: question, pass on, idea
struct OpenPage {
    std::string page;
}; // home: an information page
struct Next {}; // the main action of a screen that only goes on
struct Back {};
struct Change {}; // summary: change the text
struct Send {};
struct Retry {}; // not stored: once more
struct HasCode {}; // receipt: "ik heb de code"
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

// From the letter sender. Wipes its code when it goes, wherever it was kept on its way: whoever
// knows the code can read the answer.
struct Stored {
    explicit Stored(entries::ReceiptCode const& given) : code(given) {}
    Stored(Stored const&) = default;
    Stored& operator=(Stored const&) = default;
    ~Stored();

    entries::ReceiptCode code;
};
struct StoreFailed {
    NotStoredReason reason;
    SecretText text; // given back for another try
};

} // namespace event

using Event =
    std::variant<event::Start, event::StartIn, event::Choose, event::OpenPage, event::Next,
                 event::Back, event::Change, event::Send, event::Retry, event::HasCode,
                 event::WipeAndStop, event::OpenEmergency, event::OpenLanguages,
                 event::OpenViewSettings, event::CloseOverlay, event::ChooseLanguage,
                 event::ToggleLargeLetters, event::ToggleContrast, event::ToggleLowReach,
                 event::StillHere, event::Stored, event::StoreFailed>;

} // namespace inloop::flow
