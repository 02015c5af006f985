// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/letter.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/services.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::support {

// All that a journey asks of the rest of the kiosk, kept until the test decides what became of it.
// One thread.
class RecordingSender final : public flow::LetterSender,
                              public flow::CodeReader,
                              public flow::UseCounter,
                              public flow::Pairing {
public:
    void send(entries::Letter letter) override { m_letters.push_back(std::move(letter)); }
    void send_follow_up(flow::FollowUpToSend follow_up) override {
        m_follow_ups.push_back(std::move(follow_up));
    }
    void look_up(entries::ReceiptCode code) override { m_codes.push_back(code); }
    void count(std::string_view use) override { m_uses.emplace_back(use); }

    void pair(std::string code) override { m_pairing_codes.push_back(std::move(code)); }
    void confirm(bool same) override { m_confirmed.push_back(same); }

    [[nodiscard]] flow::Services services() { return {*this, *this, *this, this}; }

    [[nodiscard]] std::size_t sent() const { return m_letters.size(); }
    // The newest letter; its texts are gone after failed(). There must be one.
    [[nodiscard]] entries::Letter const& last() const { return m_letters.back(); }
    [[nodiscard]] std::vector<flow::FollowUpToSend> const& follow_ups() const {
        return m_follow_ups;
    }
    // The codes of logs that were asked, and what was said of the words, in order.
    [[nodiscard]] std::vector<std::string> const& pairing_codes() const { return m_pairing_codes; }
    [[nodiscard]] std::vector<bool> const& confirmed() const { return m_confirmed; }
    // The codes that were asked for and the uses that were counted, in order.
    [[nodiscard]] std::vector<entries::ReceiptCode> const& codes() const { return m_codes; }
    [[nodiscard]] std::vector<std::string> const& uses() const { return m_uses; }

    // What happens when the newest letter was kept.
    [[nodiscard]] static flow::Event stored(entries::ReceiptCode code = {{1, 2, 3, 4, 5}},
                                            std::uint64_t seq = 1) {
        return flow::event::Stored(code, seq);
    }
    // What happens when the newest letter was not kept: its texts go back.
    [[nodiscard]] flow::Event failed(flow::NotStoredReason reason) {
        entries::Letter& letter = m_letters.back();
        return flow::event::StoreFailed{
            reason, {letter.facts, std::move(letter.text), std::move(letter.contact)}};
    }
    // The same for the newest follow-up.
    [[nodiscard]] flow::Event follow_up_failed(flow::NotStoredReason reason) {
        return flow::event::FollowUpFailed{reason, std::move(m_follow_ups.back().text)};
    }
    // What happens when the newest code was looked up.
    [[nodiscard]] static flow::Event code_read(flow::CodeState state) {
        return flow::event::CodeRead{{.state = state}};
    }

    // Lets go of the letters and codes, so that a long test does not hold thousands of locked
    // blocks.
    void forget() {
        m_letters.clear();
        m_follow_ups.clear();
        m_codes.clear();
    }

private:
    std::vector<entries::Letter> m_letters;
    std::vector<flow::FollowUpToSend> m_follow_ups;
    std::vector<std::string> m_pairing_codes;
    std::vector<bool> m_confirmed;
    std::vector<entries::ReceiptCode> m_codes;
    std::vector<std::string> m_uses;
};

} // namespace inloop::support
