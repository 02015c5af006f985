// SPDX-License-Identifier: EUPL-1.2
//
// Which of the published versions of one page visitors see. Versions come in as the store gives
// them, the newest first. Private to this folder.
#pragma once

#include "kiosk/officerlog/records/page_store.h"

#include <chrono>
#include <vector>

namespace inloop::editing {

using Versions = std::vector<records::PageVersion>;

// The newest that is not withdrawn and whose days hold `day`; nullptr: as shipped.
[[nodiscard]] records::PageVersion const* shown_on(Versions const& versions,
                                                   std::chrono::local_days day);
// The first one that visitors will see and do not yet on `today`; nullptr: none. One that a newer
// version would hide on its first day is none.
[[nodiscard]] records::PageVersion const* planned_after(Versions const& versions,
                                                        std::chrono::local_days today);
// Whether it could be seen today or later, be it after another one was withdrawn.
[[nodiscard]] bool may_still_show(records::PageVersion const& version,
                                  std::chrono::local_days today);
[[nodiscard]] bool is_over(records::PageText const& text, std::chrono::local_days today);

} // namespace inloop::editing
