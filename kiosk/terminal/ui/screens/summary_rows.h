// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/ui/screens/screens.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::ui {

// One row of "is this right?": what it is called, what the visitor chose, and how to change it.
struct SummaryRow {
    char const* id = ""; // of its button
    flow::Part part = flow::Part::subject;
    std::string label{};
    std::string words{}; // ours; empty for the text
    std::string_view typed{}; // what the visitor typed: a number or an address, never on record
};

// The rows this letter has, in the order in which they were asked. The text is always one of them.
[[nodiscard]] std::vector<SummaryRow> summary_rows(ScreenContext const& context,
                                                   flow::Draft const& draft, SummaryRows which);

// The three steps of what happens next.
[[nodiscard]] std::array<pages::RichText, 3> steps_after(ScreenContext const& context);

} // namespace inloop::ui
