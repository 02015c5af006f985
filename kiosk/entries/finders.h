// SPDX-License-Identifier: EUPL-1.2
//
// One finder per kind of personal data. Each looks at one place only and at a bounded number of
// signs, so that all of them together stay linear. Not public: find_personal_data is.
#pragma once

#include "kiosk/entries/personal_data.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace inloop::entries {

// The end of the phone number, licence plate or citizen number that begins at `at`; 0 when there is
// none. `at` lies on a sign and, for phone and citizen number, not behind a digit.
[[nodiscard]] std::size_t phone_end(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t plate_end(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t citizen_number_end(std::string_view text, std::size_t at);

// All e-mail addresses, in order.
[[nodiscard]] std::vector<PersonalData> find_emails(std::string_view text);

} // namespace inloop::entries
