// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

// Every limit of the vault, each with its reason.
namespace inloop::vault {

// One-time codes as every authenticator app makes them by default (RFC 6238; RFC 4226 asks for 160
// bits of secret).
inline constexpr unsigned kCodeDigits = 6;
inline constexpr unsigned kCodeStepSeconds = 30;
inline constexpr std::size_t kCodeSecretBytes = 20;

// Weeks announced beyond the present one: a kiosk that hears nothing of the log for two months
// still changes keys every week.
inline constexpr std::uint32_t kWeeksAhead = 8;

// Monday 2024-01-01 00:00 UTC, which is week 0 by custom.
inline constexpr std::uint64_t kFirstMonday = 1'704'067'200;

// The longest name of a person: one line on a page.
inline constexpr std::size_t kMaxNameBytes = 60;

// The longest field of an audit row. A reason is one sentence.
inline constexpr std::size_t kMaxAuditFieldBytes = 500;

// Audit rows read at once: some 200 kB.
inline constexpr std::size_t kAuditRowsAtOnce = 1000;

// An otpauth URI: both names at three bytes for each of theirs, and the secret.
inline constexpr std::size_t kMaxCodeUriBytes = 1024;

} // namespace inloop::vault
