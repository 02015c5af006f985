// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/loop/recording.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/tour_command.h"
#ifdef INLOOP_TEST_BUILD
#include "kiosk/terminal/registry_file.h"
#endif
#include "platform/api/window_spec.h"
#include "platform/glfw/glfw_display.h"
#include "platform/headless/headless_display.h"
#include "platform/linux/end_signals.h"
#include "platform/linux/system_clock.h"
#include "platform/sdl2/sdl2_display.h"

#include <sysexits.h>

#include <array>
#include <charconv>
#include <cstdio>

namespace inloop::terminal {

namespace {

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
    if (options.data.empty()) {
        log_line(
            "no --data: letters are refused; make a site with inloop-kiosk make-demo-site DIR");
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
    return options.tour.empty() ? run_window(options, *shown) : take_tour(options, *shown);
}

} // namespace inloop::terminal
