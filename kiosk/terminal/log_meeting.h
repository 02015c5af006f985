// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/terminal/sync/pairing.h"
#include "platform/api/files.h"
#include "platform/api/http.h"

#include <filesystem>
#include <string>

namespace inloop::terminal {

struct Meeting {
    std::filesystem::path data; // of the kiosk's site; made when it is not there
    std::string log; // "https://log.example:8443"
    std::string name; // of this kiosk, as officers read it
    std::string code; // that the log shows
};

// Asks the log for this kiosk, with a device key that is made at first. Nothing is in force before
// people compared the words and sync::keep_link() wrote it down. Blocks; `client` may be cancelled.
// Errors of sync::pair() and of Files.
[[nodiscard]] Result<sync::Paired> meet_log(platform::Files& files, platform::HttpClient& client,
                                            Meeting const& meeting, entries::WordList const& words);

} // namespace inloop::terminal
