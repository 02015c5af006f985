// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/journey.h"
#include "tests/support/manual_clock.h"
#include "tests/support/recording_sender.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace inloop::flow {

// The screens, numbered as the alternatives of Screen.
enum class Place : std::size_t {
    attract,
    home,
    information,
    write,
    summary,
    sending,
    receipt,
    not_stored
};
inline constexpr Place kPlaces[] = {Place::attract, Place::home,      Place::information,
                                    Place::write,   Place::summary,   Place::sending,
                                    Place::receipt, Place::not_stored};
inline constexpr std::string_view kWords = "Er brandt geen licht";

[[nodiscard]] std::string_view name_of(Place place);

// A journey with a clock and a sender that do what the test says. The wall clock starts unset, so
// that no time of day mixes into the deadlines.
class JourneyRig {
public:
    explicit JourneyRig(JourneySpec spec = {});

    // Leads a fresh visitor to `place` by the shortest way; where there is text by then it is
    // kWords.
    void lead_to(Place place);
    // Puts `words` at the end, as the keyboard does.
    void type(std::string_view words);
    // Lets time pass and ticks.
    void wait(Milliseconds time);
    // Waits as the loop does, from deadline to deadline, until the warning shows. False when it
    // never comes.
    [[nodiscard]] bool wait_for_warning();

    [[nodiscard]] Place place() const { return static_cast<Place>(journey.screen().index()); }
    [[nodiscard]] std::string_view text() const { return journey.draft().text.view(); }

    support::ManualClock clock;
    support::RecordingSender sender;
    Journey journey;
};

// What is still to be found of a visitor who has left, in words; nullopt: nothing.
[[nodiscard]] std::optional<std::string_view> left_behind(Journey const& journey,
                                                          JourneySpec const& spec = {});
// Whether the memory of the screen holds this code, also where no screen uses it any more.
[[nodiscard]] bool remembers(Screen const& screen, entries::ReceiptCode const& code);

} // namespace inloop::flow
