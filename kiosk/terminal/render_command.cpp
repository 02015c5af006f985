// SPDX-License-Identifier: EUPL-1.2
// One information page as visitors will see it, for who edits it: the kiosk's own code draws it.
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/visitor.h"
#include "kiosk/terminal/ui/audit.h"
#include "kiosk/terminal/ui/tuning.h"
#include "platform/api/usual_density.h"
#include "platform/headless/headless_display.h"
#include "platform/headless/png.h"
#include "platform/linux/system_clock.h"

#include <sysexits.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace inloop::terminal {

namespace {

namespace fs = std::filesystem;

// More than any page needs; a page that never ends is the file's fault, not this program's.
constexpr int kMostPictures = 20;

// The calendar of this machine; time passes only while something glides.
class RenderClock final : public loop::SteppedClock {
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] WallTime wall() const override { return m_system.wall(); }
    [[nodiscard]] LocalTime local() const override { return m_system.local(); }
    [[nodiscard]] ClockTrust trust() const override { return m_system.trust(); }
    void advance(Milliseconds by) override { m_now += by; }

private:
    platform::SystemClock m_system;
    Instant m_now{Milliseconds{1000}};
};

// What stands in a file or on a label, as part of a line with tabs between.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text;
}

// One visitor who opens the page and reads it to its end.
class Reader {
public:
    Reader(RenderOptions const& options, loop::Terminal& terminal, RenderClock& clock,
           platform::HeadlessDisplay& display)
        : m_options(options)
        , m_terminal(terminal)
        , m_clock(clock)
        , m_display(display)
        , m_visitor(terminal, clock) {}

    void open() {
        m_terminal.step({});
        tell(flow::event::StartIn{m_options.language});
        if (m_options.large) {
            tell(flow::event::ToggleLargeLetters{});
        }
        if (m_options.contrast) {
            tell(flow::event::ToggleContrast{});
        }
        tell(flow::event::OpenPages{});
        tell(flow::event::OpenPage{m_options.page});
    }
    [[nodiscard]] Result<void> read() {
        std::string_view const further = m_options.large ? "list.down" : "information.more";
        auto kept = keep();
        while (kept && m_visitor.can_tap(further) && m_pictures < kMostPictures) {
            kept = m_visitor.tap(further).and_then([this] {
                settle();
                return keep();
            });
        }
        return kept;
    }

private:
    void tell(flow::Event event) {
        m_terminal.journey().handle(std::move(event));
        m_terminal.step({});
        settle();
    }
    void settle() {
        constexpr int kMostFrames = 200; // two seconds and more
        for (int frame = 0; frame < kMostFrames && m_terminal.moving(); ++frame) {
            m_clock.advance(ui::kAnimationFrame);
            m_terminal.step({});
        }
    }
    [[nodiscard]] Result<void> keep() {
        std::string const name = std::to_string(++m_pictures) + ".png";
        for (ui::Finding const& finding : ui::audit(m_terminal.registry(), m_terminal.theme())) {
            std::printf("finding\t%s\t%s\t%s\n", name.c_str(), finding.rule.c_str(),
                        on_one_line(finding.what).c_str());
        }
        return m_display.screenshot()
            .and_then([&](platform::Image const& image) {
                return platform::write_png(image, m_options.out / name);
            })
            .map([&] { std::printf("picture\t%s\n", name.c_str()); });
    }

    RenderOptions const& m_options;
    loop::Terminal& m_terminal;
    RenderClock& m_clock;
    platform::HeadlessDisplay& m_display;
    loop::Visitor m_visitor;
    int m_pictures = 0;
};

// Told for the one page that is asked for; whether the kiosk could not show it as it is written.
bool tell_faults(RenderOptions const& options, pages::Assets const& assets) {
    fs::path const file = fs::path(pages::kPageFolder) / options.language / (options.page + ".md");
    bool faulty = false;
    for (pages::Problem const& problem : assets.problems) {
        if (problem.weight == pages::Weight::fault &&
            fs::path(problem.file).filename() == file.filename() &&
            problem.file.ends_with(file.string())) {
            std::printf("fault\t%d\t%s\t%s\n", problem.line, on_one_line(problem.cause).c_str(),
                        on_one_line(problem.mend).c_str());
            faulty = true;
        }
    }
    return faulty;
}

Result<void> draw(RenderOptions const& options, Shown const& shown) {
    platform::PixelSize const size = options.size.value_or(kUsualSize);
    platform::HeadlessDisplay display(
        size, options.pixels_per_mm.value_or(platform::usual_pixels_per_mm(size)));
    RenderClock clock;
    sending::RefusingSender nobody(flow::NotStoredReason::no_keys);
    auto terminal = loop::Terminal::create({.display = display,
                                            .assets = shown.assets,
                                            .site = read_site_files(options.data),
                                            .words = shown.words,
                                            .clock = clock,
                                            .services = {nobody, nobody, nobody},
                                            .outcomes = nobody,
                                            .log = log_line});
    if (!terminal) {
        return tl::unexpected(terminal.error());
    }
    Reader reader(options, **terminal, clock, display);
    reader.open();
    return reader.read();
}

} // namespace

int render(RenderOptions const& options) {
    auto assets = pages::load_assets(options.assets, options.data);
    auto words = read_words(options.assets);
    if (!assets || !words) {
        return complain(assets ? words.error() : assets.error(), EX_CONFIG);
    }
    if (assets->page(options.language, options.page) == nullptr ||
        !assets->phrases.contains(options.language)) {
        return complain({ErrorCode::not_found, "there is no page '" + options.page +
                                                   "' in the language '" + options.language +
                                                   "': look into pages/ of the assets"},
                        EX_USAGE);
    }
    if (tell_faults(options, *assets)) {
        return EX_DATAERR;
    }
    std::error_code failed;
    fs::create_directories(options.out, failed);
    if (failed) {
        return complain({ErrorCode::io, options.out.string() + ": " + failed.message()},
                        EX_CANTCREAT);
    }
    Shown const shown{std::make_shared<pages::Assets const>(std::move(*assets)), std::move(*words)};
    auto const drawn = draw(options, shown);
    return drawn ? EX_OK : complain(drawn.error(), EX_SOFTWARE);
}

} // namespace inloop::terminal
