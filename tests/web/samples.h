// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/templates/values.h"
#include "tests/web/voice.h"

#include <string>
#include <vector>

namespace inloop::tests {

// One page to look at.
struct Sample {
    std::string page; // the template
    std::string name; // the file without its ending
    web::Values values;
    bool part = false; // of a page, for a script: ".part" instead of ".html"
};

// The strip on top, the menu and what else every page of a person who is logged in needs.
// `current` is the label of the page in the menu.
[[nodiscard]] web::Values signed_in(Voice const& voice, std::string_view title,
                                    std::string_view current);
// The same for a volunteer, who sees no messages.
[[nodiscard]] web::Values volunteer_signed_in(Voice const& voice, std::string_view title,
                                              std::string_view current);
// The same for a page without a login.
[[nodiscard]] web::Values signed_out(std::string_view title);

// Adds the sketch map with one chosen street.
void add_map(web::Values& values);
// Adds a child of `section` with KEY, LABEL and, where it is `chosen`, the marker `mark`.
void add_choice(web::Values& values, std::string_view section, std::string_view key,
                std::string_view label, std::string_view mark = "", bool chosen = false);
// Adds a child FACT.
void add_fact(web::Values& values, std::string_view label, std::string_view text);

[[nodiscard]] std::vector<Sample> shift_samples(Voice const& voice);
[[nodiscard]] std::vector<Sample> entry_samples(Voice const& voice);
[[nodiscard]] std::vector<Sample> people_samples(Voice const& voice);
[[nodiscard]] std::vector<Sample> place_samples(Voice const& voice);
[[nodiscard]] std::vector<Sample> volunteer_samples(Voice const& voice);
[[nodiscard]] std::vector<Sample> editor_samples(Voice const& voice);

} // namespace inloop::tests
