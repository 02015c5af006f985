// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"
#include "kiosk/terminal/flow/event.h"

#include <optional>

namespace inloop::flow {

// Whoever seals and keeps a letter. Called on the thread of the journey and returns at once; the
// outcome comes back as event::Stored or event::StoreFailed, exactly one of them for each call.
class LetterSender {
public:
    virtual ~LetterSender() = default;
    virtual void send(entries::EntryFacts facts, SecretText text) = 0;
};

// Where the outcomes of LetterSender wait for the thread of the journey.
class LetterOutcomes {
public:
    virtual ~LetterOutcomes() = default;
    // The oldest outcome not yet taken; nullopt when there is none. Never blocks.
    [[nodiscard]] virtual std::optional<Event> take_outcome() = 0;
};

} // namespace inloop::flow
