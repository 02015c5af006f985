// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/seal/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::letterbox {

// "0000000123-<32 hex digits>.pkb", the one name a letter may have.
[[nodiscard]] std::string letter_name(std::uint64_t seq, seal::EntryId const& id);

// The name while the letter is written: "...part" at the first attempt, "...2.part" at the second.
[[nodiscard]] std::string part_name(std::uint64_t seq, seal::EntryId const& id, int attempt);

// True for anything that ends like a name of part_name().
[[nodiscard]] bool is_part_name(std::string_view name);

// The number a name of ours begins with, whatever its ending; nothing when it is not ours.
[[nodiscard]] std::optional<std::uint64_t> sequence_in(std::string_view name);

// A name fit for a log line: what is not printable ASCII becomes '?'.
[[nodiscard]] std::string printable(std::string_view name);

} // namespace inloop::letterbox
