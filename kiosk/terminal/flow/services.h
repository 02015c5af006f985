// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/letter.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/follow_up.h"

#include <optional>
#include <string>
#include <string_view>

namespace inloop::flow {

// Whoever seals and keeps a letter. Called on the thread of the journey and returns at once; the
// outcome comes back as event::Stored or event::StoreFailed, exactly one of them for each call.
class LetterSender {
public:
    virtual ~LetterSender() = default;
    virtual void send(entries::Letter letter) = 0;
    // The same for what is done with a letter that was left before: event::FollowUpStored or
    // event::FollowUpFailed.
    virtual void send_follow_up(FollowUpToSend follow_up) = 0;
};

// Whoever knows what became of a letter. Called on the thread of the journey and returns at once;
// the answer comes back as event::CodeRead, exactly one for each call. It takes the same time
// whether there is such a letter or not.
class CodeReader {
public:
    virtual ~CodeReader() = default;
    virtual void look_up(entries::ReceiptCode code) = 0;
};

// Counts what visitors do, by day and without anything about them. Returns at once and may lose a
// count: nothing a visitor was promised depends on it.
class UseCounter {
public:
    virtual ~UseCounter() = default;
    virtual void count(std::string_view use) = 0; // "afterwards.would-go.yes": [a-z0-9.-]
};

// Whoever links this kiosk with a log. Called on the thread of the journey and returns at once.
class Pairing {
public:
    virtual ~Pairing() = default;
    // Asks the log that shows `code` (kPairingCodeLength signs). event::PairingWords or
    // event::PairingFailed follows, unless it is given up before.
    virtual void pair(std::string code) = 0;
    // Whether the words were the same on both sides: then event::PairingDone or
    // event::PairingFailed follows. `false` gives up, at any time, and is not answered.
    virtual void confirm(bool same) = 0;
};

// What a journey asks of the rest of the kiosk. All of it outlives the journey.
struct Services {
    LetterSender& letters;
    CodeReader& codes;
    UseCounter& uses;
    Pairing* pairing = nullptr; // nullptr: this kiosk cannot be linked
};

// Where the outcomes wait for the thread of the journey.
class Outcomes {
public:
    virtual ~Outcomes() = default;
    // The oldest outcome not yet taken; nullopt when there is none. Never blocks.
    [[nodiscard]] virtual std::optional<Event> take_outcome() = 0;
};

} // namespace inloop::flow
