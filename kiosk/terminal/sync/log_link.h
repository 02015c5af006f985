// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "platform/api/files.h"

#include <filesystem>
#include <string>

namespace inloop::sync {

inline constexpr char const* kLogLinkFile = "log-link.toml";

// The log a kiosk belongs to, as it was pinned when people compared the words. The whole trust in
// the network stands in these: TLS goes only to server_key, replies are believed only from
// ack_sign, policies only from log_sign on.
struct LogLink {
    std::string url; // "https://log.example:8443", without a path
    ByteArray<32> server_key{}; // SHA-256 of the key of its TLS certificate
    seal::LogSignPublicKey log_sign{};
    seal::AckSignPublicKey ack_sign{};
    friend bool operator==(LogLink const&, LogLink const&) = default;
};

// `https://` with a host and maybe a port, in lower-case letters, digits and `.-:[]`; a slash at
// the end is dropped. Fails with `invalid_input`, saying what to write.
[[nodiscard]] Result<std::string> checked_url(std::string url);

// data/log-link.toml. Errors: not_found when this kiosk belongs to no log, corrupt naming the line,
// and those of Files.
[[nodiscard]] Result<LogLink> read_log_link(platform::Files& files,
                                            std::filesystem::path const& data);

// Writes it durably over the one before. Errors of Files.
[[nodiscard]] Result<void> write_log_link(platform::Files& files, std::filesystem::path const& data,
                                          LogLink const& link);

} // namespace inloop::sync
