// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/device_key.h"
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/sending/site.h"
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

} // namespace

int pair(PairOptions const& options) {
    platform::LinuxFiles files;
    SystemRandom random;
    std::filesystem::path const data = std::filesystem::absolute(options.data);
    Result<void> const made = files.make_directories(data);
    auto const words = read_words(options.assets);
    auto client = net::HttpsClient::create();
    if (!made || !words || !client) {
        return complain(!made ? made.error() : !words ? words.error() : client.error(), EX_CONFIG);
    }
    auto const device =
        seal::DeviceKey::load_or_create(files, data / sending::kDeviceKeyFile, random);
    if (!device) {
        return complain(device.error(), EX_IOERR);
    }
    auto const paired =
        sync::pair(**client, options.log, options.code, options.name, device->public_key(), *words);
    if (!paired) {
        return complain(paired.error(),
                        paired.error().code == ErrorCode::unavailable ? EX_UNAVAILABLE : EX_NOPERM);
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
