// SPDX-License-Identifier: EUPL-1.2
// Facts with a shelf life: assets/facts.toml. Every phone number a visitor reads comes from here
// and from nowhere else, with who checked it and when, because a wrong number can cost a life
// (domain.md 4.12).
#pragma once

#include "kiosk/pages/languages.h"
#include "kiosk/pages/place.h"
#include "kiosk/pages/problem.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

struct Fact {
    std::string id; // "police-not-urgent"
    LocalText label;
    std::string value; // "0900-8844"
    LocalText note; // one sentence
    std::string checked_by;
    std::chrono::year_month_day checked_on;
    std::chrono::year_month_day expires_on; // the last day it may be shown as checked
    int line = 0; // where it begins in its file
};

// The two facts that stand on every screen; the kiosk does not start without them.
inline constexpr std::string_view kEmergencyFact = "emergency";
inline constexpr std::string_view kNotUrgentFact = "police-not-urgent";
// Whom to call instead for who fears to be recognised; a screen shows it when it is there.
inline constexpr std::string_view kAnonymousFact = "anonymous";

// True up to and including the day the fact expires. With a clock that stands in the past every
// fact looks current, so ask only when the clock is trusted (base/clock.h).
[[nodiscard]] bool is_current(Fact const& fact, std::chrono::year_month_day today);

class Facts {
public:
    // A fact that is faulty is left out and added to `problems`. Fails when the file cannot be read
    // at all or one of the two facts above is not right. Values may use the words of the place,
    // such as {address}.
    [[nodiscard]] static Checked<Facts> load(std::filesystem::path const& file, Place const& place,
                                             std::vector<Problem>& problems);
    // The same for text that is in memory; `name` is named in faults.
    [[nodiscard]] static Checked<Facts> parse(std::string_view text, std::string const& name,
                                              Place const& place, std::vector<Problem>& problems);

    // Adds behind its own what only `others` have.
    void complete_with(Facts const& others);

    // nullptr when there is no such fact.
    [[nodiscard]] Fact const* find(std::string_view id) const;
    // The two numbers of the strip as texts name them: {number} and {emergency_number}.
    [[nodiscard]] StandingWords words() const;
    [[nodiscard]] std::vector<Fact> const& all() const { return m_facts; } // in file order

private:
    std::vector<Fact> m_facts;
};

} // namespace inloop::pages
