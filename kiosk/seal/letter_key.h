// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <cstdint>

namespace inloop::seal {

// The key of one letter: 32 random bytes, made when it was sealed. Its wrap, the same key sealed to
// the week, is what has to go for the letter and everything under its key to be gone: whoever keeps
// letters keeps the 80 bytes apart from the rest.
struct SplitEnvelope {
    Bytes body; // the envelope with zeros in the place of the wrap: cannot be verified or opened
    ByteArray<kWrapBytes> wrap{};
};

// Fails as read_envelope_header does.
[[nodiscard]] Result<SplitEnvelope> split(ByteView envelope);

// The envelope again, to the byte. Fails as read_envelope_header does, and with `corrupt` when
// `body` has something in the place of the wrap. Says nothing about whether the two belong
// together: verify_envelope does.
[[nodiscard]] Result<Bytes> join(ByteView body, ByteArray<kWrapBytes> const& wrap);

// The key of a letter. Fails as read_envelope_header does, with `not_found` for a letter of another
// week or sealed to another key, `unavailable` without guarded memory.
[[nodiscard]] Result<SecretBytes> open_letter_key(ByteView envelope, WeekSecretKey const& week);

// Opens a whole envelope, wrap included, with open_letter_key's key. Fails as open_letter does,
// with `invalid_input` for a key that is not 32 bytes; another letter's key is `corrupt`.
[[nodiscard]] Result<entries::Letter> open_letter_with_key(ByteView envelope, ByteView key);

inline constexpr std::size_t kNotePaddingBytes = 256;
inline constexpr std::size_t kNoteOverhead = 40; // nonce and tag

// What officers keep with a letter (notes, their copy of an answer), under the letter's key:
// padded to a multiple of kNotePaddingBytes and bound to the letter and to what it is for, so that
// it opens in no other place. Fails with `invalid_input` over kMaxNoteBytes or for a key that is
// not 32 bytes, `unavailable` without guarded memory.
[[nodiscard]] Result<Bytes> seal_note(ByteView key, EntryId const& entry, std::uint8_t purpose,
                                      ByteView plaintext, Random& random);

// Fails with `corrupt` for a size no note has, `crypto` when it was changed or belongs to another
// key, letter or purpose; else as seal_note.
[[nodiscard]] Result<SecretBytes> open_note(ByteView key, EntryId const& entry,
                                            std::uint8_t purpose, ByteView note);

} // namespace inloop::seal
