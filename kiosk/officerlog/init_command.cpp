// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/desk/monitoring.h"
#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/open_log.h"
#include "kiosk/officerlog/terminal_qr.h"
#include "kiosk/seal/durable_file.h"

#include <sysexits.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace inloop::officerlog {
namespace {

// Shown once, on the terminal of whoever sets the log up; nothing of it is written to a file but by
// --demo-login.
void show_login(vault::NewLogin const& login, std::string const& name) {
    std::printf("\nLogin of %s. Write the passphrase down; it is not shown again.\n\n  %.*s\n\n",
                name.c_str(), static_cast<int>(login.passphrase.view().size()),
                login.passphrase.view().data());
    std::printf("Scan this with an app for one-time codes:\n\n%s\n",
                terminal_qr(login.totp_uri.view()).c_str());
    std::printf("or type its secret: %.*s\n", static_cast<int>(login.totp_uri.view().size()),
                login.totp_uri.view().data());
}

void show_recovery(SecretText const& words) {
    std::printf(
        "\nRecovery key: 24 words for paper, in a sealed envelope in the safe. With them the "
        "log can be\nopened when nobody remembers a passphrase. Not shown again.\n\n  %.*s\n",
        static_cast<int>(words.view().size()), words.view().data());
}

void show_monitoring(std::string const& token) {
    std::printf(
        "\nToken for a monitoring program: it may ask /health.json and /metrics with it, and "
        "nothing else.\nNot shown again; inloop-log monitoring-token makes another.\n\n  "
        "%s\n",
        token.c_str());
}

Result<void> leave_demo_login(OpenLog& log, std::filesystem::path const& file,
                              vault::NewLogin const& login, std::string const& name) {
    std::string text = name + "\n" + std::string(login.passphrase.view()) + "\n" +
                       std::string(login.totp_uri.view()) + "\n";
    Result<void> kept =
        seal::store_durably(log.files, std::filesystem::absolute(file), as_bytes(text));
    seal::wipe(std::as_writable_bytes(std::span(text.data(), text.size())));
    return kept;
}

// What kiosks are handed from their first sync on; neither has to be there.
Result<void> begin_with(OpenLog& log, std::filesystem::path const& folder) {
    constexpr std::uint64_t kMostBytes = std::uint64_t{64} * 1024;
    for (char const* name : {"roster.toml", "news.toml"}) {
        Result<Bytes> content =
            log.files.read(std::filesystem::absolute(folder) / name, kMostBytes);
        if (!content) {
            if (content.error().code == ErrorCode::not_found) {
                continue;
            }
            return tl::unexpected(content.error());
        }
        records::DocumentRecord const document{.document = {name, std::move(*content)},
                                               .by = "console",
                                               .at = log.clock.wall().time_since_epoch().count()};
        if (Result<void> kept = log.store->put_document(document); !kept) {
            return kept;
        }
    }
    return {};
}

} // namespace

int init(InitOptions const& options) {
    Result<std::unique_ptr<OpenLog>> log = open_log(options.folders);
    if (!log) {
        return complain(log.error(), EX_CONFIG);
    }
    Result<vault::Founding> const made =
        vault::found(*(*log)->store, (*log)->clock, (*log)->random, *(*log)->words,
                     {.site_name = options.site, .lead_name = options.lead});
    if (!made) {
        return complain(made.error(),
                        made.error().code == ErrorCode::already_there ? EX_CANTCREAT : EX_IOERR);
    }
    if (!options.documents.empty()) {
        if (Result<void> kept = begin_with(**log, options.documents); !kept) {
            return complain(kept.error(), EX_NOINPUT);
        }
    }
    if (!options.demo_login.empty()) {
        if (Result<void> left =
                leave_demo_login(**log, options.demo_login, made->lead, options.lead);
            !left) {
            return complain(left.error(), EX_CANTCREAT);
        }
        std::printf("Demo log of %s made; its login is in %s\n", options.site.c_str(),
                    options.demo_login.c_str());
        return EX_OK;
    }
    show_login(made->lead, options.lead);
    show_recovery(made->recovery_words);
    Result<std::string> const token =
        desk::make_monitoring_token(*(*log)->desk, {"console", "console"});
    if (!token) {
        return complain(token.error(), EX_IOERR);
    }
    show_monitoring(*token);
    std::printf("\nNext: inloop-log serve --data %s\n", options.folders.data.c_str());
    return EX_OK;
}

int recover(RecoverOptions const& options) {
    Result<std::unique_ptr<OpenLog>> log = open_log(options.folders);
    if (!log) {
        return complain(log.error(), EX_CONFIG);
    }
    std::fprintf(stderr, "The 24 words of the recovery key, then Enter:\n");
    std::string words;
    std::getline(std::cin, words);
    Result<vault::NewLogin> const made = vault::recover(
        *(*log)->store, (*log)->clock, (*log)->random, *(*log)->words, words, options.name, {});
    seal::wipe(std::as_writable_bytes(std::span(words.data(), words.size())));
    if (!made) {
        return complain(made.error(), EX_NOPERM);
    }
    show_login(*made, options.name);
    return EX_OK;
}

} // namespace inloop::officerlog
