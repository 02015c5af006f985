// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/terminal/flow/services.h"
#include "kiosk/terminal/sync/pairing.h"
#include "platform/api/files.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace inloop::terminal {

struct ScreenPairingSpec {
    std::filesystem::path data; // of this kiosk's site; made when it is not there
    std::string log; // "https://log.example:8443"
    std::string name; // of this kiosk, as officers read it
    // sync::keep_link, in turn with whoever else works in `data`. Any thread; may block.
    std::function<Result<void>(sync::Paired const&)> keep;
    // Takes event::PairingWords, event::PairingFailed or event::PairingDone. Any thread.
    std::function<void(flow::Event)> tell;
};

// Links this kiosk with the log behind the address of its settings, on a thread of its own, as who
// stands at the service screen says. An attempt that is given up is cancelled and changes nothing.
class ScreenPairing final : public flow::Pairing {
public:
    // Both outlive it.
    ScreenPairing(ScreenPairingSpec spec, platform::Files& files, entries::WordList const& words);
    ScreenPairing(ScreenPairing const&) = delete;
    ScreenPairing& operator=(ScreenPairing const&) = delete;
    ~ScreenPairing() override;

    void pair(std::string code) override;
    void confirm(bool same) override;

private:
    class Attempt;

    ScreenPairingSpec m_spec;
    platform::Files& m_files;
    entries::WordList const& m_words;
    std::unique_ptr<Attempt> m_attempt;
};

} // namespace inloop::terminal
