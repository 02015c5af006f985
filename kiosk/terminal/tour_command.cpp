// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/tour_command.h"

#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/tour.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/terminal/tour_parts.h"
#include "platform/api/usual_density.h"
#include "platform/headless/headless_display.h"
#include "platform/headless/png.h"

#include <sysexits.h>

#include <cstdio>
#include <system_error>

namespace inloop::terminal {

namespace {

// One display and one clock through all walks of a tour.
class Tour {
public:
    Tour(RunOptions const& options, Shown const& shown, platform::PixelSize size)
        : m_options(options)
        , m_shown(shown)
        , m_display(size, options.pixels_per_mm.value_or(platform::usual_pixels_per_mm(size))) {}

    [[nodiscard]] Result<void> walk(std::filesystem::path const& data, TourPart const& part) {
        Letters letters({.data = part.keeps_letters ? data : std::filesystem::path(),
                         .assets = m_options.assets,
                         .tells_facts = false},
                        m_shown.words, m_clock, m_display);
        auto terminal = loop::Terminal::create({.display = m_display,
                                                .assets = m_shown.assets,
                                                .site = part.site,
                                                .words = m_shown.words,
                                                .clock = m_clock,
                                                .services = services(letters),
                                                .outcomes = letters,
                                                .letterbox = part.letterbox,
                                                .log = log_line});
        if (!terminal) {
            return tl::unexpected(terminal.error());
        }
        auto const walked = part.walk(**terminal, m_clock, spec(letters.refuses()));
        if (!walked) {
            return tl::unexpected(walked.error());
        }
        tell(*walked);
        return {};
    }
    void sum_up() const {
        std::printf("%zu pictures in %s, %zu findings\n", m_pictures, m_options.tour.c_str(),
                    m_findings);
    }

private:
    [[nodiscard]] flow::Services services(Letters& letters) {
        flow::Services services = letters.services();
        services.pairing = &m_pairing; // a tour links with nothing
        return services;
    }
    [[nodiscard]] loop::TourSpec spec(bool refused) {
        loop::TourSpec spec;
        spec.languages = m_shown.assets->language_codes();
        spec.await_outcome = [this, refused] {
            std::vector<platform::InputEvent> events;
            if (!refused) {
                m_display.wait(std::nullopt, events); // the worker wakes it
            }
        };
        spec.keep = [this](std::string const& name) { return keep(name); };
        return spec;
    }
    [[nodiscard]] Result<void> keep(std::string const& name) {
        auto const picture = m_display.screenshot();
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        ++m_pictures;
        return platform::write_png(*picture, m_options.tour / (name + ".png"));
    }
    void tell(std::vector<loop::TourPicture> const& pictures) {
        for (loop::TourPicture const& picture : pictures) {
            for (ui::Finding const& finding : picture.findings) {
                ++m_findings;
                log_line(picture.name + ": " + finding.rule + ": " + finding.what);
            }
        }
    }

    RunOptions const& m_options;
    Shown const& m_shown;
    platform::HeadlessDisplay m_display;
    loop::TourClock m_clock;
    loop::TourPairing m_pairing;
    std::size_t m_pictures = 0;
    std::size_t m_findings = 0;
};

} // namespace

int take_tour(RunOptions const& options, Shown const& shown) {
    std::error_code failed;
    std::filesystem::create_directories(options.tour, failed);
    if (failed) {
        return complain({ErrorCode::io, options.tour.string() + ": " + failed.message() +
                                            "; name a folder that can be written"},
                        EX_CANTCREAT);
    }
    std::filesystem::path site = options.data;
    // The tour leaves letters: at a real site they would reach an officer.
    if (std::filesystem::exists(site / sync::kLogLinkFile)) {
        return complain({ErrorCode::invalid_input,
                         site.string() + " belongs to a log; take the tour of a demo site"},
                        EX_USAGE);
    }
    if (site.empty()) {
        site = options.tour / "site";
        if (int const made = make_demo_site(site); made != EX_OK) {
            return made;
        }
    }
    Tour tour(options, shown, options.size.value_or(kUsualSize));
    for (TourPart const& part : tour_parts()) {
        if (auto const walked = tour.walk(site, part); !walked) {
            return complain(walked.error(), EX_SOFTWARE);
        }
    }
    tour.sum_up();
    return EX_OK;
}

} // namespace inloop::terminal
