// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace inloop::platform {

// A user, with every group he is in.
struct Account {
    std::string name;
    uid_t id = 0;
    std::vector<gid_t> groups{};
};

// Who this process is (its effective user).
[[nodiscard]] Account own_account();

// nullopt when this machine knows no such user.
[[nodiscard]] std::optional<Account> account_of(std::string const& name);

// The user's name, else the number.
[[nodiscard]] std::string name_of_user(uid_t id);

enum class Right : std::uint8_t { read = 4, write = 2, enter = 1 };

// Whether mode bits grant it; root may everything. For another user than the own one what is known
// of a file is its mode: access lists are not looked at.
[[nodiscard]] bool grants(mode_t mode, uid_t owner, gid_t group, Account const& account,
                          Right right);

// Of the file behind `path`; false when it is not there.
[[nodiscard]] bool may(Account const& account, std::filesystem::path const& path, Right right);

} // namespace inloop::platform
