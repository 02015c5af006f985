// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/letter.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/ids.h"
#include "kiosk/terminal/sending/letter_keeper.h"
#include "kiosk/terminal/sending/site.h"
#include "platform/api/files.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_files.h"
#include "tests/support/scratch.h"
#include "tests/support/seeded_random.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::sending {

// What a visitor writes in these tests. Stands nowhere else, so that it is recognised anywhere.
inline constexpr std::string_view kWords = "Kwibusvink zingt onder de brug";

// And where he can be reached.
inline constexpr std::string_view kContact = "0612 345 678";

// As cheap as Argon2 gets.
inline constexpr seal::ReceiptCost kCheap{.passes = 1, .memory_bytes = 8192};

// A letter as the police reads it.
struct ReadLetter {
    std::uint64_t seq = 0;
    seal::ReceiptPublicKey receipt_pk;
    entries::Letter content;
};

// An ordinary question with these words; the visitor wants to be called.
[[nodiscard]] entries::Letter letter(std::string_view words = kWords,
                                     std::string_view contact = kContact);

// A demo site with its letterbox on a disk in memory, and kiosk.db in a scratch folder: SQLite
// knows only real files.
struct SendingRig {
    SendingRig();

    [[nodiscard]] Result<Site> open() { return open_on(files); }
    [[nodiscard]] Result<Site> open_on(platform::Files& disk);
    // A keeper on a site opened anew, as after a restart. There is one at a time: kiosk.db is held
    // exclusively.
    [[nodiscard]] LetterKeeper keeper(seal::ReceiptCost cost = kCheap) {
        return keeper_on(files, cost);
    }
    [[nodiscard]] LetterKeeper keeper_on(platform::Files& disk, seal::ReceiptCost cost = kCheap);

    // What lies in letterbox/new, opened with the demo log's key; throws when one does not open.
    [[nodiscard]] std::vector<ReadLetter> letters();
    // The same on a disk that was switched off and on: only what is durable.
    [[nodiscard]] std::vector<ReadLetter> durable_letters() const;
    // The day uses are counted on.
    [[nodiscard]] std::chrono::sys_days today() const;
    // Whether a line of the log holds a part of kWords or of kContact.
    [[nodiscard]] bool log_tells_words() const;

    [[nodiscard]] std::filesystem::path data() const { return scratch.path(); }
    [[nodiscard]] std::filesystem::path database() const { return scratch / "kiosk.db"; }

    support::Scratch scratch;
    support::MemoryFiles files;
    support::ManualClock clock;
    support::SeededRandom random{1};
    entries::WordList words;
    std::vector<std::string> log;
};

} // namespace inloop::sending
