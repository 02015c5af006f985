// SPDX-License-Identifier: EUPL-1.2
//
// The pages a kiosk brings along: which there are, and how they are written. Private to this
// folder.
#pragma once

#include "kiosk/officerlog/editing/editing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::editing {

[[nodiscard]] bool has_language(Editing const& editing, std::string_view language);
// The page in the language, else in Dutch, else in any: where icon and order come from. nullptr:
// the kiosk has no such page.
[[nodiscard]] pages::Page const* shipped_page(Editing const& editing, records::PageKey const& key);
// Whether the kiosk brings it along in this very language.
[[nodiscard]] bool is_shipped(Editing const& editing, records::PageKey const& key);
// `language` or `gone` where the kiosk does not have it; nullopt: it does.
[[nodiscard]] std::optional<Refusal> fault_in(Editing const& editing, records::PageKey const& key);
// The same as an error: not_found.
[[nodiscard]] Result<void> must_have(Editing const& editing, records::PageKey const& key);
// Of every language, by order and id; those without an order last.
[[nodiscard]] std::vector<std::string> shipped_ids(Editing const& editing);
// Its words as they are written, {names} and all; nullopt where there is no readable file.
[[nodiscard]] std::optional<records::PageText> shipped_text(Editing const& editing,
                                                            records::PageKey const& key);

} // namespace inloop::editing
