// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"

#include <string_view>

namespace inloop::seal {

// Words as a person typed them, made alike: capitals A-Z small; spaces, line ends, dashes, dots,
// commas and underscores between words one space; none at the ends. Other signs stay. Not a public
// header. Fails with `invalid_input` when it is longer than kMaxTypedWordBytes or not UTF-8,
// `unavailable` without guarded memory; the message never repeats what was typed.
[[nodiscard]] Result<SecretText> normalise_words(std::string_view typed);

} // namespace inloop::seal
