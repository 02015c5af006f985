// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/log_look.h"

#include "kiosk/seal/device_key.h"
#include "kiosk/terminal/doctor/tuning.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/terminal/sync/pairing.h"

namespace inloop::doctor {

namespace {

constexpr int kServerErrors = 500; // this and above

Result<void> can_seal(platform::Files& files, std::filesystem::path const& data,
                      std::string const& device_key) {
    if (auto const policy = sync::followed_policy(files, data); !policy) {
        return tl::unexpected(policy.error());
    }
    auto const device = seal::DeviceKey::load(files, data / device_key);
    // Without one the kiosk makes it at its next start.
    if (!device && device.error().code != ErrorCode::not_found) {
        return tl::unexpected(device.error());
    }
    return {};
}

} // namespace

LogFound look_at_log(platform::Files& files, platform::HttpClient& client,
                     std::filesystem::path const& data, std::string const& device_key) {
    LogFound found;
    found.seals = can_seal(files, data, device_key);
    auto const link = sync::read_log_link(files, data);
    if (!link) {
        found.linked = tl::unexpected(link.error());
        return found;
    }
    found.url = link->url;
    auto const answer =
        client.send({.url = link->url + "/", .server_key = link->server_key, .timeout = kLogTime});
    if (!answer) {
        found.reached = tl::unexpected(answer.error());
    } else if (answer->status >= kServerErrors) {
        found.reached = fail(ErrorCode::unavailable,
                             "it answers with HTTP status " + std::to_string(answer->status));
    }
    return found;
}

} // namespace inloop::doctor
