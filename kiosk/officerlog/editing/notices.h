// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/pages/site_files.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The line on the first screens of the kiosk (document news.toml).
namespace inloop::editing {

[[nodiscard]] Result<std::vector<pages::News>> notices(Editing& editing); // in file order

// A line and the days it is shown, both included. `dates` when it is over already or ends before it
// begins; `too_long` above pages::kNewsCodePoints; `person` when it looks like the name, number or
// address of a person. A line "U vroeg, wij deden" is for officers (`role`): it speaks for the
// police. English may be empty.
struct NoticeDraft {
    pages::NewsKind kind = pages::NewsKind::notice;
    std::string_view nl{};
    std::string_view en{};
    std::chrono::local_days from{};
    std::chrono::local_days until{};
    bool despite_person = false; // was warned of `person` and means it
};
[[nodiscard]] Outcome<void> add_notice(Editing& editing, vault::Session& session,
                                       NoticeDraft const& draft);
// `words` in Dutch: `changed` when the line at `index` is another one by now. A line of the police
// (NewsKind::done) goes only by an officer.
[[nodiscard]] Outcome<void> remove_notice(Editing& editing, vault::Session& session,
                                          std::size_t index, std::string_view words);

// Sentences an officer fills in for "U vroeg, wij deden": Dutch, "..." where words are missing.
[[nodiscard]] std::vector<std::string> done_templates();

} // namespace inloop::editing
