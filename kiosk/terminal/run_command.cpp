// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/journey_command.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/loop/asset_reload.h"
#include "kiosk/terminal/loop/recording.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/tour_command.h"
#include "kiosk/terminal/tuning.h"
#ifdef INLOOP_TEST_BUILD
#include "kiosk/terminal/registry_file.h"
#endif
#include "platform/api/usual_density.h"
#include "platform/api/window_spec.h"
#include "platform/glfw/glfw_display.h"
#include "platform/headless/headless_display.h"
#include "platform/linux/end_signals.h"
#include "platform/linux/gpio_switch.h"
#include "platform/linux/life_signs.h"
#include "platform/linux/linux_folder_watcher.h"
#include "platform/linux/service_notice.h"
#include "platform/linux/sysfs_backlight.h"
#include "platform/linux/system_clock.h"
#include "platform/sdl2/sdl2_display.h"
#include "platform/turned/turned_display.h"

#include <sysexits.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace inloop::terminal {

namespace {

// As the glass is, before it is turned.
Result<std::unique_ptr<platform::Display>> open_glass(RunOptions const& options) {
    platform::PixelSize const size = options.size.value_or(kUsualSize);
    if (options.window == WindowKind::headless) {
        return std::make_unique<platform::HeadlessDisplay>(
            size, options.pixels_per_mm.value_or(platform::usual_pixels_per_mm(size)));
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

Result<std::unique_ptr<platform::Display>> open_display(RunOptions const& options) {
    return open_glass(options).map([&](std::unique_ptr<platform::Display> glass) {
        return platform::hung(std::move(glass), options.turn);
    });
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

// What is to be watched must be there. Where it cannot be made, letters cannot be kept either, and
// that is said.
void make_page_folders(std::filesystem::path const& data) {
    if (!data.empty()) {
        platform::LinuxFiles files;
        (void)files.make_directories(data / pages::kPageFolder);
        (void)files.make_directories(data / pages::kPictureFolder);
    }
}

// nullptr, and logged, where the machine cannot tell of changes.
std::unique_ptr<platform::FolderWatcher> watch(loop::ReloadPlaces const& places) {
    auto watcher =
        platform::LinuxFolderWatcher::open({.places = places.watched(), .log = log_line});
    if (!watcher) {
        log_line(watcher.error().message);
        return nullptr;
    }
    return std::move(*watcher);
}

// Takes over what changes on disk; `display` and `watcher` outlive it. nullptr without a watcher.
std::unique_ptr<loop::AssetReload> begin_reload(loop::ReloadPlaces const& places,
                                                platform::FolderWatcher* watcher,
                                                pages::SiteFiles const& site,
                                                platform::Display& display) {
    if (watcher == nullptr) {
        return nullptr;
    }
    return std::make_unique<loop::AssetReload>(
        loop::ReloadParts{.places = places,
                          .watcher = *watcher,
                          .site = site,
                          .wake = [&display] { display.wake(); },
                          .log = log_line});
}

// What the recording holds; nothing when none is to be replayed.
Result<std::vector<loop::RecordedEvent>> read_replay(std::filesystem::path const& file) {
    return file.empty() ? std::vector<loop::RecordedEvent>() : loop::read_recording(file);
}

// nullopt when nothing is to be written down.
Result<std::optional<loop::Recorder>> open_recorder(std::filesystem::path const& file,
                                                    Instant now) {
    if (file.empty()) {
        return std::nullopt;
    }
    return loop::Recorder::create(file, now).map(
        [](loop::Recorder recorder) { return std::optional(std::move(recorder)); });
}

// What is of this machine and of no display: nullptr where it is not asked for or, which is logged,
// not there.
struct Fittings {
    std::unique_ptr<platform::Backlight> backlight;
    std::unique_ptr<platform::PresenceSwitch> presence_switch;
};

// `display` outlives them.
Fittings open_fittings(RunOptions const& options, platform::Display& display) {
    Fittings fittings;
    if (options.night) {
        if (auto light = platform::SysfsBacklight::open()) {
            fittings.backlight = std::move(*light);
        } else {
            log_line(light.error().message);
        }
    }
    if (options.presence_gpio) {
        if (auto turned = platform::GpioSwitch::open(*options.presence_gpio, log_line)) {
            fittings.presence_switch = std::move(*turned);
            fittings.presence_switch->on_change([&display] { display.wake(); });
        } else {
            log_line(turned.error().message);
        }
    }
    return fittings;
}

std::optional<loop::NightLight> night_of(RunOptions const& options) {
    return options.night ? std::optional<loop::NightLight>(
                               {.hours = *options.night,
                                .level = static_cast<float>(options.night_light) / 100})
                         : std::nullopt;
}

// What lasts from the start of the window to its end.
struct Window {
    RunOptions const& options;
    platform::Display& display;
    Clock const& clock;
    platform::EndSignals const& signals;
    platform::ServiceNotice const& notice;
    Fittings const& fittings;
    std::vector<loop::RecordedEvent> const& recorded;
    std::optional<loop::Recorder>& recorder;
};

std::string machine_name() {
    std::array<char, 65> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "kiosk";
}

enum class Ended : std::uint8_t { for_good, to_begin_anew };

bool between_visitors(loop::Terminal const& terminal) {
    return std::holds_alternative<flow::screen::Attract>(terminal.journey().screen());
}

// What others want done where the loop goes round.
class OnTheLoop {
public:
    explicit OnTheLoop(platform::Display& display) : m_display(display) {}
    // Any thread.
    void post(std::function<void()> job) {
        {
            std::scoped_lock const lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_display.wake();
    }
    void work() {
        std::vector<std::function<void()>> jobs;
        {
            std::scoped_lock const lock(m_mutex);
            jobs.swap(m_jobs);
        }
        for (std::function<void()> const& job : jobs) {
            job();
        }
    }

private:
    platform::Display& m_display;
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_jobs;
};

// What a terminal shows at its start, and who tells what changes afterwards.
struct Watched {
    std::unique_ptr<platform::FolderWatcher> watcher; // nullptr: nothing tells of changes
    Shown shown;
};

Result<Watched> read_watched(RunOptions const& options) {
    make_page_folders(options.data);
    // Before anything is read, so that nothing falls in between.
    auto watcher = watch({options.assets, options.data});
    return read_shown(options.assets, options.data).map([&](Shown shown) {
        return Watched{std::move(watcher), std::move(shown)};
    });
}

// One terminal over the site as it is now; it ends also when the site was linked with another log.
Result<Ended> run_site(Window const& window, Watched const& watched) {
    RunOptions const& options = window.options;
    Shown const& shown = watched.shown;
    Letters letters({.data = options.data,
                     .must_last = options.data_must_last,
                     .assets = options.assets,
                     .log = options.log,
                     .name = options.name.empty() ? machine_name() : options.name},
                    shown.words, window.clock, window.display);
    pages::SiteFiles const site = read_site_files(options.data);
    auto const reload =
        begin_reload({options.assets, options.data}, watched.watcher.get(), site, window.display);
    auto terminal = loop::Terminal::create(
        {.display = window.display,
         .assets = shown.assets,
         .site = site,
         .words = shown.words,
         .clock = window.clock,
         .services = letters.services(),
         .outcomes = letters,
         .letterbox = letters.refuses() ? flow::Letterbox::closed : flow::Letterbox::open,
         .reloaded = [&] { return reload ? reload->take() : std::nullopt; },
         .backlight = window.fittings.backlight.get(),
         .night = night_of(options),
         .presence_switch = window.fittings.presence_switch.get(),
         .presence_key =
             options.presence_key ? loop::PresenceKey::turns : loop::PresenceKey::ignored,
         .observer =
             [&](platform::InputEvent const& event, loop::Sensitivity sensitivity) {
                 if (window.recorder) {
                     window.recorder->record(event, sensitivity, window.clock.now());
                 }
             },
#ifdef INLOOP_TEST_BUILD
         .shown = registry_writer(options.registry),
#endif
         .log = log_line});
    if (!terminal) {
        return tl::unexpected(terminal.error());
    }
    OnTheLoop on_the_loop(window.display);
    platform::LifeSigns const life(
        window.notice,
        {{[&](std::function<void()> here) { on_the_loop.post(std::move(here)); }},
         {[&](std::function<void()> here) { letters.answer_from_its_thread(std::move(here)); },
          kLongestAtALetter}});
    window.notice.ready("shows the kiosk");
    bool anew = false;
    if (options.replay.empty()) {
        (*terminal)->run([&] {
            on_the_loop.work();
            anew = letters.linked_anew() && between_visitors(**terminal);
            return anew || window.signals.came();
        });
    } else {
        replay(**terminal, window.display, window.clock, window.signals, window.recorded);
    }
    return anew ? Ended::to_begin_anew : Ended::for_good;
}

int run_window(RunOptions const& options) {
    if (auto const held = platform::hold_end_signals(); !held) {
        return complain(held.error(), EX_OSERR);
    }
    auto watched = read_watched(options);
    auto const recorded = read_replay(options.replay);
    if (!watched || !recorded) {
        return complain(watched ? recorded.error() : watched.error(), EX_DATAERR);
    }
    auto display = open_display(options);
    if (!display) {
        return complain(display.error(), EX_UNAVAILABLE);
    }
    platform::EndSignals const signals([&display] { (*display)->wake(); });
    platform::SystemClock const clock;
    auto recorder = open_recorder(options.record, clock.now());
    if (!recorder) {
        return complain(recorder.error(), EX_CANTCREAT);
    }
    if (options.data.empty()) {
        log_line(
            "no --data: letters are refused; make a site with inloop-kiosk make-demo-site DIR");
    }
    platform::ServiceNotice const notice;
    Fittings const fittings = open_fittings(options, **display);
    Window const window{options, **display, clock, signals, notice, fittings, *recorded, *recorder};
    while (watched) {
        auto const ended = run_site(window, *watched);
        if (!ended) {
            return complain(ended.error(), EX_OSFILE);
        }
        if (*ended == Ended::for_good) {
            notice.ending();
            return EX_OK;
        }
        watched = read_watched(options); // a watcher that was stopped tells nothing more
    }
    return complain(watched.error(), EX_DATAERR);
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
    if (options.tour.empty() && options.journey.empty()) {
        return run_window(options);
    }
    auto const shown = read_shown(options.assets, options.data);
    if (!shown) {
        return complain(shown.error(), EX_DATAERR);
    }
    return options.tour.empty() ? take_journey(options, *shown) : take_tour(options, *shown);
}

} // namespace inloop::terminal
