// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/picture_recoding.h"
#include "platform/linux/process.h"

#include <CLI/CLI.hpp>
#include <sysexits.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

namespace log = inloop::officerlog;

void add_folders(CLI::App& app, log::Folders& folders) {
    app.add_option("--data", folders.data, "Folder of this log: log.db, keys.db, certificate")
        ->required();
    app.add_option("--assets", folders.assets, "Folder of texts, templates and schema")
        ->envname("INLOOP_ASSETS")
        ->default_val(INLOOP_ASSETS_FOLDER);
    app.add_option("--web", folders.web, "Folder of style, script and letters of the pages")
        ->envname("INLOOP_WEB")
        ->default_val(INLOOP_WEB_FOLDER);
}

// What stands behind each word of the command line.
struct Commands {
    log::InitOptions init;
    log::ServeOptions serve;
    std::filesystem::path data; // of the log that serves
    std::vector<std::string> words;
    log::Folders folders;
    std::filesystem::path from;
    std::string signed_by;
    bool carry_out = false;
    log::RecoverOptions recover;
    std::filesystem::path login;
    int result = EX_OK;
};

void add_founding(CLI::App& app, Commands& commands) {
    log::InitOptions& init = commands.init;
    CLI::App* make = app.add_subcommand("init", "Make the keys of a new site and its first lead; "
                                                "shows the login and the recovery key once");
    add_folders(*make, init.folders);
    make->add_option("--site", init.site, "Its name: \"Rolderstraat 21, Assen\"")->required();
    make->add_option("--lead", init.lead, "Name of the project leader")->required();
    make->add_option("--documents", init.documents,
                     "Folder of a roster.toml and news.toml to begin with");
    make->add_option("--demo-login", init.demo_login,
                     "For a demo: leave the login in this file instead of showing it");
    make->final_callback([&commands] { commands.result = log::init(commands.init); });

    CLI::App* recovering =
        app.add_subcommand("recover", "Make a lead's login from the recovery key on paper");
    add_folders(*recovering, commands.recover.folders);
    recovering->add_option("--name", commands.recover.name, "Of the lead")->required();
    recovering->final_callback([&commands] { commands.result = log::recover(commands.recover); });

    CLI::App* code = app.add_subcommand("demo-code", "The one-time code of a demo's login now");
    code->add_option("FILE", commands.login, "What init --demo-login left")->required();
    code->final_callback([&commands] { commands.result = log::demo_code(commands.login); });
}

void add_serving(CLI::App& app, Commands& commands) {
    log::ServeOptions& serve = commands.serve;
    CLI::App* run = app.add_subcommand("serve", "Serve officers and kiosks over HTTPS");
    add_folders(*run, serve.folders);
    run->add_option("--address", serve.address, "To listen on; default all");
    run->add_option("--port", serve.port, "To listen on; default 8443, 0: any");
    CLI::Option* certificate =
        run->add_option("--certificate", serve.certificate, "PEM; default: one of its own");
    CLI::Option* key = run->add_option("--key", serve.key, "PEM, of --certificate");
    certificate->needs(key);
    key->needs(certificate);
    run->add_option("--name", serve.names, "Names and addresses in its own certificate");
    run->add_option("--kiosk-program", serve.kiosk_program,
                    "inloop-kiosk, which draws pages for who edits them, where it is not beside "
                    "this program");
    run->final_callback([&commands] { commands.result = log::serve(commands.serve); });

    CLI::App* pairing = app.add_subcommand("pair", "Make a code for a kiosk; ten minutes, once");
    pairing->add_option("--data", commands.data, "Folder of the log that serves")->required();
    pairing->final_callback([&commands] { commands.result = log::pair(commands.data); });

    CLI::App* confirming = app.add_subcommand(
        "confirm", "Let the kiosk in that shows these five words, after comparing them");
    confirming->add_option("--data", commands.data, "Folder of the log that serves")->required();
    confirming->add_option("WORDS", commands.words, "The five words")->required()->expected(5);
    confirming->final_callback(
        [&commands] { commands.result = log::confirm(commands.data, commands.words); });
}

void add_upkeep(CLI::App& app, Commands& commands) {
    CLI::App* copy = app.add_subcommand("backup", "Copy the databases into data/backups");
    add_folders(*copy, commands.folders);
    copy->final_callback([&commands] { commands.result = log::backup(commands.folders); });

    CLI::App* token = app.add_subcommand(
        "monitoring-token", "Make and show the token with which a monitoring program may ask "
                            "/health.json and /metrics; the one before ends");
    add_folders(*token, commands.folders);
    token->final_callback(
        [&commands] { commands.result = log::monitoring_token(commands.folders); });

    CLI::App* restore = app.add_subcommand("restore", "Put a backup into an empty data folder");
    add_folders(*restore, commands.folders);
    restore->add_option("FROM", commands.from, "Folder of the backup")->required();
    restore->final_callback(
        [&commands] { commands.result = log::restore(commands.folders, commands.from); });

    CLI::App* verify = app.add_subcommand("verify-audit", "Go through who did what: is it whole?");
    add_folders(*verify, commands.folders);
    verify->final_callback([&commands] { commands.result = log::verify_audit(commands.folders); });

    CLI::App* terms = app.add_subcommand("retention", "Say what must go by the rules");
    add_folders(*terms, commands.folders);
    terms->add_flag("--carry-out", commands.carry_out, "And destroy it");
    terms->final_callback(
        [&commands] { commands.result = log::retention(commands.folders, commands.carry_out); });
}

void add_pages(CLI::App& app, Commands& commands) {
    CLI::App* pages = app.add_subcommand(
        "pages", "Information pages on a stick, for a kiosk or another log without a network");
    pages->require_subcommand(1);

    CLI::App* out = pages->add_subcommand(
        "export", "Write what kiosks get into a folder of Markdown and pictures, and sign it");
    add_folders(*out, commands.folders);
    out->add_option("TO", commands.from, "A folder that is new or empty")->required();
    out->final_callback(
        [&commands] { commands.result = log::export_pages(commands.folders, commands.from); });

    CLI::App* in = pages->add_subcommand("import", "Take such a folder into this log");
    add_folders(*in, commands.folders);
    in->add_option("--signed-by", commands.signed_by,
                   "Key of the log it comes from, as export said it; default: this log");
    in->add_option("FROM", commands.from, "The folder")->required();
    in->final_callback([&commands] {
        commands.result = log::import_pages(commands.folders, commands.from, commands.signed_by);
    });
    in->footer(
        "Exit code 0: all is in; 65: it is not signed by that log, or something was left out, "
        "which is told.");
}

// What this program asks of itself.
void add_internal(CLI::App& app) {
    CLI::App* recode = app.add_subcommand("recode-picture");
    recode->group(""); // not in --help
    // Locked in by then: nothing that exit() does could be done.
    recode->final_callback([] { ::_exit(log::recode_picture(STDIN_FILENO)); });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("The officers' log of a police pop-up location: takes in what kiosks send, and "
                 "lets officers read and answer it in a browser.",
                 "inloop-log");
    app.set_version_flag("--version", INLOOP_VERSION);
    app.require_subcommand(1);
    Commands commands;
    add_founding(app, commands);
    add_serving(app, commands);
    add_upkeep(app, commands);
    add_pages(app, commands);
    add_internal(app);
    if (auto const hardened = inloop::platform::harden_process(); !hardened) {
        std::fprintf(stderr, "inloop-log: %s\n", hardened.error().message.c_str());
        return EX_OSERR;
    }
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? EX_OK : EX_USAGE;
    }
    return commands.result;
}
