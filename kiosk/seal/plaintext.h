// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"
#include "kiosk/seal/secret_bytes.h"

namespace inloop::seal {

// What was in an envelope.
struct OpenedLetter {
    entries::EntryFacts facts;
    SecretText text;
};

// The inside of an envelope (format.md, "Inside"): facts and text as tagged records, padded to a
// multiple of 1,024 bytes. Fails with `invalid_input` when the facts are not in order
// (entries::check) or the text is longer than entries::kMaxTextBytes or kMaxTextCodePoints, with
// `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> write_plaintext(entries::EntryFacts const& facts,
                                                  SecretText const& text);

// Reads write_plaintext's bytes, padding included. Fails with `corrupt` when they are not in order,
// `unsupported` when a newer version wrote them, `unavailable` without guarded memory.
[[nodiscard]] Result<OpenedLetter> read_plaintext(ByteView padded);

} // namespace inloop::seal
