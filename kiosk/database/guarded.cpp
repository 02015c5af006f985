// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/guarded.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace inloop::database {

namespace {

ErrorCode code_of(SQLite::Exception const& exception) {
    if (exception.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ) {
        return ErrorCode::corrupt; // the file is shorter than it says
    }
    switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::unavailable;
    case SQLITE_FULL:
        return ErrorCode::no_space;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return ErrorCode::read_only;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
    case SQLITE_MISUSE:
        return ErrorCode::invalid_input;
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
        return ErrorCode::io;
    default: // CORRUPT, NOTADB, and ERROR, which our fixed statements get only from a schema that
             // is not ours
        return ErrorCode::corrupt;
    }
}

} // namespace

Error error_of(std::exception const& exception) {
    if (dynamic_cast<WrongShape const*>(&exception) != nullptr) {
        return {ErrorCode::corrupt, exception.what()};
    }
    auto const* const known = dynamic_cast<SQLite::Exception const*>(&exception);
    return {known != nullptr ? code_of(*known) : ErrorCode::io,
            std::string("SQLite: ") + exception.what()};
}

} // namespace inloop::database
