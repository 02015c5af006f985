// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/letter_sender.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace inloop::support {

// A sender that keeps what it was given until the test decides what became of it. One thread.
class RecordingSender final : public flow::LetterSender {
public:
    struct Letter {
        entries::EntryFacts facts;
        SecretText text; // moved out by failed()
    };

    void send(entries::EntryFacts facts, SecretText text) override {
        m_letters.push_back({std::move(facts), std::move(text)});
    }

    [[nodiscard]] std::size_t sent() const { return m_letters.size(); }
    // The newest letter. There must be one.
    [[nodiscard]] Letter const& last() const { return m_letters.back(); }

    // What happens when the newest letter was kept.
    [[nodiscard]] static flow::Event stored(entries::ReceiptCode code = {{1, 2, 3, 4, 5}}) {
        return flow::event::Stored{code};
    }
    // What happens when the newest letter was not kept: its text goes back.
    [[nodiscard]] flow::Event failed(flow::NotStoredReason reason) {
        return flow::event::StoreFailed{reason, std::move(m_letters.back().text)};
    }
    // Lets go of the letters, so that a long test does not hold thousands of locked blocks.
    void forget() { m_letters.clear(); }

private:
    std::vector<Letter> m_letters;
};

} // namespace inloop::support
