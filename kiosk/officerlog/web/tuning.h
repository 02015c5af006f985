// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>
#include <cstddef>

// Every delay, limit and size of the web side, each with its reason.
namespace inloop::web {

// A police laptop left on a table must not stay open; a volunteer writes longer and can read
// nothing secret.
inline constexpr Milliseconds kReaderIdle = std::chrono::minutes(10);
inline constexpr Milliseconds kOtherIdle = std::chrono::minutes(30);
inline constexpr Milliseconds kLongestSession = std::chrono::hours(12); // a long shift
inline constexpr std::size_t kMostSessions = 200; // a station has fewer people

// Wrong logins: each doubles the wait for that name and that address, up to a bearable minute, so
// that nobody is ever locked out by somebody else's guesses.
inline constexpr Milliseconds kFirstWait = std::chrono::seconds(1);
inline constexpr Milliseconds kLongestWait = std::chrono::seconds(64);
inline constexpr Milliseconds kForgetWaits = std::chrono::minutes(30);
inline constexpr std::size_t kWaitsKept = 4096; // names and addresses; the oldest go first
// Each derivation takes 256 MiB: more at once would be a way to exhaust the machine.
inline constexpr std::ptrdiff_t kLoginsAtOnce = 2;
inline constexpr Milliseconds kLoginQueue = std::chrono::seconds(5);

// What a form of a page may hold; an answer has at most 8,192 bytes, three times that encoded.
inline constexpr std::size_t kFormBytes = std::size_t{64} * 1024;
// A page of a kiosk has at most 32 KiB (pages/tuning.h), three times that encoded.
inline constexpr std::size_t kPageFormBytes = std::size_t{128} * 1024;
// Lines of a page that are compared with those on the screen, 500 x 500 steps; a page has thirty.
inline constexpr std::size_t kMostChangedLines = 500;
// Pictures of previews, a few for each of the people who write at once: some 100 kB each.
inline constexpr std::size_t kPreviewsKept = 64;
inline constexpr std::size_t kFormFields = 400; // the roster of a week

inline constexpr std::size_t kStaticBytes = std::size_t{8} * 1024 * 1024; // letters are the largest
inline constexpr std::size_t kRowsOnAPage = 50;
} // namespace inloop::web
