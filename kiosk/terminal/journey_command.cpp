// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/journey_command.h"

#include "kiosk/terminal/log_connection.h"
#include "kiosk/terminal/log_meeting.h"
#include "kiosk/terminal/log_program.h"
#include "kiosk/terminal/rehearsal/hurried_clock.h"
#include "kiosk/terminal/rehearsal/officer.h"
#include "kiosk/terminal/rehearsal/returning_visitor.h"
#include "kiosk/terminal/rehearsal/tuning.h"
#include "kiosk/terminal/rehearsal/waiting.h"
#include "platform/api/usual_density.h"
#include "platform/headless/headless_display.h"
#include "platform/headless/png.h"
#include "platform/linux/end_signals.h"
#include "platform/linux/system_clock.h"
#include "platform/net/https_client.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stdlib.h> // mkdtemp, setenv: POSIX, not in <cstdlib>
#include <sysexits.h>

#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace inloop::terminal {
namespace {

namespace fs = std::filesystem;

constexpr char const* kOfficer = "Henk";
constexpr std::string_view kQuestion =
    "Bij het fietsenrek staan elke avond scooters op de stoep. Kan daar iets aan gedaan worden?";
// With letters that have more than one byte, and a sign that pages escape.
constexpr std::string_view kAnswer =
    "Dank u wel. Ik kom donderdag zelf kijken & praat met de eigenaar. Loop gerust één keer "
    "binnen: ik ben er van 13 tot 16 uur.";

// A folder for the keys and databases of one rehearsal, readable by nobody else and gone with it.
class TemporaryFolder {
public:
    [[nodiscard]] static Result<TemporaryFolder> make() {
        std::error_code failed;
        fs::path const place = fs::temp_directory_path(failed);
        std::string name = place / "inloop-journey-XXXXXX";
        if (failed || ::mkdtemp(name.data()) == nullptr) {
            return fail(ErrorCode::read_only, name + ": no folder can be made there; name another "
                                                     "place with TMPDIR");
        }
        return TemporaryFolder(name);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    ~TemporaryFolder() {
        std::error_code failed;
        if (!m_path.empty() && (fs::remove_all(m_path, failed), failed)) {
            log_line(m_path.string() + " cannot be removed: " + failed.message());
        }
    }
    [[nodiscard]] fs::path const& path() const { return m_path; }

private:
    explicit TemporaryFolder(fs::path path) : m_path(std::move(path)) {}
    fs::path m_path;
};

// All that takes part, each made by the step that begins with it.
class Rehearsal {
public:
    Rehearsal(RunOptions const& options, Shown const& shown, fs::path const& folder, fs::path log)
        : m_options(options)
        , m_shown(shown)
        , m_site(folder / "site")
        , m_log(
              {.program = std::move(log), .assets = fs::absolute(options.assets), .folder = folder})
        , m_display(options.size.value_or(kUsualSize),
                    options.pixels_per_mm.value_or(
                        platform::usual_pixels_per_mm(options.size.value_or(kUsualSize)))) {}

    // Says what it does before it does it. Returns an exit code.
    [[nodiscard]] int play() {
        int number = 0;
        for (Step const& step : kSteps) {
            ++number;
            std::printf("%d of %zu: %s\n", number, kSteps.size(), step.words);
            std::fflush(stdout);
            if (Result<void> done = (this->*step.act)(); !done) {
                return complain(
                    {done.error().code, fmt::format("step {} of {}, {}: {}", number, kSteps.size(),
                                                    step.words, done.error().message)},
                    EX_SOFTWARE);
            }
        }
        std::printf("The answer on the screen is the one that was typed. %zu pictures in %s\n",
                    m_pictures.size(), m_options.journey.c_str());
        return EX_OK;
    }

private:
    struct Step {
        char const* words;
        Result<void> (Rehearsal::*act)();
    };

    [[nodiscard]] Result<void> start_log() { return m_log.begin(kOfficer); }

    [[nodiscard]] Result<void> pair() {
        auto const code = m_log.pairing_code();
        if (!code) {
            return tl::unexpected(code.error());
        }
        auto const client = net::HttpsClient::create();
        if (!client) {
            return tl::unexpected(client.error());
        }
        auto const met = meet_log(
            m_files, **client,
            {.data = m_site, .log = m_log.url(), .name = "Journey", .code = *code}, m_shown.words);
        if (!met) {
            return tl::unexpected(met.error());
        }
        std::printf("        both show: %s\n",
                    fmt::format("{}", fmt::join(met->words, " ")).c_str());
        m_server_key = met->link.server_key;
        return m_log.confirm({met->words.begin(), met->words.end()}).and_then([&] {
            return sync::keep_link(m_files, m_site, *met);
        });
    }

    // The roster and news it is handed are on its first screen.
    [[nodiscard]] Result<void> start_kiosk() {
        m_letters.emplace(LettersSpec{.data = m_site, .assets = m_options.assets}, m_shown.words,
                          m_time, m_display);
        if (m_letters->log() == nullptr) {
            return fail(ErrorCode::unavailable, "the kiosk does not open its site");
        }
        auto handed = await("the log hands the kiosk its roster and news", [this] {
            return fs::exists(m_site / "roster.toml") && fs::exists(m_site / "news.toml");
        });
        if (!handed) {
            return handed;
        }
        auto terminal = loop::Terminal::create({.display = m_display,
                                                .assets = m_shown.assets,
                                                .site = read_site_files(m_site),
                                                .words = m_shown.words,
                                                .clock = m_clock,
                                                .services = m_letters->services(),
                                                .outcomes = *m_letters,
                                                .log = log_line});
        if (!terminal) {
            return tl::unexpected(terminal.error());
        }
        m_terminal = std::move(*terminal);
        m_visitor.emplace(
            *m_terminal, m_clock,
            rehearsal::VisitorSpec{.keep = [this](std::string const& name) { return keep(name); },
                                   .wait = [this] { return wait(); }});
        return {};
    }

