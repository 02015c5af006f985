// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/flow/services.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/visitor.h"
#include "kiosk/terminal/ui/audit.h"

#include <functional>
#include <string>
#include <vector>

namespace inloop::loop {

// The clock of a tour: its time of day stands still, so that the pictures are the same every time.
// One thread.
class TourClock final : public SteppedClock {
public:
    // Monday 23 November 2026, 14.20 in the place.
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] LocalTime local() const override;
    [[nodiscard]] ClockTrust trust() const override { return ClockTrust::synced; }
    void advance(Milliseconds by) override { m_now += by; }

private:
    Instant m_now{Milliseconds{1000}};
};

// Who is here and what is new during a part of a tour, by its clock.
[[nodiscard]] pages::SiteFiles tour_site_between_shifts(); // back on Tuesday and Thursday
[[nodiscard]] pages::SiteFiles tour_site_during_shift(); // until 16.00

// Links with nothing: what a log says the walk says itself.
class TourPairing final : public flow::Pairing {
public:
    void pair(std::string /*code*/) override {}
    void confirm(bool /*same*/) override {}
};

struct TourPicture {
    std::string name; // "page-pilot-large-2-nl"
    std::vector<ui::Finding> findings;
};

struct TourSpec {
    std::vector<std::string> languages;
    // Waits until the services have something to say; called while the screen says that a letter is
    // being stored or looked for.
    std::function<void()> await_outcome;
    // Keeps one picture; what it returns ends the tour when it failed.
    std::function<Result<void>(std::string const& name)> keep;
};

// A part of a tour: walks its screens in every language and in every way to see them (as it is,
// large letters with all their pages, low reach, high contrast), and leaves the terminal on its
// first screen.
using Walk = Result<std::vector<TourPicture>> (*)(Terminal&, SteppedClock&, TourSpec const&);

// Reading: first screen, home, every information page, 112, languages, view settings, warnings.
[[nodiscard]] Result<std::vector<TourPicture>> walk_reading(Terminal& terminal, SteppedClock& clock,
                                                            TourSpec const& spec);
// Leaving letters: every stop on the way, the receipt, afterwards, the code that comes back, the
// same letter again and one too many. The services must keep letters.
[[nodiscard]] Result<std::vector<TourPicture>> walk_writing(Terminal& terminal, SteppedClock& clock,
                                                            TourSpec const& spec);
// Coming back with a code: the receipt that turns to "arrived", all that a letter can have become,
// its answers, and what a visitor does with it. The services must keep letters.
[[nodiscard]] Result<std::vector<TourPicture>> walk_return(Terminal& terminal, SteppedClock& clock,
                                                           TourSpec const& spec);
// The service screens; the services must have a TourPairing.
[[nodiscard]] Result<std::vector<TourPicture>> walk_service(Terminal& terminal, SteppedClock& clock,
                                                            TourSpec const& spec);
// The first screens on a terminal with tour_site_during_shift().
[[nodiscard]] Result<std::vector<TourPicture>> walk_present(Terminal& terminal, SteppedClock& clock,
                                                            TourSpec const& spec);
// What a visitor is told where the services refuse letters, and where no roster says who is here.
[[nodiscard]] Result<std::vector<TourPicture>> walk_refused(Terminal& terminal, SteppedClock& clock,
                                                            TourSpec const& spec);
// On a terminal whose letterbox is closed.
[[nodiscard]] Result<std::vector<TourPicture>> walk_closed(Terminal& terminal, SteppedClock& clock,
                                                           TourSpec const& spec);

} // namespace inloop::loop
