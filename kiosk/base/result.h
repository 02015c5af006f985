// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace inloop {

// What kind of thing went wrong. What a visitor reads is chosen from this code (assets/strings),
// never from the message.
enum class ErrorCode {
    invalid_input, // the caller or a file gave something that cannot be right
    not_found, // no such file, page, letter or key
    already_there, // what should be made exists
    no_space, // disk or quota full (ENOSPC, EDQUOT)
    read_only, // the place cannot be written (EROFS, EACCES)
    io, // the device failed or vanished (EIO and what is not named above)
    corrupt, // stored data does not check out
    unsupported, // a version, format or machine this build does not know
    crypto, // a signature or seal does not verify
    unavailable, // cannot now, may work later
};

// An error for the operator's log: names file, line, cause and mend, never a visitor's text.
struct Error {
    ErrorCode code = ErrorCode::io;
    std::string message;
};

// What every function that can fail on input, disk or network returns. Errors are values here:
// exceptions of libraries stop in the file that calls the library.
template <class T>
using Result = tl::expected<T, Error>;

// Makes the failed Result: `return fail(ErrorCode::io, "cannot write ...");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

} // namespace inloop
