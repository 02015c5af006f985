// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// What inloop-log does from the command line (main.cpp). Each returns an exit code of sysexits.h.
namespace inloop::officerlog {

struct Folders {
    std::filesystem::path data{};
    std::filesystem::path assets{}; // texts, templates, schema
    std::filesystem::path web{}; // style, script and letters, as the build made them
};

struct InitOptions {
    Folders folders{};
    std::string site{}; // "Rolderstraat 21, Assen"
    std::string lead{}; // name of the first person
    std::filesystem::path documents{}; // folder of a roster.toml and news.toml to begin with
    std::filesystem::path demo_login{}; // where to leave his login, for a demo only
};
[[nodiscard]] int init(InitOptions const& options);

struct ServeOptions {
    Folders folders{};
    std::string address = "0.0.0.0";
    std::uint16_t port = 8443;
    std::filesystem::path certificate{}; // both or neither; else one of its own
    std::filesystem::path key{};
    std::vector<std::string> names{"localhost", "127.0.0.1"}; // of its own certificate
    std::filesystem::path kiosk_program{}; // draws pages for who edits them; empty: looked for
};
[[nodiscard]] int serve(ServeOptions const& options);

// These ask the log that serves `data` on this machine.
[[nodiscard]] int pair(std::filesystem::path const& data);
[[nodiscard]] int confirm(std::filesystem::path const& data, std::vector<std::string> const& words);

// These ask the log when one serves, else open the databases themselves.
[[nodiscard]] int backup(Folders const& folders);
[[nodiscard]] int monitoring_token(Folders const& folders);

// These open the databases themselves, which works while nothing serves them.
[[nodiscard]] int restore(Folders const& folders, std::filesystem::path const& from);
[[nodiscard]] int verify_audit(Folders const& folders);
[[nodiscard]] int retention(Folders const& folders, bool carry_out);
// What kiosks get of pages, on a stick: every file of the site and a signature, in a new folder;
// and such a folder into this log, EX_DATAERR when something of it was left out. `signed_by`: the
// key of the log it comes from, in hex; empty: this log.
[[nodiscard]] int export_pages(Folders const& folders, std::filesystem::path const& to);
[[nodiscard]] int import_pages(Folders const& folders, std::filesystem::path const& from,
                               std::string const& signed_by);
struct RecoverOptions {
    Folders folders{};
    std::string name{};
};
[[nodiscard]] int recover(RecoverOptions const& options); // reads the 24 words from stdin

// The present one-time code of a login that init left for a demo.
[[nodiscard]] int demo_code(std::filesystem::path const& login);

} // namespace inloop::officerlog
