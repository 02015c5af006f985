// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/file_found.h"

#include <system_error>

namespace inloop::database {

namespace fs = std::filesystem;

FileFound look_at(fs::path const& path) {
    std::error_code error;
    fs::file_status const about = fs::symlink_status(path, error);
    if (about.type() == fs::file_type::not_found) {
        return FileFound::nothing;
    }
    if (about.type() != fs::file_type::regular) {
        return FileFound::foreign_kind;
    }
    auto const size = fs::file_size(path, error);
    return !error && size == 0 ? FileFound::empty : FileFound::plain;
}

} // namespace inloop::database
