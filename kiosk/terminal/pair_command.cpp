// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/log_meeting.h"
#include "kiosk/terminal/sync/pairing.h"
#include "platform/net/https_client.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sysexits.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace inloop::terminal {
namespace {

bool people_say_yes(sync::Paired const& paired) {
    std::fprintf(stderr,
                 "The log must show these five words, in this order:\n\n  %s\n\n"
                 "Does it? Type yes and Enter; anything else changes nothing: ",
                 fmt::format("{}", fmt::join(paired.words, " ")).c_str());
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "yes";
}

int exit_code(ErrorCode code) {
    switch (code) {
    case ErrorCode::unavailable:
        return EX_UNAVAILABLE;
    case ErrorCode::io:
    case ErrorCode::no_space:
    case ErrorCode::read_only:
        return EX_IOERR;
    default:
        return EX_NOPERM;
    }
}

} // namespace

int pair(PairOptions const& options) {
    platform::LinuxFiles files;
    std::filesystem::path const data = std::filesystem::absolute(options.data);
    auto const words = read_words(options.assets);
    auto const client = net::HttpsClient::create();
    if (!words || !client) {
        return complain(words ? client.error() : words.error(), EX_CONFIG);
    }
    auto const paired = meet_log(
        files, **client,
        {.data = data, .log = options.log, .name = options.name, .code = options.code}, *words);
    if (!paired) {
        return complain(paired.error(), exit_code(paired.error().code));
    }
    if (!options.compared_later && !people_say_yes(*paired)) {
        log_line("nothing was changed");
        return EX_NOPERM;
    }
    if (auto const kept = sync::keep_link(files, data, *paired); !kept) {
        return complain(kept.error(), EX_CANTCREAT);
    }
    std::printf("%s\n", fmt::format("{}", fmt::join(paired->words, " ")).c_str());
    return EX_OK;
}

} // namespace inloop::terminal
