// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/account.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace inloop::platform {

namespace {

// Entries of the user database are lines of a few hundred bytes.
using EntryText = std::array<char, 16384>;

std::vector<gid_t> groups_of(char const* name, gid_t first) {
    int count = 64;
    std::vector<gid_t> groups(static_cast<std::size_t>(count));
    if (::getgrouplist(name, first, groups.data(), &count) < 0) {
        groups.resize(static_cast<std::size_t>(count)); // it said how many there are
        (void)::getgrouplist(name, first, groups.data(), &count);
    }
    groups.resize(static_cast<std::size_t>(std::max(count, 0)));
    return groups;
}

} // namespace

Account own_account() {
    Account account{.name = name_of_user(::geteuid()), .id = ::geteuid(), .groups = {::getegid()}};
    int const count = ::getgroups(0, nullptr);
    std::vector<gid_t> more(static_cast<std::size_t>(std::max(count, 0)));
    if (count > 0 && ::getgroups(count, more.data()) == count) {
        account.groups.insert(account.groups.end(), more.begin(), more.end());
    }
    return account;
}

std::optional<Account> account_of(std::string const& name) {
    passwd entry{};
    passwd* found = nullptr;
    EntryText text{};
    if (::getpwnam_r(name.c_str(), &entry, text.data(), text.size(), &found) != 0 ||
        found == nullptr) {
        return std::nullopt;
    }
    return Account{
        .name = name, .id = entry.pw_uid, .groups = groups_of(entry.pw_name, entry.pw_gid)};
}

std::string name_of_user(uid_t id) {
    passwd entry{};
    passwd* found = nullptr;
    EntryText text{};
    bool const known =
        ::getpwuid_r(id, &entry, text.data(), text.size(), &found) == 0 && found != nullptr;
    return known ? entry.pw_name : std::to_string(id);
}

bool grants(mode_t mode, uid_t owner, gid_t group, Account const& account, Right right) {
    if (account.id == 0) {
        return true;
    }
    auto const bit = static_cast<mode_t>(right);
    if (account.id == owner) {
        return (mode & (bit << 6U)) != 0;
    }
    bool const member = std::ranges::find(account.groups, group) != account.groups.end();
    return (mode & (member ? bit << 3U : bit)) != 0;
}

bool may(Account const& account, std::filesystem::path const& path, Right right) {
    if (account.id == ::geteuid()) {
        // Knows access lists and disks that are read-only as well.
        return ::faccessat(AT_FDCWD, path.c_str(), static_cast<int>(right), AT_EACCESS) == 0;
    }
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 &&
           grants(about.st_mode, about.st_uid, about.st_gid, account, right);
}

} // namespace inloop::platform
