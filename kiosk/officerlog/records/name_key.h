// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace inloop::records {

// The name with case folded in every script and accents as one sign each, so that two spellings of
// one name give the same key. Empty when the text is not well-formed UTF-8.
[[nodiscard]] std::string name_key(std::string_view name);

} // namespace inloop::records
