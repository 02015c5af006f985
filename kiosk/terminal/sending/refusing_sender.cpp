// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/refusing_sender.h"

#include "kiosk/seal/receipt.h"

#include <utility>

namespace inloop::sending {

void RefusingSender::send(entries::Letter letter) {
    m_outcomes.emplace_back(flow::event::StoreFailed{m_reason, std::move(letter)});
}

void RefusingSender::send_follow_up(flow::FollowUpToSend follow_up) {
    m_outcomes.emplace_back(flow::event::FollowUpFailed{m_reason, std::move(follow_up.text)});
}

void RefusingSender::look_up(entries::ReceiptCode code) {
    seal::wipe(code);
    m_outcomes.emplace_back(flow::event::CodeRead{{.state = flow::CodeState::unreadable}});
}

std::optional<flow::Event> RefusingSender::take_outcome() {
    if (m_outcomes.empty()) {
        return std::nullopt;
    }
    flow::Event outcome = std::move(m_outcomes.front());
    m_outcomes.pop_front();
    return outcome;
}

} // namespace inloop::sending
