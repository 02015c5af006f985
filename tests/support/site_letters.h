// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"
#include "kiosk/entries/letter.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/entries/status.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "kiosk/terminal/sending/letter_worker.h"
#include "platform/api/files.h"
#include "tests/support/kiosk_rig.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::support {

// The real sender of letters behind the screens of a rig: a demo site, its letterbox and index, and
// the worker on its thread. Receipts cost next to nothing. Belongs to the rig's thread.
class SiteLetters {
public:
    // Makes the site in `data` through `files`; only the index always lies on the real disk.
    // `rig` and `files` outlive this.
    SiteLetters(KioskRig& rig, platform::Files& files, std::filesystem::path const& data);

    [[nodiscard]] Post post() { return {{*m_worker, *m_worker, *m_worker}, *m_worker}; }
    // The receipt key that follows from a code.
    [[nodiscard]] seal::ReceiptPublicKey receipt_key(entries::ReceiptCode const& code) const;
    // As if the log had sent it: what became of the letter with this code, and an officer's answer
    // to it. In force when the worker comes to it, before anything it is asked for later.
    void answer(entries::ReceiptCode const& code, entries::Status status, std::string_view text);
    // What an operator would read. Only while no letter is on its way: the worker writes it.
    [[nodiscard]] std::vector<std::string> const& log() const { return m_log; }

private:
    entries::WordList const* m_words;
    SystemRandom m_random;
    seal::DeploymentSalt m_salt{};
    std::filesystem::path m_demo_key;
    platform::Files* m_files;
    std::uint32_t m_answers = 0;
    std::vector<std::string> m_log;
    std::unique_ptr<sending::LetterWorker> m_worker; // last: its thread uses the others
};

// A letter of a demo site, opened.
struct ReadLetter {
    seal::EnvelopeHeader header;
    entries::Letter letter;
};

// Opens the new letters of the site in `data` as the log would; what cannot be opened is left out.
[[nodiscard]] std::vector<ReadLetter> read_letters(platform::Files& files,
                                                   std::filesystem::path const& data);

} // namespace inloop::support
