// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/sealed_secret.h"
#include "kiosk/seal/signing_key.h"

#include <cstddef>
#include <cstdint>

// The secrets of the log, each sealed to each person who may use it and to the pair on paper.
// Taking a person's wraps away takes the secret from him; taking all of them away ends it.
namespace inloop::seal {

inline constexpr std::size_t kWeekWrapBytes = 100;
inline constexpr std::size_t kLogSignWrapBytes = 132;

// What a week wrap says without being opened.
struct WeekWrap {
    std::uint32_t epoch = 0;
    PersonId person{};
    friend bool operator==(WeekWrap const&, WeekWrap const&) = default;
};

// Fails as seal_secret does.
[[nodiscard]] Result<Bytes> write_week_wrap(WeekSecretKey const& week, PersonId const& person,
                                            PersonPublicKey const& public_key);

// Fails with `corrupt` for another size.
[[nodiscard]] Result<WeekWrap> read_week_wrap(ByteView wrap);

// The secret of the announced week. Fails with `not_found` for a wrap of another person or week,
// `crypto` when it was changed or sealed to somebody else, or holds another secret than that of the
// announced key; else as read_week_wrap, and `unavailable` without guarded memory.
[[nodiscard]] Result<WeekSecretKey> open_week_wrap(ByteView wrap, PersonId const& person,
                                                   BoxKeys const& keys,
                                                   WeekAnnouncement const& week);

// PKL1: the same for a signing key of the log.
struct LogSignWrap {
    PersonId person{};
    LogSignPublicKey public_key{};
    friend bool operator==(LogSignWrap const&, LogSignWrap const&) = default;
};

[[nodiscard]] Result<Bytes> write_log_sign_wrap(SigningKey const& log_sign, PersonId const& person,
                                                PersonPublicKey const& public_key);

// Fails with `invalid_input` for what is no such wrap, `corrupt` for another size.
[[nodiscard]] Result<LogSignWrap> read_log_sign_wrap(ByteView wrap);

// Fails with `not_found` for a wrap of another person, `crypto` when it was changed or sealed to
// somebody else, or its halves do not fit; else as read_log_sign_wrap. Which key the site trusts is
// for the policy to say.
[[nodiscard]] Result<SigningKey> open_log_sign_wrap(ByteView wrap, PersonId const& person,
                                                    BoxKeys const& keys);

} // namespace inloop::seal
