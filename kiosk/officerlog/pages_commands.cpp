// SPDX-License-Identifier: EUPL-1.2
//
// Pages on a stick: `inloop-log pages export` and `import`.
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/editing/carrying.h"
#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/open_log.h"

#include <sysexits.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <system_error>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

vault::Actor console() {
    return {"console", "console"};
}

// Files of another folder under new ones would look as if they were signed with them.
Result<void> must_be_new(fs::path const& folder) {
    std::error_code error;
    bool const there = fs::exists(folder, error) && !fs::is_empty(folder, error);
    return error   ? fail(ErrorCode::io, folder.string() + ": " + error.message())
           : there ? fail(ErrorCode::already_there,
                          folder.string() + " is not empty: name a new folder")
                   : Result<void>();
}

// The signature is written last: a stick that was pulled out early has none.
Result<void> write_folder(OpenLog& log, fs::path const& folder,
                          std::vector<wire::Document> const& files) {
    for (wire::Document const& file : files) {
        fs::path const path = folder / file.name;
        auto written = log.files.make_directories(path.parent_path())
                           .and_then([&] { return log.files.create(path, file.content); })
                           .and_then([&] { return log.files.sync_file(path); })
                           .and_then([&] { return log.files.sync_directory(path.parent_path()); });
        if (!written) {
            return written;
        }
    }
    return log.files.sync_directory(folder);
}

Result<seal::AckSignPublicKey> signer_of(OpenLog& log, std::string const& given) {
    if (given.empty()) {
        return ack_sign_of(*log.store).map([](seal::SigningKey const& key) {
            return seal::AckSignPublicKey{key.public_key()};
        });
    }
    auto const key = key_from_hex(given);
    return key ? Result<seal::AckSignPublicKey>(seal::AckSignPublicKey{*key})
               : fail(ErrorCode::invalid_input,
                      "--signed-by is not a key: the 64 digits that 'pages export' says");
}

int exit_code_of(Error const& error) {
    return error.code == ErrorCode::io || error.code == ErrorCode::no_space ? EX_IOERR : EX_DATAERR;
}

} // namespace

int export_pages(Folders const& folders, fs::path const& to) {
    fs::path const folder = fs::absolute(to);
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    auto const sign = ack_sign_of(*(*log)->store);
    if (!sign) {
        return complain(sign.error(), EX_CONFIG);
    }
    if (auto const is_new = must_be_new(folder); !is_new) {
        return complain(is_new.error(), EX_CANTCREAT);
    }
    auto const carried = editing::pages_to_carry(*(*log)->editing, console());
    auto const written = carried.and_then([&](wire::Carried const& pages) {
        return write_folder(**log, folder, wire::carried_files(pages, *sign));
    });
    if (!written) {
        return complain(written.error(), EX_CANTCREAT);
    }
    std::printf("%zu files in %s, signed by %s\n", carried->documents.size(), folder.c_str(),
                hex(sign->public_key()).c_str());
    return EX_OK;
}

int import_pages(Folders const& folders, fs::path const& from, std::string const& signed_by) {
    fs::path const folder = fs::absolute(from).lexically_normal();
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    auto const signer = signer_of(**log, signed_by);
    if (!signer) {
        return complain(signer.error(), EX_USAGE);
    }
    auto const taken = wire::read_carried(wire::files_below((*log)->files, folder), *signer)
                           .and_then([&](wire::Carried const& carried) {
                               return editing::take_in(*(*log)->editing, console(), carried);
                           });
    if (!taken) {
        return complain(taken.error(), exit_code_of(taken.error()));
    }
    for (std::string const& one : taken->refused) {
        std::fprintf(stderr, "inloop-log: left out: %s\n", one.c_str());
    }
    std::printf("%zu taken in, %zu were here already, %zu left out\n", taken->changed, taken->same,
                taken->refused.size());
    return taken->refused.empty() ? EX_OK : EX_DATAERR;
}

} // namespace inloop::officerlog
