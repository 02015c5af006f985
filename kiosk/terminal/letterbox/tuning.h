// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace inloop::letterbox {

// Fractions of the partition in use (security.md 3.4). There is no reserve file of 64 MiB: the two
// per cent that letters never take are 80 MiB on the smallest partition we install (4 GiB), which
// does the same for kiosk.db and the acknowledgements without one more file that can break.
inline constexpr double kTightAt = 0.80; // nothing that can be fetched again is stored any more
inline constexpr double kScarceAt = 0.95; // letters that were acknowledged long ago may go
inline constexpr double kFullAt =
    0.98; // no more letters: the visitor is given the telephone number

// How often one letter is written before the visitor is told that it could not be kept. A second
// try with a new file gets past one bad block; more would only let the visitor wait in front of a
// dying card.
inline constexpr int kStoreAttempts = 2;

// Letters may be numbered up to this. Ten digits are 300 years at one letter a second, and file
// names sort as numbers.
inline constexpr unsigned long long kHighestSequence = 9'999'999'999ULL;

// How many names are tried for something put into quarantine/ beside others of the same name.
inline constexpr int kQuarantineNames = 1000;

} // namespace inloop::letterbox
