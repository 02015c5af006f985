// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/loop/recording.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/tour.h"
#ifdef INLOOP_TEST_BUILD
#include "kiosk/terminal/registry_file.h"
#endif
#include "platform/api/window_spec.h"
#include "platform/glfw/glfw_display.h"
#include "platform/headless/headless_display.h"
#include "platform/headless/png.h"
#include "platform/linux/end_signals.h"
#include "platform/linux/system_clock.h"
#include "platform/sdl2/sdl2_display.h"

#include <sysexits.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace inloop::terminal {

namespace {

constexpr platform::PixelSize kUsualSize{1280, 800};

// The panels the kiosk is made for, where nobody says how large a pixel is: 10 inch at 1280x800, 7
// inch at 800x480, 7 inch portrait at 720x1280.
float usual_pixels_per_mm(platform::PixelSize size) {
    if (size.height > size.width) {
        return 8.1F * static_cast<float>(size.width) / 720.0F;
    }
    return size.width <= 800 ? 5.2F * static_cast<float>(size.width) / 800.0F
                             : 5.9F * static_cast<float>(size.width) / 1280.0F;
}

Result<std::unique_ptr<platform::Display>> open_display(RunOptions const& options) {
    platform::PixelSize const size = options.size.value_or(kUsualSize);
    if (options.window == WindowKind::headless) {
        return std::make_unique<platform::HeadlessDisplay>(
            size, options.pixels_per_mm.value_or(usual_pixels_per_mm(size)));
    }
    platform::WindowSpec const spec{.title = "Inloop",
                                    .size = size,
                                    .mode = options.fullscreen ? platform::WindowMode::fullscreen
                                                               : platform::WindowMode::windowed,
                                    .draw = options.draw,
                                    .pixels_per_mm = options.pixels_per_mm,
                                    .screenshots = platform::Screenshots::refuse};
    return options.window == WindowKind::glfw ? platform::open_glfw_display(spec)
                                              : platform::open_sdl2_display(spec);
}

int complain(Error const& error, int code) {
    log_line(error.message);
    return code;
}

// Feeds a recording at the pace it was made, then ends.
void replay(loop::Terminal& terminal, platform::Display& display, Clock const& clock,
            platform::EndSignals const& signals, std::vector<loop::RecordedEvent> const& recorded) {
    Instant const start = clock.now();
    std::vector<platform::InputEvent> events;
    terminal.step(events);
    for (loop::RecordedEvent const& one : recorded) {
        while (clock.now() < start + one.after && !terminal.quit() && !signals.came()) {
            events.clear();
            Instant const due = start + one.after;
            Instant const next = terminal.next_deadline().value_or(due);
            display.wait(std::min(due, next), events);
            terminal.step(events);
        }
        std::array<platform::InputEvent, 1> event{one.event};
        if (auto* finger = std::get_if<platform::FingerEvent>(event.data())) {
            finger->time = clock.now();
        }
        terminal.step(event);
    }
}

int run_window(RunOptions const& options, Shown const& shown) {
    if (auto const held = platform::hold_end_signals(); !held) {
        return complain(held.error(), EX_OSERR);
    }
    std::vector<loop::RecordedEvent> recorded;
    if (!options.replay.empty()) {
        auto read = loop::read_recording(options.replay);
        if (!read) {
            return complain(read.error(), EX_DATAERR);
        }
        recorded = std::move(*read);
    }
    auto display = open_display(options);
    if (!display) {
        return complain(display.error(), EX_UNAVAILABLE);
    }
    platform::EndSignals const signals([&display] { (*display)->wake(); });
    platform::SystemClock const clock;
    std::optional<loop::Recorder> recorder;
    if (!options.record.empty()) {
        auto made = loop::Recorder::create(options.record, clock.now());
        if (!made) {
            return complain(made.error(), EX_CANTCREAT);
        }
        recorder.emplace(std::move(*made));
    }
    Letters letters(options.data, options.assets, shown.words, clock, **display);
    auto terminal = loop::Terminal::create(
        {.display = **display,
         .assets = shown.assets,
         .words = shown.words,
         .clock = clock,
         .sender = letters.sender(),
         .outcomes = letters.outcomes(),
         .observer =
             [&](platform::InputEvent const& event, loop::Sensitivity sensitivity) {
                 if (recorder) {
                     recorder->record(event, sensitivity, clock.now());
                 }
             },
#ifdef INLOOP_TEST_BUILD
         .shown = registry_writer(options.registry),
#endif
         .log = log_line});
    if (!terminal) {
        return complain(terminal.error(), EX_OSFILE);
    }
    if (options.replay.empty()) {
        (*terminal)->run([&signals] { return signals.came(); });
    } else {
        replay(**terminal, **display, clock, signals, recorded);
    }
    return EX_OK;
}

int keep_tour(RunOptions const& options, Shown const& shown) {
    std::error_code error;
    std::filesystem::create_directories(options.tour, error);
    platform::PixelSize const size = options.size.value_or(kUsualSize);
    platform::HeadlessDisplay display(size,
                                      options.pixels_per_mm.value_or(usual_pixels_per_mm(size)));
    loop::TourClock clock;
    std::vector<std::string> languages;
    for (pages::Language const& language : shown.assets.languages) {
        languages.push_back(language.code);
    }
    std::size_t pictures = 0;
    auto const tour = [&](std::filesystem::path const& data,
                          auto const& steps) -> Result<std::vector<loop::TourPicture>> {
        Letters letters(data, options.assets, shown.words, clock, display);
        auto terminal = loop::Terminal::create({.display = display,
                                                .assets = shown.assets,
                                                .words = shown.words,
                                                .clock = clock,
                                                .sender = letters.sender(),
                                                .outcomes = letters.outcomes(),
                                                .log = log_line});
        if (!terminal) {
            return tl::unexpected(terminal.error());
        }
        loop::TourSpec const spec{
            .languages = languages,
            .await_outcome =
                [&] {
                    std::vector<platform::InputEvent> events;
                    if (!letters.refuses()) {
                        display.wait(std::nullopt, events); // the worker wakes it
                    }
                },
            .keep = [&](std::string const& name) -> Result<void> {
                auto picture = display.screenshot();
                if (!picture) {
                    return tl::unexpected(picture.error());
                }
                ++pictures;
                return platform::write_png(*picture, options.tour / (name + ".png"));
            }};
        return steps(**terminal, clock, spec);
    };
    std::filesystem::path site = options.data;
    if (site.empty()) { // a site of its own, beside the pictures
        site = options.tour / "site";
        if (int const made = make_demo_site(site); made != EX_OK) {
            return made;
        }
    }
    int findings = 0;
    for (bool const refused : {false, true}) {
        auto const walked = tour(refused ? std::filesystem::path() : site,
                                 refused ? loop::walk_refused : loop::walk);
        if (!walked) {
            return complain(walked.error(), EX_SOFTWARE);
        }
        for (loop::TourPicture const& picture : *walked) {
            for (ui::Finding const& finding : picture.findings) {
                ++findings;
                log_line(picture.name + ": " + finding.rule + ": " + finding.what);
            }
        }
    }
    std::printf("%zu pictures in %s, %d findings\n", pictures, options.tour.c_str(), findings);
    return EX_OK;
}

} // namespace

std::optional<platform::PixelSize> parse_size(std::string_view text) {
    platform::PixelSize size;
    char const* const end = text.data() + text.size();
    auto const width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') {
        return std::nullopt;
    }
    auto const height = std::from_chars(width.ptr + 1, end, size.height);
    bool const whole = height.ec == std::errc() && height.ptr == end;
    if (!whole || size.width < 320 || size.height < 240 || size.width > 7680 ||
        size.height > 4320) {
        return std::nullopt;
    }
    return size;
}

int run(RunOptions const& options) {
    auto const shown = read_shown(options.assets);
    if (!shown) {
        return complain(shown.error(), EX_DATAERR);
    }
    return options.tour.empty() ? run_window(options, *shown) : keep_tour(options, *shown);
}

} // namespace inloop::terminal
