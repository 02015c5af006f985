// SPDX-License-Identifier: EUPL-1.2
//
// Whether a line seems to tell who somebody is. A rule of thumb that asks a second time; it never
// has the last word. Private to this folder.
#pragma once

#include "kiosk/pages/facts.h"
#include "kiosk/pages/place.h"

#include <string_view>

namespace inloop::editing {

// Numbers, e-mail addresses and licence plates (kiosk/entries/personal_data.h) that are no value of
// a fact; "mevrouw Jansen"; a street with a house number that is not the kiosk's own.
[[nodiscard]] bool seems_to_name(std::string_view text, pages::Place const& place,
                                 pages::Facts const& facts);

} // namespace inloop::editing
