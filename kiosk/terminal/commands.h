// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/loop/screen_light.h"
#include "platform/api/display.h"
#include "platform/api/geometry.h"
#include "platform/linux/gpio_line.h"
#include "platform/linux/machine_look.h"
#include "platform/turned/turn.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::terminal {

enum class WindowKind : std::uint8_t { sdl2, glfw, headless };

struct RunOptions {
    std::filesystem::path data; // empty: no site, letters are refused
    bool data_must_last = false; // letters are refused where the data would not outlive a power cut
    std::filesystem::path assets;
    std::string log; // address of the log it may be linked with on its screen; may be empty
    std::string name; // what officers read then; empty: the machine's name
    WindowKind window = WindowKind::sdl2;
    platform::DrawWith draw = platform::DrawWith::automatic;
    std::optional<platform::PixelSize> size;
    bool fullscreen = false;
    std::optional<float> pixels_per_mm;
    platform::Turn turn = platform::Turn::none;
    std::optional<loop::NightHours> night; // nullopt: always as light as by day
    int night_light = 10; // percent of the light by day; 0: off
    std::optional<platform::GpioPlace> presence_gpio;
    bool presence_key = false;
    std::filesystem::path tour;
    std::filesystem::path journey;
    std::filesystem::path log_program; // of the journey; empty: looked for
    std::filesystem::path record;
    std::filesystem::path replay;
    std::filesystem::path registry; // test builds only
};

struct OpenDemoOptions {
    std::filesystem::path key;
    std::vector<std::filesystem::path> letters;
};

struct PairOptions {
    std::filesystem::path data;
    std::filesystem::path assets;
    std::string log; // "https://log.example:8443"
    std::string name; // of this kiosk, as officers read it
    std::string code; // that the log shows
    bool compared_later = false; // a script compares the words at the log
};

struct RenderOptions {
    std::filesystem::path assets;
    std::filesystem::path data; // a site's own pages, roster and news; may be empty
    std::string page; // "pilot"
    std::string language = "nl";
    std::optional<platform::PixelSize> size;
    std::optional<float> pixels_per_mm;
    bool large = false; // letters
    bool contrast = false;
    std::filesystem::path out; // folder of 1.png, 2.png ...
};

struct DoctorOptions {
    std::filesystem::path data = "/var/lib/inloop-kiosk";
    std::filesystem::path assets;
    std::string user; // whose rights count; empty: kKioskUser where root asks, else who asks
    platform::MachinePlaces places; // others stand there in tests
};

// "1280x800"; nullopt when it is not one or out of 320x240 to 7680x4320.
[[nodiscard]] std::optional<platform::PixelSize> parse_size(std::string_view text);

// The commands of inloop-kiosk. Each says on stderr what went wrong and returns an exit code of
// sysexits.h.
[[nodiscard]] int run(RunOptions const& options);
[[nodiscard]] int make_demo_site(std::filesystem::path const& directory);
// Makes this kiosk known to a log; prints the five words that the log must show.
[[nodiscard]] int pair(PairOptions const& options);
[[nodiscard]] int open_demo(OpenDemoOptions const& options);
// Takes the pages that the log of this kiosk wrote on a stick: `inloop-log pages export`.
[[nodiscard]] int take_pages(std::filesystem::path const& data, std::filesystem::path const& from);
// Draws an information page as the kiosk shows it, one picture for each time a visitor goes
// further. On stdout, a line each with tabs between: "picture NAME", "finding PICTURE RULE WHAT"
// where a text does not fit, and instead of pictures "fault LINE CAUSE MEND" with EX_DATAERR.
[[nodiscard]] int render(RenderOptions const& options);
// Says on stdout what is wrong with an assets folder, in its files and on the smallest display.
// EX_DATAERR when something is; remarks alone are fine.
[[nodiscard]] int check_assets(std::filesystem::path const& folder);
// Says on stdout, one line a check, what this kiosk and its machine lack and what to do about it.
// EX_UNAVAILABLE when something is to be mended, EX_NOPERM when the wrong user asks. May be called
// while the kiosk runs.
[[nodiscard]] int doctor(DoctorOptions const& options);

} // namespace inloop::terminal
