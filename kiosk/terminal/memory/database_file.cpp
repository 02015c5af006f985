// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/database_file.h"

#include "kiosk/terminal/memory/tuning.h"

#include <array>
#include <string>
#include <system_error>

namespace inloop::memory {

namespace {

namespace fs = std::filesystem;

constexpr std::array kJournals{"-journal", "-wal", "-shm"};

tl::unexpected<Error> file_error(std::error_code const& error, fs::path const& path) {
    ErrorCode code = ErrorCode::io;
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
        error == std::errc::operation_not_permitted) {
        code = ErrorCode::read_only;
    } else if (error == std::errc::no_space_on_device) {
        code = ErrorCode::no_space;
    }
    return fail(code, path.native() + ": " + error.message());
}

bool is_there(fs::path const& path) {
    std::error_code ignored;
    return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

// A name that is free, or the last one there may be.
fs::path place_for(fs::path const& folder, std::string const& name) {
    fs::path place = folder / name;
    for (int n = 2; n <= kQuarantinedFiles && is_there(place); ++n) {
        place = folder / (name + "." + std::to_string(n));
    }
    return place;
}

std::error_code move_if_there(fs::path const& from, fs::path const& to) {
    std::error_code error;
    if (is_there(from)) {
        fs::rename(from, to, error);
    }
    return error;
}

} // namespace

Result<fs::path> set_aside(fs::path const& path) {
    fs::path const folder = path.parent_path() / "quarantine";
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return file_error(error, folder);
    }
    fs::path const place = place_for(folder, path.filename().native());
    for (char const* journal : kJournals) {
        error = move_if_there(path.native() + journal, place.native() + journal);
        if (error) {
            return file_error(error, path.native() + journal);
        }
    }
    bool const there = is_there(path);
    error = move_if_there(path, place);
    if (error) {
        return file_error(error, path);
    }
    return there ? place : fs::path();
}

} // namespace inloop::memory
