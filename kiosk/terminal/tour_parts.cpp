// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/tour_parts.h"

namespace inloop::terminal {

std::array<TourPart, 7> tour_parts() {
    return {{{.walk = loop::walk_reading,
              .keeps_letters = true,
              .site = loop::tour_site_between_shifts()},
             {.walk = loop::walk_writing,
              .keeps_letters = true,
              .site = loop::tour_site_between_shifts()},
             {.walk = loop::walk_return,
              .keeps_letters = true,
              .site = loop::tour_site_between_shifts()},
             {.walk = loop::walk_service, .site = loop::tour_site_between_shifts()},
             {.walk = loop::walk_present, .site = loop::tour_site_during_shift()},
             {.walk = loop::walk_refused},
             {.walk = loop::walk_closed, .letterbox = flow::Letterbox::closed}}};
}

} // namespace inloop::terminal
