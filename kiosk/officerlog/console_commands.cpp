// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/desk/monitoring.h"
#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/open_log.h"
#include "platform/linux/linux_files.h"
#include "platform/net/https_client.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sysexits.h>

#include <cstdio>
#include <string>
#include <string_view>

// What the command line asks of the log that serves on this machine.
namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

// Prints what the log answers.
int ask(fs::path const& data, std::string_view path, std::string_view body) {
    platform::LinuxFiles files;
    Result<Console> const console = read_console(files, fs::absolute(data));
    if (!console) {
        return complain(
            {ErrorCode::unavailable,
             "no log serves " + data.string() + " now: inloop-log serve --data " + data.string()},
            EX_UNAVAILABLE);
    }
    auto client = net::HttpsClient::create();
    if (!client) {
        return complain(client.error(), EX_SOFTWARE);
    }
    ByteView const bytes = as_bytes(body);
    platform::HttpCall call{.method = "POST",
                            .url = console->url + std::string(path),
                            .headers = {{"inloop-console", console->token}},
                            .body = Bytes(bytes.begin(), bytes.end()),
                            .server_key = console->server_key};
    auto const answer = (*client)->send(call);
    if (!answer) {
        return complain(answer.error(), EX_UNAVAILABLE);
    }
    std::string const text(reinterpret_cast<char const*>(answer->body.data()), answer->body.size());
    if (answer->status != 200) {
        log_line(text);
        return answer->status == 404 ? EX_NOUSER : EX_UNAVAILABLE;
    }
    std::fputs(text.c_str(), stdout);
    return EX_OK;
}

} // namespace

int pair(fs::path const& data) {
    return ask(data, "/console/pair", "");
}

int confirm(fs::path const& data, std::vector<std::string> const& words) {
    return ask(data, "/console/confirm", fmt::format("{}", fmt::join(words, " ")));
}

int monitoring_token(Folders const& folders) {
    platform::LinuxFiles files;
    if (read_console(files, fs::absolute(folders.data))) {
        return ask(folders.data, "/console/monitoring-token", "");
    }
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    Result<std::string> const token =
        desk::make_monitoring_token(*(*log)->desk, {"console", "console"});
    if (!token) {
        return complain(token.error(), EX_IOERR);
    }
    std::printf("%s\n", token->c_str());
    return EX_OK;
}

int backup(Folders const& folders) {
    platform::LinuxFiles files;
    if (read_console(files, fs::absolute(folders.data))) {
        return ask(folders.data, "/console/backup", "");
    }
    Result<std::unique_ptr<OpenLog>> log = open_log(folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    Result<fs::path> const made = back_up(**log, folders.data);
    if (!made) {
        return complain(made.error(), EX_IOERR);
    }
    std::printf("%s\n", made->c_str());
    return EX_OK;
}

} // namespace inloop::officerlog
