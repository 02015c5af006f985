// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace inloop::seal {

// Argon2id of the receipt (security.md 2.3): one try costs an attacker as much as it costs the
// kiosk, and the kiosk can afford one or two seconds and an eighth of a small Pi's memory while a
// visitor waits for the words.
inline constexpr std::uint64_t kReceiptPasses = 4;
inline constexpr std::size_t kReceiptMemoryBytes = std::size_t{128} * 1024 * 1024;

// Announcements in one policy: almost ten years of weeks. Bounds the work of verifying a file.
inline constexpr std::size_t kMaxAnnouncements = 512;

// How long a week key is the newest before the staff is told that no newer one came.
inline constexpr std::uint64_t kWeekSeconds = std::uint64_t{7} * 24 * 60 * 60;

// Weeks a demo site announces beyond the present one; the same as a real log (security.md 2.2).
inline constexpr std::uint32_t kDemoWeeksAhead = 8;

// The longest demo key file that is read: 512 weeks of one line each are 40 kB.
inline constexpr std::uint64_t kMaxDemoKeyBytes = std::uint64_t{64} * 1024;

// Words of a passphrase the log gives to a person: 66 bits, each word of 2,048.
inline constexpr std::size_t kPassphraseWords = 6;

// The longest passphrase or list of words that is looked at: 24 words of seven letters fit five
// times. Bounds guarded memory.
inline constexpr std::size_t kMaxTypedWordBytes = 1024;

// Argon2id of a login: about half a second and a quarter of a gigabyte on a server, for each try.
inline constexpr std::uint32_t kLoginPasses = 3;
inline constexpr std::uint32_t kLoginMemoryKib = std::uint32_t{256} * 1024;

// The hardest login a stored blob may ask for: who can write to the database must not be able to
// stop the server with one row. The least is Argon2's own floor.
inline constexpr std::uint32_t kMaxLoginPasses = 10;
inline constexpr std::uint32_t kMaxLoginMemoryKib = std::uint32_t{1024} * 1024;
inline constexpr std::uint32_t kMinLoginMemoryKib = 8;

// The longest note under a letter's key: an answer of full length, or twice a long note.
inline constexpr std::size_t kMaxNoteBytes = std::size_t{16} * 1024;

// How much of the stack is overwritten after a box was opened: more than libsodium uses of it.
inline constexpr std::size_t kOpeningStackBytes = std::size_t{16} * 1024;

} // namespace inloop::seal
