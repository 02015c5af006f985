// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/signing_key.h"
#include "platform/api/files.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace inloop::seal {

// The files of a site, in its data directory.
inline constexpr char const* kPolicyFile = "policy.pkp";
inline constexpr char const* kLogSigningFile = "log-signing.pub"; // what the kiosk pins
inline constexpr char const* kDemoKeyFile = "demo-log.key"; // demo only: the secrets of the log

// Makes the keys a log would make, so that a kiosk can be shown without one: a signing key, the
// present week's key and those of the next eight, and the policy that announces them. Does nothing
// when all three files are there and fit together. Fails with `corrupt`, naming what is there and
// how to mend it, when only some are or they do not fit; otherwise with the errors of Files. The
// clock only chooses the first week.
[[nodiscard]] Result<void> make_demo_site(platform::Files& files, Random& random,
                                          Clock const& clock,
                                          std::filesystem::path const& directory);

// The secrets of a demo site.
struct DemoKey {
    SigningKey log_sign;
    std::vector<WeekSecretKey> weeks;

    // The key of that week; nullptr when it is not a week of this site.
    [[nodiscard]] WeekSecretKey const* find(std::uint32_t epoch) const;
};

// Reads a demo's key file, wherever it lies and whatever it is called. Fails with `corrupt`, naming
// file and line, or with the errors of Files.
[[nodiscard]] Result<DemoKey> read_demo_key(platform::Files& files,
                                            std::filesystem::path const& file);

// Reads dir/log-signing.pub: the key a kiosk pins. Fails with `corrupt`, naming the file, or with
// the errors of Files.
[[nodiscard]] Result<LogSignPublicKey> read_log_signing_key(platform::Files& files,
                                                            std::filesystem::path const& directory);

} // namespace inloop::seal
