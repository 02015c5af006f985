// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/person_blob.h"

#include "kiosk/seal/aead.h"
#include "kiosk/seal/sodium_access.h"

#include <span>
#include <string>
#include <string_view>

namespace inloop::seal {

namespace {

// PKO1: magic 4 | person 16 | salt 16 | passes u32 | memory u32 in KiB | public key 32 | nonce 24 |
// ciphertext 48
constexpr std::string_view kMagic = "PKO1";
constexpr std::size_t kPersonAt = 4;
constexpr std::size_t kSaltAt = 20;
constexpr std::size_t kPassesAt = 36;
constexpr std::size_t kMemoryAt = 40;
constexpr std::size_t kPublicAt = 44;
constexpr std::size_t kNonceAt = 76;
constexpr std::size_t kCiphertextAt = kNonceAt + kNonceBytes;
constexpr std::size_t kSecretBytes = 32;
static_assert(kCiphertextAt + kSecretBytes + kTagBytes == kPersonBlobBytes);

Result<void> check_key(ByteView wrap_key) {
    if (wrap_key.size() != kAeadKeyBytes) {
        return fail(ErrorCode::invalid_input, "the key of a person's keys is not 32 bytes");
    }
    return {};
}

Bytes head_bytes(PersonBlob const& head, PersonPublicKey const& public_key) {
    Bytes out;
    out.reserve(kPersonBlobBytes);
    append(out, as_bytes(kMagic));
    append(out, head.person.bytes);
    append(out, head.salt.bytes);
    append_le(out, head.cost.passes);
    append_le(out, head.cost.memory_kib);
    append(out, public_key.bytes);
    return out;
}

} // namespace

Result<Bytes> write_person_blob(PersonBlob const& head, BoxKeys const& keys, ByteView wrap_key,
                                Random& random) {
    if (auto fine = check(head.cost).and_then([&] { return check_key(wrap_key); }); !fine) {
        return tl::unexpected(fine.error());
    }
    Bytes out = head_bytes(head, keys.public_key);
    out.resize(kPersonBlobBytes);
    auto const nonce = std::span(out).subspan(kNonceAt, kNonceBytes);
    random.fill(nonce);
    encrypt(std::span(out).subspan(kCiphertextAt), keys.secret.view(),
            {.key = wrap_key, .nonce = nonce, .bound_to = ByteView(out).first(kNonceAt)});
    return out;
}

Result<PersonBlob> read_person_blob(ByteView blob) {
    if (!has_magic(blob, kMagic)) {
        return fail(ErrorCode::invalid_input,
                    "not the keys of a person: it does not begin with PKO1");
    }
    if (blob.size() != kPersonBlobBytes) {
        return fail(ErrorCode::corrupt, "the keys of a person have " + std::to_string(blob.size()) +
                                            " bytes instead of 148");
    }
    PersonBlob const head{.person = {read_array<PersonId::kSize>(blob, kPersonAt)},
                          .salt = {read_array<LoginSalt::kSize>(blob, kSaltAt)},
                          .cost = {.passes = read_le<std::uint32_t>(blob, kPassesAt),
                                   .memory_kib = read_le<std::uint32_t>(blob, kMemoryAt)},
                          .public_key = {read_array<PersonPublicKey::kSize>(blob, kPublicAt)}};
    return check(head.cost).map([&] { return head; });
}

Result<BoxKeys> open_person_blob(ByteView blob, ByteView wrap_key) {
    auto const head = read_person_blob(blob);
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (auto fine = check_key(wrap_key); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const secret =
        decrypt(blob.subspan(kCiphertextAt), {.key = wrap_key,
                                              .nonce = blob.subspan(kNonceAt, kNonceBytes),
                                              .bound_to = blob.first(kNonceAt)});
    if (!secret) {
        return secret.error().code == ErrorCode::crypto
                   ? fail(ErrorCode::crypto, "the passphrase does not open the keys of this person")
                   : tl::unexpected(secret.error());
    }
    auto keys = BoxKeys::from_secret(secret->view());
    if (keys && keys->public_key != head->public_key) {
        return fail(ErrorCode::crypto, "the halves of a person's keys do not fit");
    }
    return keys;
}

} // namespace inloop::seal
