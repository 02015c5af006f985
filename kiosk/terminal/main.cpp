// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/commands.h"
#include "platform/linux/process.h"

#include <CLI/CLI.hpp>
#include <sysexits.h>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using inloop::terminal::DoctorOptions;
using inloop::terminal::OpenDemoOptions;
using inloop::terminal::PairOptions;
using inloop::terminal::RenderOptions;
using inloop::terminal::RunOptions;

// An option with a few words to choose from, written "this|that".
template <class Value>
void add_choice(CLI::App& app, std::string const& name, Value& value,
                std::vector<std::pair<std::string, Value>> const& choices,
                std::string const& description) {
    std::string words;
    std::map<std::string, Value> values;
    for (auto const& [word, meant] : choices) {
        words += (words.empty() ? "" : "|") + word;
        values.emplace(word, meant);
    }
    app.add_option_function<std::string>(
           name, [&value, values](std::string const& word) { value = values.at(word); },
           description)
        ->option_text(words)
        ->check([values, words](std::string const& word) {
            return values.contains(word) ? std::string() : "'" + word + "' is not " + words;
        });
}

CLI::Option* add_journey(CLI::App& app, RunOptions& options) {
    CLI::Option* const journey = app.add_option(
        "--journey", options.journey,
        "With a log of its own that is gone afterwards: a visitor asks, an officer answers, the "
        "visitor reads it. Leave a picture of each screen in this folder; exit code 0 only if the "
        "answer on the screen is the one that was typed");
    app.add_option("--log-program", options.log_program,
                   "inloop-log for --journey, where it is not beside this program")
        ->needs(journey);
    return journey;
}

// An option whose words `parse` understands or gives nullopt for; `what` it is, with an example, is
// said of others.
template <class Value>
CLI::Option* add_parsed(CLI::App& app, std::string const& name, std::optional<Value>& value,
                        std::optional<Value> (*parse)(std::string_view), std::string const& what,
                        std::string const& description) {
    return app
        .add_option_function<std::string>(
            name, [&value, parse](std::string const& text) { value = parse(text); }, description)
        ->check([parse, what](std::string const& text) {
            return parse(text) ? std::string() : "'" + text + "' is not " + what;
        });
}

void add_size(CLI::App& app, std::optional<inloop::platform::PixelSize>& size,
              std::string const& what) {
    add_parsed(app, "--size", size, inloop::terminal::parse_size, "a size such as 1280x800",
               what + ", WxH, 320x240 to 7680x4320; default 1280x800");
}

void add_night(CLI::App& app, RunOptions& options) {
    CLI::Option* const night = add_parsed(
        app, "--night", options.night, inloop::loop::parse_night, "a night such as 22:00-07:00",
        "When it is night in this place, HH:MM-HH:MM: the screen's light is low then while nobody "
        "is there, and the first touch only wakes it; default: never");
    app.add_option("--night-light", options.night_light,
                   "How light the screen is then, in percent; default 10, 0 is off")
        ->check(CLI::Range(0, 100))
        ->needs(night);
}

void add_presence(CLI::App& app, RunOptions& options) {
    add_parsed(app, "--presence-gpio", options.presence_gpio, inloop::platform::parse_gpio_place,
               "a line such as gpiochip0:17",
               "A switch between this line and ground, CHIP:LINE: while it is closed the screen "
               "says that somebody is here, for four hours or to the end of the shift");
    app.add_flag("--presence-key", options.presence_key,
                 "The key F13 says so too: each press turns it on or off");
}

