// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <string_view>

// A key on paper: 32 bytes as 24 words of the list, with a check on the whole.
namespace inloop::seal {

inline constexpr std::size_t kRecoveryWords = 24;

// The words, one space between. Fails with `invalid_input` for a secret that is not 32 bytes,
// `unavailable` without guarded memory.
[[nodiscard]] Result<SecretText> recovery_words(ByteView secret, entries::WordList const& words);

// The 32 bytes again, from what a person typed; capitals, line ends, hyphens and spaces more or
// less do not matter. Fails with `invalid_input`, saying how many words there are, which of them is
// not in the list by its place (1 to 24), or that the check does not fit; never with a word itself.
// `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> secret_of_recovery_words(std::string_view typed,
                                                           entries::WordList const& words);

} // namespace inloop::seal
