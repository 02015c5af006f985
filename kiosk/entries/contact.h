// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace inloop::entries {

// Why a phone number or e-mail address is probably mistyped. A doubt is told kindly and never
// stops the visitor: he may know better.
enum class ContactDoubt : std::uint8_t {
    none,
    empty, // nothing was typed: there is nothing to call or write to
    too_short, // fewer digits than any number that can be called from here
    too_long,
    wrong_start, // a Dutch number begins with 0, +31 or 0031; others with + or 00
    no_at, // an address without @, with two, or with nothing before it
    no_domain, // nothing that can be a domain behind the @: "anna@gmail"
    strange_sign, // a sign that does not belong in it
};

// `typed` as the visitor typed it; spaces, dashes, dots and brackets between digits are fine.
// Lengths by ITU-T E.164 (at most 15 digits) and the Dutch numbering plan (10 digits with the 0,
// or 3 to 8 for short numbers is not accepted: a person is called on a line of his own).
[[nodiscard]] ContactDoubt doubt_about_phone(std::string_view typed);

// Not RFC 5322: what people type at a counter. One @, a name before it, a domain with a dot and
// two letters or more at the end behind it, no spaces.
[[nodiscard]] ContactDoubt doubt_about_email(std::string_view typed);

// Whether the doubt is to be told already: nobody is corrected while he is still typing, so it
// waits until what was typed could be all of it.
[[nodiscard]] bool is_ripe(ContactDoubt doubt, std::string_view typed);

} // namespace inloop::entries