void add_run_options(CLI::App& app, RunOptions& options) {
    using inloop::platform::DrawWith;
    using inloop::platform::Turn;
    using inloop::terminal::WindowKind;
    CLI::Option* const data = app.add_option("--data", options.data,
                                             "Folder of this kiosk's site: keys, letterbox, index");
    app.add_flag(
           "--data-must-last", options.data_must_last,
           "Refuse letters, and say so before anybody writes one, while --data lies in memory "
           "(tmpfs, ramfs, or the overlay of a read-only system)")
        ->needs(data);
    app.add_option("--assets", options.assets, "Folder of texts, pages and fonts")
        ->envname("INLOOP_ASSETS")
        ->default_val(INLOOP_ASSETS_FOLDER);
    app.add_option("--log", options.log,
                   "Address of the log that this kiosk may be linked with on its service screen: "
                   "https://log.example:8443")
        ->envname("INLOOP_LOG");
    app.add_option("--name", options.name,
                   "What officers call this kiosk when it is linked; default: the machine's name");
    add_choice<WindowKind>(app, "--window", options.window,
                           {{"sdl2", WindowKind::sdl2},
                            {"glfw", WindowKind::glfw},
                            {"headless", WindowKind::headless}},
                           "sdl2 (the Pi's; default), a desktop's, or one in memory");
    add_choice<DrawWith>(
        app, "--draw", options.draw,
        {{"auto", DrawWith::automatic}, {"painter", DrawWith::painter}, {"gl", DrawWith::gl}},
        "On the CPU, with OpenGL, or (default) with OpenGL where there is a real GPU");
    add_size(app, options.size, "Window or picture size in pixels");
    app.add_flag("--fullscreen", options.fullscreen, "The whole screen, no pointer");
    app.add_option("--pixels-per-mm", options.pixels_per_mm,
                   "Of the display, where the system does not know")
        ->check(CLI::Range(0.5, 60.0));
    add_choice<Turn>(app, "--rotate", options.turn,
                     {{"0", Turn::none},
                      {"90", Turn::quarter},
                      {"180", Turn::half},
                      {"270", Turn::three_quarters}},
                     "Turn picture and touch clockwise by so many degrees, for a display that "
                     "hangs turned");
    add_night(app, options);
    add_presence(app, options);
    CLI::Option* const tour =
        app.add_option("--tour", options.tour,
                       "Walk every screen in memory and leave a picture of each in this folder");
    add_journey(app, options)->excludes(tour, data);
    app.add_option("--record", options.record,
                   "Write input events to this file; never what is typed");
    app.add_option("--replay", options.replay, "Feed the input events of this file, then end");
#ifdef INLOOP_TEST_BUILD
    app.add_option("--registry", options.registry,
                   "Write what can be touched to this file after each frame (test builds only)")
        ->group(""); // not in --help
#endif
}

// What the words of the command line said.
struct CommandLine {
    RunOptions run;
    std::string demo_directory;
    OpenDemoOptions open_demo;
    PairOptions pair;
    RenderOptions render;
    DoctorOptions doctor;
    std::filesystem::path checked;
    std::filesystem::path taking_data;
    std::filesystem::path taken;
    // Set by the command that was named, else the window is opened.
    std::function<int()> command = [this] { return inloop::terminal::run(run); };
};

void add_demo_commands(CLI::App& app, CommandLine& line) {
    CLI::App* make =
        app.add_subcommand("make-demo-site", "Make keys, policy, sample roster and news of a demo "
                                             "site; what is there stays as it is");
    make->add_option("DIR", line.demo_directory, "Folder of the site")->required();
    make->callback([&line] {
        line.command = [&line] { return inloop::terminal::make_demo_site(line.demo_directory); };
    });

    CLI::App* open =
        app.add_subcommand("open-demo", "Print what sealed letters of a demo site hold");
    open->add_option("--key", line.open_demo.key, "demo-log.key of the site")->required();
    open->add_option("LETTER", line.open_demo.letters, "Letters, as they lie in letterbox/new")
        ->required();
    open->callback([&line] {
        line.command = [&line] { return inloop::terminal::open_demo(line.open_demo); };
    });
}

void add_pair(CLI::App& app, CommandLine& line) {
    PairOptions& options = line.pair;
    CLI::App* pair = app.add_subcommand("pair", "Make this kiosk known to a log, once");
    pair->add_option("--data", options.data, "Folder of this kiosk's site")->required();
    pair->add_option("--log", options.log, "Address of the log: https://log.example:8443")
        ->required();
    pair->add_option("--name", options.name, "What officers call this kiosk")->required();
    pair->add_flag("--compared-later", options.compared_later,
                   "Do not ask: the words are compared by inloop-log confirm");
    pair->add_option("CODE", options.code, "The code the log shows, ten characters")->required();
    pair->callback([&line] {
        line.command = [&line] {
            line.pair.assets = line.run.assets;
            return inloop::terminal::pair(line.pair);
        };
    });
}

void add_take_pages(CLI::App& app, CommandLine& line) {
    CLI::App* take = app.add_subcommand(
        "take-pages", "Take information pages from a stick, where there is no network: a folder "
                      "that inloop-log pages export of this kiosk's log wrote");
    take->add_option("--data", line.taking_data, "Folder of this kiosk's site")->required();
    take->add_option("FROM", line.taken, "The folder")->required();
    take->callback([&line] {
        line.command = [&line] {
            return inloop::terminal::take_pages(line.taking_data, line.taken);
        };
    });
}

