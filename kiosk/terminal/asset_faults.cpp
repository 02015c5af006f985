// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/asset_faults.h"

#include "kiosk/pages/check.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "platform/linux/system_clock.h"

#include <chrono>

namespace inloop::terminal {

namespace {

std::chrono::year_month_day today() {
    LocalTime const now = platform::SystemClock().local();
    return std::chrono::year(now.year) / now.month / now.day;
}

} // namespace

// The words of the receipts are no text of a page, but the kiosk does not start without them
// either.
std::vector<pages::Problem> faults_of_files(std::filesystem::path const& folder) {
    std::vector<pages::Problem> problems = pages::check_assets(folder, today());
    if (auto const words = read_words(folder); !words) {
        problems.push_back({(folder / "words.nl.txt").string(), 0, words.error().message,
                            "install the kiosk's assets again", words.error().code});
    }
    return problems;
}

} // namespace inloop::terminal
