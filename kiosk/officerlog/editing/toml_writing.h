// SPDX-License-Identifier: EUPL-1.2
//
// Values as TOML 1.0 writes them, for files that kiosk/pages reads back. By hand: the library that
// reads TOML sorts what it writes by key, and the order of facts and news means something. Private
// to this folder.
#pragma once

#include "kiosk/pages/languages.h"

#include <chrono>
#include <string>
#include <string_view>

namespace inloop::editing {

// In double quotes and on one line, whatever the text holds: nothing typed ends the quotes.
[[nodiscard]] std::string toml_text(std::string_view text);
// Without quotes where it may be so.
[[nodiscard]] std::string toml_key(std::string_view key);
[[nodiscard]] std::string toml_date(std::chrono::year_month_day date); // 2026-11-23
// { nl = "...", en = "..." }: Dutch first, as people write it.
[[nodiscard]] std::string toml_words(pages::LocalText const& words);

} // namespace inloop::editing