void add_render(CLI::App& app, CommandLine& line) {
    RenderOptions& options = line.render;
    CLI::App* render =
        app.add_subcommand("render", "Draw an information page as the kiosk shows it");
    render->add_option("--data", options.data,
                       "Folder of a site: its own pages/ and pictures/, roster and news");
    render->add_option("--page", options.page, "Which page: the name of its file without .md")
        ->required();
    render->add_option("--language", options.language, "nl (default), en, ...");
    add_size(*render, options.size, "Of the pictures in pixels");
    render->add_flag("--large", options.large, "In large letters");
    render->add_flag("--contrast", options.contrast, "In high contrast");
    render->add_option("--out", options.out, "Folder of the pictures: 1.png, 2.png ...")
        ->required();
    render->footer("Exit code 0: the pictures are there; 65: the page has faults, which are told.");
    render->callback([&line] {
        line.command = [&line] {
            line.render.assets = line.run.assets;
            line.render.pixels_per_mm = line.run.pixels_per_mm;
            return inloop::terminal::render(line.render);
        };
    });
}

void add_check(CLI::App& app, CommandLine& line) {
    CLI::App* check = app.add_subcommand(
        "check-assets", "Say what is wrong with a folder of assets: every mistake with file, line, "
                        "cause and mend, and what does not fit the smallest display");
    check->add_option("DIR", line.checked, "The folder; default: --assets or INLOOP_ASSETS");
    check->footer("Exit code 0: all is well, but for remarks; 65: there are faults.");
    check->callback([&line] {
        line.command = [&line] {
            return inloop::terminal::check_assets(line.checked.empty() ? line.run.assets
                                                                       : line.checked);
        };
    });
}

void add_doctor(CLI::App& app, CommandLine& line) {
    DoctorOptions& options = line.doctor;
    CLI::App* doctor = app.add_subcommand(
        "doctor",
        "Say what this kiosk and its machine lack, one line a check: ok, note (the kiosk "
        "works all the same) or MEND, with what to do and the command for it. Leaves "
        "nothing behind and may run while the kiosk does; as root or as the kiosk's user");
    doctor->add_option("--data", options.data, "Folder of this kiosk's site")
        ->default_val("/var/lib/inloop-kiosk");
    doctor->add_option("--assets", options.assets,
                       "Folder of texts, pages and fonts; default: the one before the command, or "
                       "INLOOP_ASSETS");
    doctor->add_option("--user", options.user,
                       "Whom the kiosk runs as, so whose rights count; default: inloop-kiosk where "
                       "root asks, else who asks");
    auto const place = [&](std::string const& name, std::filesystem::path& path,
                           std::string const& variable) {
        doctor->add_option(name, path)->envname(variable)->group(""); // not in --help
    };
    place("--sys", options.places.sys, "INLOOP_SYS");
    place("--proc", options.places.proc, "INLOOP_PROC");
    place("--dev", options.places.dev, "INLOOP_DEV");
    place("--run", options.places.run, "INLOOP_RUN");
    place("--systemctl", options.places.systemctl, "INLOOP_SYSTEMCTL");
    doctor->footer(
        "Exit code 0: nothing is to be mended; 69: something is; 77: use sudo.\n"
        "INLOOP_SYS, INLOOP_PROC, INLOOP_DEV, INLOOP_RUN and INLOOP_SYSTEMCTL put others "
        "in the place of /sys, /proc, /dev, /run and systemctl: for tests.");
    doctor->callback([&line] {
        line.command = [&line] {
            if (line.doctor.assets.empty()) {
                line.doctor.assets = line.run.assets;
            }
            return inloop::terminal::doctor(line.doctor);
        };
    });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("The kiosk of a police pop-up location: a visitor leaves a question when no "
                 "officer is there.",
                 "inloop-kiosk");
    app.set_version_flag("--version", INLOOP_VERSION);
    CommandLine line;
    add_run_options(app, line.run);
    add_demo_commands(app, line);
    add_pair(app, line);
    add_take_pages(app, line);
    add_render(app, line);
    add_check(app, line);
    add_doctor(app, line);
    app.require_subcommand(0, 1);

    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? EX_OK : EX_USAGE;
    }
    if (auto const hardened = inloop::platform::harden_process(); !hardened) {
        std::fprintf(stderr, "inloop-kiosk: %s\n", hardened.error().message.c_str());
        return EX_OSERR;
    }
    return line.command();
}
