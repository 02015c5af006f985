// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/services.h"

#include <deque>

namespace inloop::sending {

// Answers every letter with "not stored" and gives it back, and every code with "cannot be read
// now". What the kiosk runs with when its site cannot be opened: information and 112 still work,
// and nobody is thanked for a letter that is not kept. It counts nothing and does not know how many
// letters lie here. One thread.
class RefusingSender final : public flow::LetterSender,
                             public flow::CodeReader,
                             public flow::UseCounter,
                             public flow::Outcomes {
public:
    explicit RefusingSender(flow::NotStoredReason reason) : m_reason(reason) {}
    void send(entries::Letter letter) override;
    void send_follow_up(flow::FollowUpToSend follow_up) override;
    void look_up(entries::ReceiptCode code) override;
    void count(std::string_view /*use*/) override {}
    [[nodiscard]] std::optional<flow::Event> take_outcome() override;

private:
    flow::NotStoredReason m_reason;
    std::deque<flow::Event> m_outcomes;
};

} // namespace inloop::sending
