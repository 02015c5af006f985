// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace inloop::wire {

// Whether a document of this name belongs to a site: "roster.toml", "news.toml", "facts.toml",
// "pages/nl/pilot.md", "pictures/street.jpg". Nothing else, so that a name may become a path in a
// folder of the site: no dots and no slashes beyond these.
[[nodiscard]] bool is_document_name(std::string_view name);

} // namespace inloop::wire
