// SPDX-License-Identifier: EUPL-1.2
//
// The list of facts of this site as a file. Private to this folder.
#pragma once

#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/pages/facts.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace inloop::editing {

inline constexpr char const* kFactsName = "facts.toml";

// As visitors read it: of the site when it has a list that can be read, else as shipped.
[[nodiscard]] Result<pages::Facts> site_facts(Editing& editing);
// The same as it is written: values name words of the place, such as {address}. Facts that came
// with a newer program and are not in the site's list stand behind it.
[[nodiscard]] Result<std::vector<pages::Fact>> written_facts(Editing& editing);

// `faulty` when kiosks would not read the list back as it is, `too_long` when it is longer than a
// message to them.
[[nodiscard]] std::optional<Refusal> fault_in_list(std::vector<pages::Fact> const& facts);
// Writes the whole list, within a transaction. Returns how many documents were written: 0 or 1.
[[nodiscard]] Result<std::size_t> put_facts(Editing& editing, std::vector<pages::Fact> const& facts,
                                            std::string const& by);

// Adds to the list of the site what came with a newer program: pages of that program name it.
// Within a transaction. Returns how many documents were written: 0 or 1.
[[nodiscard]] Result<std::size_t> complete_facts(Editing& editing);

} // namespace inloop::editing
