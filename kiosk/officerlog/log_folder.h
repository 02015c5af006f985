// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/api/files.h"
#include "platform/net/certificate.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::officerlog {

// One line on stderr, which systemd takes to the journal. Never words of a person.
void log_line(std::string const& message);
// Logs the error and returns `code`, an exit code of sysexits.h.
[[nodiscard]] int complain(Error const& error, int code);

// The log's own certificate and its key, in the data folder. Kiosks remember the key when they are
// paired.
inline constexpr char const* kOwnCertificate = "certificate.pem";
inline constexpr char const* kOwnKey = "certificate.key";
inline constexpr std::array<std::string_view, 2> kOwnIdentity{kOwnCertificate, kOwnKey};

// Made at first.
[[nodiscard]] Result<net::ServerIdentity> own_identity(platform::Files& files,
                                                       std::filesystem::path const& data,
                                                       std::vector<std::string> const& names,
                                                       WallTime now);
// One that somebody gave.
[[nodiscard]] Result<net::ServerIdentity> given_identity(platform::Files& files,
                                                         std::filesystem::path const& certificate,
                                                         std::filesystem::path const& key);

// How the command line of this machine reaches a log that serves: stands in the data folder, only
// for its owner, while it does.
struct Console {
    std::string url; // "https://127.0.0.1:8443"
    std::string token;
    ByteArray<32> server_key{};
};
[[nodiscard]] Result<void> write_console(platform::Files& files, std::filesystem::path const& data,
                                         Console const& console);
[[nodiscard]] Result<Console> read_console(platform::Files& files,
                                           std::filesystem::path const& data); // not_found
void remove_console(platform::Files& files, std::filesystem::path const& data);

} // namespace inloop::officerlog
