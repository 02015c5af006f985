// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/loop/guide.h"
#include "kiosk/terminal/loop/tour.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::loop {

// What the visitor of the pictures writes. Private to the tour.
struct Sample {
    std::string_view question;
    std::string_view telling; // of a crime; points at persons
    std::string_view idea;
    std::string_view again;
    std::string_view answer; // of the police
    std::string_view long_answer;
};
// Anything but English writes in Dutch.
[[nodiscard]] Sample const& sample(std::string_view language);

// Does `steps` with a guide in every language of the tour.
template <class Steps>
Result<std::vector<TourPicture>> each_language(Terminal& terminal, SteppedClock& clock,
                                               TourSpec const& spec, Steps const& steps) {
    std::vector<TourPicture> all;
    for (std::string const& language : spec.languages) {
        terminal.step({});
        Guide guide(terminal, clock, spec, language);
        steps(guide);
        if (!guide.result()) {
            return tl::unexpected(guide.result().error());
        }
        std::vector<TourPicture> pictures = std::move(guide).pictures();
        all.insert(all.end(), pictures.begin(), pictures.end());
    }
    return all;
}

} // namespace inloop::loop
