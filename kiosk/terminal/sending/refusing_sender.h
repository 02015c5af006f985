// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/letter_sender.h"

#include <deque>

namespace inloop::sending {

// Answers every letter with "not stored" and gives the text back. What the kiosk runs with when its
// site cannot be opened: information and 112 still work, and nobody is thanked for a letter that is
// not kept. One thread.
class RefusingSender final : public flow::LetterSender, public flow::LetterOutcomes {
public:
    explicit RefusingSender(flow::NotStoredReason reason) : m_reason(reason) {}
    void send(entries::EntryFacts facts, SecretText text) override;
    [[nodiscard]] std::optional<flow::Event> take_outcome() override;

private:
    flow::NotStoredReason m_reason;
    std::deque<flow::Event> m_outcomes;
};

} // namespace inloop::sending
