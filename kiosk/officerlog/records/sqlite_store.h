// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/officerlog/records/store.h"

#include <filesystem>
#include <memory>

namespace inloop::platform {
class Files;
} // namespace inloop::platform

namespace inloop::records {

// The Store that is log.db and keys.db in one folder.
struct SqliteStore {
    struct Spec {
        std::filesystem::path data{}; // holds log.db and keys.db; made when it is not there
        std::filesystem::path schema{}; // holds log/ and keys/ with the numbered files
    };

    // Opens both databases, brings them to the newest schema, and deletes the keys of letters that
    // were destroyed since a backup of keys.db. Where neither is there, both are made. `files`
    // outlives the store. Nothing damaged is ever made anew: the truth lives here. Errors, each
    // naming the file and what to do: corrupt when a file is damaged, empty, missing beside the
    // other one or of another log; unsupported when a newer build wrote it (it stays as it is);
    // unavailable when another program has it open; not_found and invalid_input when the schema
    // files are missing or wrong; no_space, read_only, io.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(Spec const& spec,
                                                             platform::Files& files);
};

} // namespace inloop::records
