// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/signed_parcel.h"

#include "kiosk/seal/sodium_access.h"

#include <cstdint>
#include <limits>
#include <string>

namespace inloop::seal {

namespace {

constexpr std::size_t kMagicBytes = 4;
constexpr std::size_t kContentAt = kMagicBytes + 4;
static_assert(kContentAt + kSignatureBytes == kParcelOverhead);

} // namespace

Result<Bytes> sign_parcel(std::string_view magic, ByteView content, SigningKey const& signer) {
    if (magic.size() != kMagicBytes || content.size() > std::numeric_limits<std::uint32_t>::max()) {
        return fail(ErrorCode::invalid_input, "this cannot be put in a signed parcel");
    }
    Bytes parcel;
    parcel.reserve(kParcelOverhead + content.size());
    append(parcel, as_bytes(magic));
    append_le(parcel, static_cast<std::uint32_t>(content.size()));
    append(parcel, content);
    append(parcel, signer.sign(parcel));
    return parcel;
}

Result<ByteView> open_parcel(ByteView parcel, std::string_view magic,
                             ByteArray<32> const& public_key) {
    if (magic.size() != kMagicBytes || !has_magic(parcel, magic)) {
        return fail(ErrorCode::invalid_input,
                    "not a parcel that begins with " + std::string(magic));
    }
    if (parcel.size() < kParcelOverhead ||
        parcel.size() - kParcelOverhead != read_le<std::uint32_t>(parcel, kMagicBytes)) {
        return fail(ErrorCode::corrupt, "the parcel " + std::string(magic) +
                                            " is cut or too long: it has " +
                                            std::to_string(parcel.size()) + " bytes");
    }
    std::size_t const body = parcel.size() - kSignatureBytes;
    if (!is_signed_by(public_key, parcel.first(body), parcel.subspan(body))) {
        return fail(ErrorCode::crypto,
                    "the signature of the parcel " + std::string(magic) + " does not fit");
    }
    return parcel.subspan(kContentAt, body - kContentAt);
}

} // namespace inloop::seal
