// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/system_error.h"

#include <cerrno>
#include <string>
#include <system_error>

namespace inloop::platform {

ErrorCode code_of(int number) {
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::no_space;
    case EROFS:
    case EACCES:
    case EPERM:
        return ErrorCode::read_only;
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::not_found;
    case EEXIST:
        return ErrorCode::already_there;
    default:
        return ErrorCode::io;
    }
}

tl::unexpected<Error> system_error(int number, char const* call,
                                   std::filesystem::path const& path) {
    return fail(code_of(number), std::string(call) + " " + path.native() + ": " +
                                     std::generic_category().message(number) + " (errno " +
                                     std::to_string(number) + ")");
}

} // namespace inloop::platform
