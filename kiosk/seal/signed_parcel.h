// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/signing_key.h"

#include <cstddef>
#include <string_view>

namespace inloop::seal {

inline constexpr std::size_t kParcelOverhead = 72; // magic, size, signature

// Any content, signed: magic of four letters | size u32 | content | signature 64 of all before it.
// `magic` says what kind of thing it is, so that a signature over one never fits another. Fails
// with `invalid_input` for another magic than of four letters or a content of 4 GiB and more.
[[nodiscard]] Result<Bytes> sign_parcel(std::string_view magic, ByteView content,
                                        SigningKey const& signer);

// The content, borrowed from `parcel`, once the signature fits. Errors: `invalid_input` another
// kind, `corrupt` cut or too long, `crypto` not signed by `public_key`.
[[nodiscard]] Result<ByteView> open_parcel(ByteView parcel, std::string_view magic,
                                           ByteArray<32> const& public_key);

} // namespace inloop::seal
