// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/secret_bytes.h"

namespace inloop::seal {

// The inside of an envelope (format.md, "Inside"): the letter as tagged records, padded to a
// multiple of 1,024 bytes. Fails with `invalid_input` when the facts are not in order
// (entries::check), the text is longer than entries::kMaxTextBytes or kMaxTextCodePoints, the
// contact is longer than entries::kMaxContactBytes or stands there although the visitor wants no
// call and no e-mail; with `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> write_plaintext(entries::Letter const& letter);

// Reads write_plaintext's bytes, padding included. Fails with `corrupt` when they are not in order,
// `unsupported` when a newer version wrote them, `unavailable` without guarded memory.
[[nodiscard]] Result<entries::Letter> read_plaintext(ByteView padded);

} // namespace inloop::seal
