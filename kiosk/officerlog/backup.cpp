// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/backup_sums.h"
#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/open_log.h"
#include "kiosk/officerlog/tuning.h"
#include "kiosk/seal/durable_file.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <vector>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

// A letter that is destroyed today is gone everywhere within a week.
constexpr records::Seconds kKeysKept = records::Seconds{7} * 86'400;
constexpr std::size_t kGenerationsOfKeys = 2;
// Also what a backup left that was cut off.
constexpr std::array kKeysOfABackup{"keys.db", "keys.db.part", kOwnKey, "certificate.key.part"};
constexpr std::uint64_t kRulesBytes = std::uint64_t{16} * 1024;

fs::path folder_of_backups(fs::path const& data) {
    return fs::absolute(data) / "backups";
}

std::string name_of(records::Seconds at) {
    auto const time = static_cast<std::time_t>(at);
    return fmt::format("{:%Y%m%dT%H%M%S}Z", fmt::gmtime(time));
}

// The time in a name such as 20261124T160000Z; 0: not a backup of ours.
records::Seconds time_of(std::string const& name) {
    std::tm parts{};
    char const* const end = ::strptime(name.c_str(), "%Y%m%dT%H%M%SZ", &parts);
    return end == nullptr || *end != '\0' ? 0 : static_cast<records::Seconds>(::timegm(&parts));
}

// The times of the backups, the newest first.
std::vector<records::Seconds> backups_in(OpenLog& log, fs::path const& data) {
    std::vector<records::Seconds> times;
    Result<std::vector<platform::DirectoryEntry>> const found =
        log.files.list(folder_of_backups(data));
    for (platform::DirectoryEntry const& entry :
         found.value_or(std::vector<platform::DirectoryEntry>())) {
        if (records::Seconds const at = time_of(entry.name); at != 0) {
            times.push_back(at);
        }
    }
    std::ranges::sort(times, std::greater());
    return times;
}

Result<void> copy_to(OpenLog& log, fs::path const& from, fs::path const& to) {
    return log.files.read(from, kMaxDatabaseBytes).and_then([&](Bytes const& bytes) {
        return seal::store_durably(log.files, to, bytes);
    });
}

// What a log needs to go on as the one kiosks and browsers know. A log that was given a certificate
// has none here.
Result<std::vector<std::string>> copy_all(OpenLog& log, fs::path const& data,
                                          fs::path const& folder) {
    if (Result<void> copied = log.store->backup_to(folder); !copied) {
        return tl::unexpected(copied.error());
    }
    std::vector<std::string> names{"keys.db", "log.db"};
    for (std::string_view own : kOwnIdentity) {
        Result<void> const copied = copy_to(log, fs::absolute(data) / own, folder / own);
        if (copied) {
            names.emplace_back(own);
        } else if (copied.error().code != ErrorCode::not_found) {
            return tl::unexpected(copied.error());
        }
    }
    return names;
}

Result<void> remove_if_there(OpenLog& log, fs::path const& file) {
    Result<void> const removed = log.files.remove(file);
    return removed || removed.error().code == ErrorCode::not_found ? Result<void>() : removed;
}

Result<void> drop_old_keys(OpenLog& log, fs::path const& data, records::Seconds now) {
    std::vector<records::Seconds> const times = backups_in(log, data);
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (i < kGenerationsOfKeys && now - times[i] <= kKeysKept) {
            continue;
        }
        fs::path const folder = folder_of_backups(data) / name_of(times[i]);
        Result<void> dropped;
        for (char const* name : kKeysOfABackup) {
            dropped = dropped.and_then([&] { return remove_if_there(log, folder / name); });
        }
        dropped = dropped.and_then([&] { return log.files.sync_directory(folder); });
        if (!dropped) {
            return dropped;
        }
    }
    return {};
}

} // namespace

records::Seconds last_backup(OpenLog& log, fs::path const& data) {
    std::vector<records::Seconds> const times = backups_in(log, data);
    return times.empty() ? 0 : times.front();
}

Result<fs::path> back_up(OpenLog& log, fs::path const& data) {
    records::Seconds const now = log.clock.wall().time_since_epoch().count();
    fs::path const folder = folder_of_backups(data) / name_of(now);
    // Also before: that a copy cannot be made, on a full disk, keeps no key longer.
    if (Result<void> dropped = drop_old_keys(log, data, now); !dropped) {
        return tl::unexpected(dropped.error());
    }
    Result<void> const copied =
        copy_all(log, data, folder).and_then([&](std::vector<std::string> const& names) {
            return write_sums(log.files, folder, names);
        });
    if (!copied) {
        return tl::unexpected(copied.error());
    }
    if (Result<void> dropped = drop_old_keys(log, data, now); !dropped) {
        return tl::unexpected(dropped.error());
    }
    return folder;
}

Result<desk::RetentionRules> retention_rules(OpenLog& log, fs::path const& data) {
    Result<Bytes> const text = log.files.read(fs::absolute(data) / "retention.toml", kRulesBytes);
    if (!text) {
        return text.error().code == ErrorCode::not_found
                   ? Result<desk::RetentionRules>(desk::RetentionRules{})
                   : tl::unexpected(text.error());
    }
    return desk::parse_retention({reinterpret_cast<char const*>(text->data()), text->size()});
}

} // namespace inloop::officerlog
