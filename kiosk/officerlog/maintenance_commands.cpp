// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/backup_sums.h"
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/open_log.h"
#include "kiosk/officerlog/tuning.h"

#include <sysexits.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

vault::Actor console() {
    return {"console", "console"};
}

std::string_view name_of(desk::Overdue what) {
    switch (what) {
    case desk::Overdue::text:
        return "text";
    case desk::Overdue::answers:
        return "answers";
    case desk::Overdue::week:
        break;
    }
    return "week key";
}

Result<void> copy_durably(OpenLog& log, fs::path const& from, fs::path const& to) {
    return log.files.read(from, kMaxDatabaseBytes)
        .and_then([&](Bytes const& bytes) { return log.files.create(to, bytes); })
        .and_then([&] { return log.files.sync_file(to); });
}

// Nothing may be there that a backup would be mixed with; a certificate that is there stays.
Result<std::vector<std::string>> names_to_put_back(OpenLog& log, fs::path const& from,
                                                   fs::path const& data) {
    for (char const* name : {"log.db", "keys.db"}) {
        if (fs::exists(data / name)) {
            return fail(ErrorCode::already_there,
                        (data / name).string() + " is there: move it away first");
        }
    }
    Result<std::vector<std::string>> names = check_sums(log.files, from);
    if (names && fs::exists(data / kOwnCertificate)) {
        std::erase_if(*names, [](std::string const& name) {
            return std::ranges::find(kOwnIdentity, name) != kOwnIdentity.end();
        });
    }
    return names;
}

Result<void> put_back(OpenLog& log, fs::path const& from, fs::path const& data,
                      std::vector<std::string> const& names) {
    Result<void> copied = log.files.make_directories(data);
    for (std::string const& name : names) {
        copied = copied.and_then([&] { return copy_durably(log, from / name, data / name); });
    }
    return copied.and_then([&] { return log.files.sync_directory(data); });
}

// A database that was put back counts its changes anew and must not be taken for the one the
// kiosks know: they send again what it lacks.
Result<void> begin_anew(OpenLog& log) {
    Result<records::SiteRecord> site = log.store->site();
    if (!site) {
        return tl::unexpected(site.error());
    }
    log.random.fill(site->instance.bytes);
    return log.store->transaction([&]() -> Result<void> {
        if (Result<void> kept = log.store->set_site(*site); !kept) {
            return kept;
        }
        return log.audit->write(console(), {.action = "restore"});
    });
}

} // namespace

int restore(Folders const& folders, fs::path const& from) {
    fs::path const data = fs::absolute(folders.data);
    OpenLog bare;
    Result<std::vector<std::string>> const names =
        names_to_put_back(bare, fs::absolute(from), data);
    if (!names) {
        return complain(names.error(),
                        names.error().code == ErrorCode::already_there ? EX_CANTCREAT : EX_DATAERR);
    }
    if (Result<void> const copied = put_back(bare, fs::absolute(from), data, *names); !copied) {
        return complain(copied.error(), EX_IOERR);
    }
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_DATAERR);
    }
    if (Result<void> begun = begin_anew(**log); !begun) {
        return complain(begun.error(), EX_IOERR);
    }
    std::printf("Restored. Kiosks send again what is missing as soon as the log serves.\n");
    return EX_OK;
}

int verify_audit(Folders const& folders) {
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    Result<std::vector<records::Device>> const devices = (*log)->store->devices();
    std::optional<wire::AuditHead> known;
    if (devices) {
        for (records::Device const& device : *devices) {
            if (!known || device.seen_audit.row > known->row) {
                known = device.seen_audit;
            }
        }
    }
    Result<vault::AuditVerdict> const verdict = vault::verify_audit(*(*log)->store, known);
    if (!verdict) {
        return complain(verdict.error(), EX_IOERR);
    }
    if (!verdict->whole) {
        return complain({ErrorCode::corrupt, verdict->message}, EX_DATAERR);
    }
    std::printf("%llu rows, whole\n", static_cast<unsigned long long>(verdict->rows));
    return EX_OK;
}

int retention(Folders const& folders, bool carry_out) {
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    Result<desk::RetentionRules> const rules = retention_rules(**log, folders.data);
    Result<std::vector<desk::DueItem>> const due =
        rules ? desk::due_now(*(*log)->desk, *rules) : tl::unexpected(rules.error());
    if (!due) {
        return complain(due.error(), EX_CONFIG);
    }
    for (desk::DueItem const& item : *due) {
        std::printf("%s %s\n", std::string(name_of(item.what)).c_str(),
                    item.what == desk::Overdue::week ? std::to_string(item.epoch).c_str()
                                                     : hex(item.root.bytes).c_str());
    }
    if (!carry_out) {
        std::printf("%zu due; nothing was changed. With --carry-out they are destroyed.\n",
                    due->size());
        return EX_OK;
    }
    Result<std::size_t> const done = desk::carry_out(*(*log)->desk, console(), *rules, *due);
    if (!done) {
        return complain(done.error(), EX_IOERR);
    }
    std::printf("%zu destroyed\n", *done);
    return EX_OK;
}

} // namespace inloop::officerlog
