// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"

namespace inloop::flow {

// Whoever seals and keeps a letter. Called on the thread of the journey and returns at once; the
// outcome comes back as event::Stored or event::StoreFailed, exactly one of them for each call.
class LetterSender {
public:
    virtual ~LetterSender() = default;
    virtual void send(entries::EntryFacts facts, SecretText text) = 0;
};

} // namespace inloop::flow
