// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/passphrase.h"
#include "kiosk/seal/sealed_secret.h"

#include <cstddef>

namespace inloop::seal {

inline constexpr std::size_t kPersonBlobBytes = 148;

// PKO1, the key pair of a person under his passphrase: what it says without being opened. Salt and
// cost are what derive_login_keys needs.
struct PersonBlob {
    PersonId person{};
    LoginSalt salt{};
    LoginCost cost{};
    PersonPublicKey public_key{};
    friend bool operator==(PersonBlob const&, PersonBlob const&) = default;
};

// `head.public_key` is filled in from `keys`. Fails with `unsupported` for a cost that would be
// refused when read, `invalid_input` for a wrap key that is not 32 bytes.
[[nodiscard]] Result<Bytes> write_person_blob(PersonBlob const& head, BoxKeys const& keys,
                                              ByteView wrap_key, Random& random);

// Fails with `invalid_input` for what is no such blob, `corrupt` for another size, `unsupported`
// for a cost this build does not pay.
[[nodiscard]] Result<PersonBlob> read_person_blob(ByteView blob);

// Fails with `crypto` when the passphrase was another one or anything of the blob was changed; else
// as read_person_blob and write_person_blob, and `unavailable` without guarded memory.
[[nodiscard]] Result<BoxKeys> open_person_blob(ByteView blob, ByteView wrap_key);

} // namespace inloop::seal
