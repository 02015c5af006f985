// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/log_folder.h"

#include "kiosk/base/hex.h"
#include "kiosk/seal/durable_file.h"

#include <cstdio>
#include <sstream>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPemBytes = std::uint64_t{256} * 1024;
constexpr char const* kConsole = "console";

std::string text_of(Bytes const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

Result<SecretText> secret_of(Bytes const& bytes) {
    Result<SecretText> text = SecretText::with_capacity(bytes.size());
    if (text && !text->insert(0, text_of(bytes))) {
        return fail(ErrorCode::corrupt, "a key file holds no text");
    }
    return text;
}

} // namespace

void log_line(std::string const& message) {
    std::fprintf(stderr, "inloop-log: %s\n", message.c_str());
}

int complain(Error const& error, int code) {
    log_line(error.message);
    return code;
}

Result<net::ServerIdentity> given_identity(platform::Files& files, fs::path const& certificate,
                                           fs::path const& key) {
    Result<Bytes> const pem = files.read(fs::absolute(certificate), kPemBytes);
    Result<Bytes> const secret = files.read(fs::absolute(key), kPemBytes);
    if (!pem || !secret) {
        return tl::unexpected(pem ? secret.error() : pem.error());
    }
    Result<SecretText> key_pem = secret_of(*secret);
    if (!key_pem) {
        return tl::unexpected(key_pem.error());
    }
    return net::ServerIdentity{text_of(*pem), std::move(*key_pem)};
}

// The key first: a certificate without its key is worth nothing, a key without one is replaced.
Result<net::ServerIdentity> own_identity(platform::Files& files, fs::path const& data,
                                         std::vector<std::string> const& names, WallTime now) {
    Result<Bytes> const there = files.read(data / kOwnCertificate, kPemBytes);
    if (there) {
        return given_identity(files, data / kOwnCertificate, data / kOwnKey);
    }
    if (there.error().code != ErrorCode::not_found) {
        return tl::unexpected(there.error());
    }
    Result<net::ServerIdentity> made = net::make_self_signed({.names = names}, now);
    if (!made) {
        return made;
    }
    Result<void> const kept =
        seal::store_durably(files, data / kOwnKey, as_bytes(made->key_pem.view())).and_then([&] {
            return seal::store_durably(files, data / kOwnCertificate,
                                       as_bytes(made->certificate_pem));
        });
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    return made;
}

Result<void> write_console(platform::Files& files, fs::path const& data, Console const& console) {
    std::string const text =
        console.url + "\n" + console.token + "\n" + hex(console.server_key) + "\n";
    return seal::store_durably(files, data / kConsole, as_bytes(text));
}

Result<Console> read_console(platform::Files& files, fs::path const& data) {
    Result<Bytes> const bytes = files.read(data / kConsole, kPemBytes);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::istringstream lines(text_of(*bytes));
    Console console;
    std::string key;
    if (!std::getline(lines, console.url) || !std::getline(lines, console.token) ||
        !std::getline(lines, key) || !read_hex(key, console.server_key)) {
        return fail(ErrorCode::corrupt,
                    (data / kConsole).string() + ": not as serve writes it; start the log again");
    }
    return console;
}

void remove_console(platform::Files& files, fs::path const& data) {
    if (Result<void> removed = files.remove(data / kConsole); !removed) {
        log_line(removed.error().message);
    }
}

} // namespace inloop::officerlog
