// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"
#include "platform/api/http.h"

#include <string>
#include <string_view>

namespace inloop::web {

// The headers that every answer carries: no script but ours, no frame, no cache, no address told
// to others.
void protect(platform::HttpResponse& response);

[[nodiscard]] platform::HttpResponse redirect(std::string const& to);
// To `to` with a line on top of that page: a key of [done] in the words.
[[nodiscard]] platform::HttpResponse done(std::string const& to, std::string_view key);
[[nodiscard]] platform::HttpResponse content(int status, std::string_view type, ByteView bytes);
[[nodiscard]] platform::HttpResponse plain_text(int status, std::string_view text);

// A page of the templates, with what every page shows: who is logged in, the menu, the presence
// switch, the line on top. `title` and `current` are a key of [title] and the address of the menu.
struct PageHead {
    std::string_view title;
    std::string_view current;
};
[[nodiscard]] platform::HttpResponse page(Site& site, Visit const& visit, PageHead const& head,
                                          std::string_view name, Values values, int status = 200);

// A part of a page, which a script puts in the place of the old one.
[[nodiscard]] platform::HttpResponse fragment(Site& site, std::string_view name,
                                              Values const& values);

// A page with one sentence and one way on: keys of [message] in the words, "KEY", "KEY_text".
[[nodiscard]] platform::HttpResponse message(Site& site, Visit const& visit, std::string_view key,
                                             int status);

// What went wrong inside: logs the cause under an id and shows only that id.
[[nodiscard]] platform::HttpResponse trouble(Site& site, Visit const& visit, Error const& error);

} // namespace inloop::web
