// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/log_link.h"

#include "kiosk/base/hex.h"
#include "kiosk/seal/durable_file.h"
#include "kiosk/terminal/sync/tuning.h"

#include <toml++/toml.h>

#include <sstream>
#include <string_view>
#include <utility>

namespace inloop::sync {

namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::string_view kMend = ". Pair this kiosk again";

tl::unexpected<Error> damaged(std::filesystem::path const& path, std::string const& what) {
    return fail(ErrorCode::corrupt, path.native() + ": " + what + std::string(kMend));
}

Result<toml::table> parsed(Bytes const& file, std::filesystem::path const& path) {
    try {
        return toml::parse(
            std::string_view(reinterpret_cast<char const*>(file.data()), file.size()));
    } catch (toml::parse_error const& error) {
        return damaged(path, "line " + std::to_string(error.source().begin.line) +
                                 " is not TOML: " + std::string(error.description()));
    }
}

Result<ByteArray<32>> key_in(toml::table const& table, std::string_view name,
                             std::filesystem::path const& path) {
    auto const digits = table[name].value<std::string>();
    auto const key = digits ? key_from_hex(*digits) : std::nullopt;
    if (!key) {
        return damaged(path, std::string(name) + " is not there as 64 hex digits");
    }
    return *key;
}

} // namespace

Result<std::string> checked_url(std::string url) {
    while (url.ends_with('/')) {
        url.pop_back();
    }
    std::string_view const host = url.starts_with(kScheme)
                                      ? std::string_view(url).substr(kScheme.size())
                                      : std::string_view();
    if (host.empty() || host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") !=
                            std::string_view::npos) {
        return fail(ErrorCode::invalid_input,
                    "not the address of a log: write it like https://log.example:8443");
    }
    return url;
}

Result<LogLink> read_log_link(platform::Files& files, std::filesystem::path const& data) {
    auto const path = data / kLogLinkFile;
    auto const file = files.read(path, kLargestLinkFile);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto const table = parsed(*file, path);
    if (!table) {
        return tl::unexpected(table.error());
    }
    auto url = checked_url((*table)["url"].value_or(std::string()));
    if (!url) {
        return damaged(path, "url is " + url.error().message);
    }
    auto const server = key_in(*table, "server_key", path);
    auto const log_sign = key_in(*table, "log_sign", path);
    auto const ack_sign = key_in(*table, "ack_sign", path);
    for (auto const* key : {&server, &log_sign, &ack_sign}) {
        if (!*key) {
            return tl::unexpected(key->error());
        }
    }
    return LogLink{std::move(*url), *server, {*log_sign}, {*ack_sign}};
}

Result<void> write_log_link(platform::Files& files, std::filesystem::path const& data,
                            LogLink const& link) {
    std::ostringstream text;
    text << "# The officers' log this kiosk belongs to: public keys, pinned when people compared "
            "the words\n# on both screens. Pairing writes this file; it is not to be edited.\n"
         << "url = \"" << link.url << "\"\nserver_key = \"" << hex(link.server_key)
         << "\"\nlog_sign = \"" << hex(link.log_sign.bytes) << "\"\nack_sign = \""
         << hex(link.ack_sign.bytes) << "\"\n";
    return seal::store_durably(files, data / kLogLinkFile, as_bytes(text.str()));
}

} // namespace inloop::sync
