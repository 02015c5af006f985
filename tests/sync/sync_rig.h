// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/seal/ids.h"
#include "kiosk/terminal/letterbox/letterbox.h"
#include "kiosk/terminal/memory/memory.h"
#include "kiosk/terminal/sync/exchange.h"
#include "tests/support/memory_files.h"
#include "tests/support/scratch.h"
#include "tests/support/sealed_site.h"
#include "tests/sync/fake_log.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace inloop::sync {

// A kiosk with real keys, its letterbox on a disk in memory and kiosk.db in a scratch folder, and
// the log it speaks to.
struct SyncRig {
    SyncRig();

    // Stores this many letters more.
    void leave_letters(std::size_t count);
    [[nodiscard]] wire::SyncRequest gather(Letters letters = Letters::taken_along);
    [[nodiscard]] Applied apply(wire::SyncReply const& reply);
    // One whole talk with the log.
    Applied sync() { return apply(log.answer(gather())); }
    // Numbers of the letters in one place of the letterbox.
    [[nodiscard]] std::vector<std::uint64_t> letters_in(letterbox::LetterState place) const;
    [[nodiscard]] std::string file(std::string const& name) const;
    [[nodiscard]] Kept kept() { return {letterbox, memory, site.sealer, files, data}; }
    [[nodiscard]] bool names(Applied const& applied, std::string const& part) const;

    support::SealedSite site;
    support::Scratch scratch; // for kiosk.db: SQLite knows only real files
    std::filesystem::path data = "/data";
    support::MemoryFiles files;
    letterbox::Letterbox letterbox;
    memory::Memory memory;
    FakeLog log;
    Exchange exchange;
};

using Numbers = std::vector<std::uint64_t>;

} // namespace inloop::sync
