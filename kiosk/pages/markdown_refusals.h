// SPDX-License-Identifier: EUPL-1.2
// What a page may not hold, in the words a volunteer reads. Private to kiosk/pages.
#pragma once

#include <string_view>

namespace inloop::pages {

struct Refusal {
    std::string_view cause;
    std::string_view mend;
};

inline constexpr Refusal kHtml{"HTML is not allowed", "write plain text, **bold** and lists"};
inline constexpr Refusal kLink{"links are not allowed", "write the address as plain text"};
inline constexpr Refusal kCode{"code is not allowed",
                               "take out ` signs and spaces before the line"};
inline constexpr Refusal kTable{"tables are not allowed", "make it a list"};
inline constexpr Refusal kRule{"a rule is not allowed", "take the line out or use a heading"};
inline constexpr Refusal kSlanted{"only **bold** is allowed, not slanted or struck text",
                                  "use **two stars**"};
inline constexpr Refusal kNested{"a list, quote or heading stands within another",
                                 "put them after each other"};
inline constexpr Refusal kTwoParagraphs{"a list item has more than one paragraph",
                                        "make it two items"};
inline constexpr Refusal kLevel{"a heading is not of level 2 or 3", "begin it with ## or ###"};
inline constexpr Refusal kEmptyText{"a heading, item or notice is empty",
                                    "write its text or take it out"};
inline constexpr Refusal kPicturePlace{"a picture does not stand by itself",
                                       "give it a paragraph of its own"};
inline constexpr Refusal kPictureName{"a picture is not a PNG or JPEG of assets/pictures",
                                      "write its name only, as in ![What it shows](street.png)"};
inline constexpr Refusal kPictureAlt{"a picture has no words for who cannot see it",
                                     "write what it shows between [ and ]"};
inline constexpr Refusal kEntity{"signs such as &amp; are not allowed", "type the sign itself"};
inline constexpr Refusal kNothingToShow{"{show: ...} names nothing this kiosk knows of itself",
                                        "write {show: shifts} or {show: letters}"};
inline constexpr Refusal kDeep{"things stand more than 8 deep within each other", "keep it simple"};
inline constexpr Refusal kMany{"the page has more than 200 parts", "make two pages of it"};
inline constexpr Refusal kMachine{"the page could not be read", "make it shorter"};

} // namespace inloop::pages