    [[nodiscard]] Result<void> ask() { return m_visitor->ask(kQuestion); }
    [[nodiscard]] Result<void> arrive() { return m_visitor->see_it_arrive(); }

    [[nodiscard]] Result<void> log_in() {
        auto client = net::HttpsClient::create();
        auto const passphrase = m_log.passphrase();
        auto const code = m_log.one_time_code();
        if (!client || !passphrase || !code) {
            return tl::unexpected(!client       ? client.error()
                                  : !passphrase ? passphrase.error()
                                                : code.error());
        }
        m_client = std::move(*client);
        m_officer.emplace(*m_client, m_log.url(), m_server_key);
        return m_officer->log_in({kOfficer, *passphrase, *code});
    }

    [[nodiscard]] Result<void> read_letter() {
        return m_officer->read_the_letter().and_then([](std::string const& text) -> Result<void> {
            return text == kQuestion ? Result<void>()
                                     : fail(ErrorCode::corrupt, "the letter has other words than "
                                                                "the visitor typed");
        });
    }

    [[nodiscard]] Result<void> answer() {
        return m_officer->answer(kAnswer).and_then([&] { return m_officer->log_out(); });
    }

    // The kiosk asks its log again, as it does every minute, until the answer is there.
    [[nodiscard]] Result<void> come_back() {
        Instant const ends = m_time.now() + rehearsal::kSyncTime;
        while (m_time.now() < ends) {
            LogConnection& log = *m_letters->log();
            std::uint64_t const before = log.replies();
            log.ask_now();
            auto heard =
                await("the log replies to the kiosk", [&] { return log.replies() > before; });
            if (!heard) {
                return heard;
            }
            Result<bool> const there = m_visitor->look_for_answer();
            if (!there || *there) {
                return there.map([](bool /*there*/) {});
            }
        }
        return fail(ErrorCode::unavailable, "the answer does not reach the kiosk");
    }

    [[nodiscard]] Result<void> read_answer() {
        return m_visitor->read(kAnswer).and_then([&] { return m_visitor->leave(); });
    }

    // What the log and the kiosk do between them.
    [[nodiscard]] Result<void> await(std::string_view what, std::function<bool()> const& happened) {
        return rehearsal::wait_until(
            m_time, rehearsal::kSyncTime, [this] { return wait(); }, what, happened);
    }

    // False: Ctrl+C.
    [[nodiscard]] bool wait() {
        std::vector<platform::InputEvent> events;
        m_display.wait(m_time.now() + rehearsal::kLookEvery, events);
        return !m_signals.came();
    }

    [[nodiscard]] Result<void> keep(std::string const& name) {
        auto const picture = m_display.screenshot();
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        m_pictures.insert(name);
        return platform::write_png(*picture, m_options.journey / (name + ".png"));
    }

    static constexpr std::array<Step, 10> kSteps{
        {{"a log of its own starts", &Rehearsal::start_log},
         {"kiosk and log are paired", &Rehearsal::pair},
         {"the kiosk hears from its log and shows its first screen", &Rehearsal::start_kiosk},
         {"a visitor asks", &Rehearsal::ask},
         {"the question arrives at the log", &Rehearsal::arrive},
         {"the officer logs in", &Rehearsal::log_in},
         {"the officer reads the question", &Rehearsal::read_letter},
         {"the officer answers", &Rehearsal::answer},
         {"the answer reaches the kiosk, where the visitor types his code", &Rehearsal::come_back},
         {"the visitor reads the answer and leaves", &Rehearsal::read_answer}}};

    RunOptions const& m_options;
    Shown const& m_shown;
    fs::path m_site;
    LogProgram m_log;
    platform::LinuxFiles m_files;
    platform::SystemClock m_time;
    rehearsal::HurriedClock m_clock{m_time};
    platform::HeadlessDisplay m_display;
    ByteArray<32> m_server_key{};
    std::optional<Letters> m_letters;
    std::unique_ptr<loop::Terminal> m_terminal;
    std::optional<rehearsal::ReturningVisitor> m_visitor;
    std::unique_ptr<net::HttpsClient> m_client;
    std::optional<rehearsal::Officer> m_officer;
    std::set<std::string> m_pictures;
    platform::EndSignals m_signals{[this] { m_display.wake(); }}; // last: its thread wakes it
};

} // namespace

int take_journey(RunOptions const& options, Shown const& shown) {
    // Nothing of it leaves this machine, whatever proxy the environment names.
    if (::setenv("no_proxy", "127.0.0.1", 1) != 0) {
        return complain({ErrorCode::unavailable, "no_proxy cannot be set"}, EX_OSERR);
    }
    if (auto const held = platform::hold_end_signals(); !held) {
        return complain(held.error(), EX_OSERR);
    }
    auto const log = find_log_program(options.log_program);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    std::error_code failed;
    fs::create_directories(options.journey, failed);
    if (failed) {
        return complain({ErrorCode::io, options.journey.string() + ": " + failed.message() +
                                            "; name a folder that can be written"},
                        EX_CANTCREAT);
    }
    auto const folder = TemporaryFolder::make();
    if (!folder) {
        return complain(folder.error(), EX_CANTCREAT);
    }
    return Rehearsal(options, shown, folder->path(), *log).play();
}

} // namespace inloop::terminal
