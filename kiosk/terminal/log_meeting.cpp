// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/log_meeting.h"

#include "kiosk/base/random.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/terminal/sending/site.h"

namespace inloop::terminal {

Result<sync::Paired> meet_log(platform::Files& files, platform::HttpClient& client,
                              Meeting const& meeting, entries::WordList const& words) {
    SystemRandom random;
    if (auto made = files.make_directories(meeting.data); !made) {
        return tl::unexpected(made.error());
    }
    auto const device =
        seal::DeviceKey::load_or_create(files, meeting.data / sending::kDeviceKeyFile, random);
    if (!device) {
        return tl::unexpected(device.error());
    }
    return sync::pair(client, meeting.log, meeting.code, meeting.name, device->public_key(), words);
}

} // namespace inloop::terminal
