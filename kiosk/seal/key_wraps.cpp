// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/key_wraps.h"

#include "kiosk/seal/sodium_access.h"

#include <string>
#include <string_view>

namespace inloop::seal {

namespace {

// week wrap: epoch u32 | person 16 | sealed 80
constexpr std::size_t kWeekSealedAt = 4 + PersonId::kSize;
static_assert(kWeekSealedAt + 32 + kSealedOverhead == kWeekWrapBytes);

// PKL1: magic 4 | person 16 | public key 32 | sealed seed 80
constexpr std::string_view kLogSignMagic = "PKL1";
constexpr std::size_t kPublicAt = 4 + PersonId::kSize;
constexpr std::size_t kSeedAt = kPublicAt + LogSignPublicKey::kSize;
static_assert(kSeedAt + kSeedBytes + kSealedOverhead == kLogSignWrapBytes);

tl::unexpected<Error> another_person() {
    return fail(ErrorCode::not_found, "the key is wrapped for another person");
}

tl::unexpected<Error> wrong_size(std::string_view what, std::size_t size, std::size_t expected) {
    return fail(ErrorCode::corrupt, std::string(what) + " has " + std::to_string(size) +
                                        " bytes instead of " + std::to_string(expected));
}

} // namespace

Result<Bytes> write_week_wrap(WeekSecretKey const& week, PersonId const& person,
                              PersonPublicKey const& public_key) {
    auto const sealed = seal_secret(public_key, week.bytes());
    if (!sealed) {
        return tl::unexpected(sealed.error());
    }
    Bytes out;
    out.reserve(kWeekWrapBytes);
    append_le(out, week.epoch());
    append(out, person.bytes);
    append(out, *sealed);
    return out;
}

Result<WeekWrap> read_week_wrap(ByteView wrap) {
    if (wrap.size() != kWeekWrapBytes) {
        return wrong_size("the wrap of a week", wrap.size(), kWeekWrapBytes);
    }
    return WeekWrap{.epoch = read_le<std::uint32_t>(wrap, 0),
                    .person = {read_array<PersonId::kSize>(wrap, 4)}};
}

Result<WeekSecretKey> open_week_wrap(ByteView wrap, PersonId const& person, BoxKeys const& keys,
                                     WeekAnnouncement const& week) {
    auto const head = read_week_wrap(wrap);
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (head->person != person) {
        return another_person();
    }
    if (head->epoch != week.epoch) {
        return fail(ErrorCode::not_found, "the wrap is that of week " +
                                              std::to_string(head->epoch) + ", not of week " +
                                              std::to_string(week.epoch));
    }
    auto const secret = open_secret(keys, wrap.subspan(kWeekSealedAt));
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    auto key = WeekSecretKey::from_bytes(week.epoch, secret->view());
    if (key && key->public_key() != week.week_key) {
        return fail(ErrorCode::crypto, "the wrap of week " + std::to_string(week.epoch) +
                                           " holds another key than the one announced");
    }
    return key;
}

Result<Bytes> write_log_sign_wrap(SigningKey const& log_sign, PersonId const& person,
                                  PersonPublicKey const& public_key) {
    auto const sealed = seal_secret(public_key, log_sign.seed());
    if (!sealed) {
        return tl::unexpected(sealed.error());
    }
    Bytes out;
    out.reserve(kLogSignWrapBytes);
    append(out, as_bytes(kLogSignMagic));
    append(out, person.bytes);
    append(out, log_sign.public_key());
    append(out, *sealed);
    return out;
}

Result<LogSignWrap> read_log_sign_wrap(ByteView wrap) {
    if (!has_magic(wrap, kLogSignMagic)) {
        return fail(ErrorCode::invalid_input,
                    "not the wrap of a signing key: it does not begin with PKL1");
    }
    if (wrap.size() != kLogSignWrapBytes) {
        return wrong_size("the wrap of a signing key", wrap.size(), kLogSignWrapBytes);
    }
    return LogSignWrap{.person = {read_array<PersonId::kSize>(wrap, 4)},
                       .public_key = {read_array<LogSignPublicKey::kSize>(wrap, kPublicAt)}};
}

Result<SigningKey> open_log_sign_wrap(ByteView wrap, PersonId const& person, BoxKeys const& keys) {
    auto const head = read_log_sign_wrap(wrap);
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (head->person != person) {
        return another_person();
    }
    auto const seed = open_secret(keys, wrap.subspan(kSeedAt));
    if (!seed) {
        return tl::unexpected(seed.error());
    }
    auto key = SigningKey::from_seed(seed->view());
    if (key && key->public_key() != head->public_key.bytes) {
        return fail(ErrorCode::crypto, "the halves of a wrapped signing key do not fit");
    }
    return key;
}

} // namespace inloop::seal
