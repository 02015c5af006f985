// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/new_databases.h"

#include "kiosk/database/file_found.h"
#include "platform/api/files.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace inloop::records {

namespace {

namespace fs = std::filesystem;

using database::FileFound;
using database::look_at;

constexpr std::array kJournals{"-wal", "-journal", "-shm"};

bool is_there(fs::path const& path) {
    return look_at(path) != FileFound::nothing;
}

fs::path with(fs::path path, char const* end) {
    path += end;
    return path;
}

Result<void> remove_if_there(platform::Files& files, fs::path const& path) {
    return is_there(path) ? files.remove(path) : Result<void>();
}

// SQLite would play back such a journal into the next database of this name.
Result<void> no_lonely_journal(fs::path const& path) {
    for (char const* journal : kJournals) {
        if (is_there(with(path, journal))) {
            return fail(ErrorCode::corrupt, with(path, journal).native() +
                                                " is there without its database: restore both "
                                                "databases from a backup");
        }
    }
    return {};
}

Result<void> make(database::Spec spec, platform::Files& files) {
    spec.path = with(spec.path, ".new");
    if (auto removed = remove_if_there(files, spec.path); !removed) {
        return removed;
    }
    for (char const* journal : kJournals) {
        if (auto removed = remove_if_there(files, with(spec.path, journal)); !removed) {
            return removed;
        }
    }
    if (auto made = database::Connection::open(spec); !made) { // and closed again
        return fail(made.error().code, spec.path.native() + ": " + made.error().message);
    }
    std::error_code error;
    fs::permissions(spec.path, fs::perms::owner_read | fs::perms::owner_write, error);
    return error ? fail(ErrorCode::io, spec.path.native() + ": " + error.message())
                 : files.sync_file(spec.path);
}

Result<void> give_its_name(fs::path const& path, platform::Files& files) {
    fs::path const made = with(path, ".new");
    if (is_there(path)) {
        return {};
    }
    if (!is_there(made)) {
        return fail(ErrorCode::corrupt,
                    path.native() + " is missing, and the other database beside it is there: "
                                    "restore both from a backup");
    }
    return files.rename(made, path);
}

} // namespace

Result<void> make_if_absent(fs::path const& folder, database::Spec const& keys,
                            database::Spec const& log, platform::Files& files) {
    if (is_there(keys.path) && is_there(log.path)) {
        return {};
    }
    Result<void> made;
    if (!is_there(keys.path) && !is_there(log.path)) {
        made = no_lonely_journal(keys.path)
                   .and_then([&] { return no_lonely_journal(log.path); })
                   .and_then([&] { return make(keys, files); })
                   .and_then([&] { return make(log, files); })
                   .and_then([&] { return files.sync_directory(folder); });
    }
    return made.and_then([&] { return give_its_name(keys.path, files); })
        .and_then([&] { return give_its_name(log.path, files); })
        .and_then([&] { return files.sync_directory(folder); });
}

} // namespace inloop::records
