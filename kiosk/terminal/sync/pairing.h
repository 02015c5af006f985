// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/policy.h"
#include "kiosk/terminal/sync/log_link.h"
#include "platform/api/files.h"
#include "platform/api/http.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

// The kiosk's side of its first meeting with a log. It is pinned in two steps: pair() asks, people
// compare five words on both screens, and only then keep_link() writes what is followed from then
// on.
namespace inloop::sync {

// What the log said, to be confirmed by people. Nothing of it is in force yet.
struct Paired {
    LogLink link{};
    Bytes policy{}; // PKP1, verified to start at link.log_sign
    seal::DeploymentId deployment{};
    std::array<std::string, 5> words{}; // the log shows the same, when nobody stands between
};

// Asks the log behind `url`, which shows `code` (as it was typed), for this device. Blocks for two
// exchanges; `client` may be cancelled. Errors, for who looks after the kiosk: `invalid_input` the
// address, the code or the name cannot be one; `unavailable` no log answers; `not_found` the log
// does not know the code, or it is over; `crypto` the answer was not made with this code, so
// somebody stands between or the code is another log's; `unsupported` and `corrupt` not the answer
// of a log.
[[nodiscard]] Result<Paired> pair(platform::HttpClient& client, std::string const& url,
                                  std::string_view code, std::string const& name,
                                  seal::DevicePublicKey const& device,
                                  entries::WordList const& words);

// The policy this kiosk follows, for whose keys letters are sealed. Errors: not_found when it
// follows none yet; those of seal::read_log_signing_key, seal::read_policy and Files.
[[nodiscard]] Result<seal::Policy> followed_policy(platform::Files& files,
                                                   std::filesystem::path const& data);

// Writes the link and what it pins into `data`: log-signing.pub, policy.pkp and, last,
// log-link.toml; each durable before the next. A power cut in between leaves a kiosk that says it
// must be paired again. The program then opens its site anew.
//
// Fails with `invalid_input`, changing nothing, when the kiosk follows a policy of another
// deployment and letters wait in letterbox/new: they are sealed to keys that this log does not
// have. Fails with `crypto` when it follows one of the same deployment that this policy does not
// continue; otherwise with the errors of Files.
[[nodiscard]] Result<void> keep_link(platform::Files& files, std::filesystem::path const& data,
                                     Paired const& paired);

} // namespace inloop::sync
