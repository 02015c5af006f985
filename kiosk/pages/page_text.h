// SPDX-License-Identifier: EUPL-1.2
// Rules for the words of a page.
#pragma once

#include "kiosk/pages/problem.h"
#include "kiosk/pages/rich_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace inloop::pages {

// A typed phone number (numbers come from facts only) or a name in braces that nobody fills in.
[[nodiscard]] std::optional<Problem> refuse_text(RichText const& text, std::string const& file,
                                                 int line);

// True for five digits or more in a row, spaces, dots, dashes and brackets not counted, and for
// 112, 113 and 144 by themselves ("112NL" is the name of an app).
[[nodiscard]] bool has_phone_number(std::string_view text);

// "police" of a text that is exactly "{fact: police}".
[[nodiscard]] std::optional<std::string> fact_id_of(std::string_view text);

// "shifts" of a text that is "{show: shifts}"; nullopt for any other text.
[[nodiscard]] std::optional<std::string> shown_thing_of(std::string_view text);

// [a-z0-9-], not empty: ids of pages and facts.
[[nodiscard]] bool is_id(std::string_view text);

// The form of a name in Material Icons, "info_outline". Whether there is such an icon is known only
// to who draws it.
[[nodiscard]] bool is_icon_name(std::string_view text);

// "street.png": small letters, digits and dashes, then .png, .jpg or .jpeg.
[[nodiscard]] bool is_picture_name(std::string_view text);

} // namespace inloop::pages
