// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/terminal/memory/log_news.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::memory {

// Where a letter lies in the letterbox. The numbers stand in kiosk.db and never change.
enum class LetterState : std::uint8_t { new_ = 0, sent = 1, dead = 2 };

// What kiosk.db knows of one letter. The letter itself lies in the letterbox.
struct LetterRecord {
    seal::EntryId entry_id;
    std::uint64_t seq = 0;
    seal::ReceiptPublicKey receipt_pk;
    LetterState state = LetterState::new_;
    std::uint64_t size = 0; // bytes of the envelope
    friend bool operator==(LetterRecord const&, LetterRecord const&) = default;
};

// Whether open() had to begin with an empty database, and why.
struct OpenReport {
    bool made_anew = false;
    std::string reason; // for the log; empty when an existing database was opened
    std::filesystem::path quarantined; // where the old file lies now; empty when there was none
};

// kiosk.db: an index over the letterbox, what the log said, and counters of use. Everything about
// letters can be rebuilt from the letterbox at any time; what the log said it says again to a kiosk
// that has listened to nothing, as one with a new database has. So nothing a visitor was promised
// depends on it. Counters begin again at zero when the file was damaged. It never holds anything a
// visitor wrote, sealed or not; answers only sealed.
//
// Owner: the sending worker, whose thread alone calls it. One connection, held exclusively: a
// second program is kept out.
class Memory {
public:
    // Opens or makes the database at `path` and brings it to the newest schema with the numbered
    // files of `schema_dir`. A damaged, empty or foreign file (or anything else under its name) is
    // moved to quarantine/ beside it and a new one made; then report().made_anew is true and
    // rebuild() must be called. Errors: unsupported when a newer build wrote it (the file stays as
    // it is), unavailable when another program has it open, not_found and invalid_input when the
    // schema files are missing or wrong, no_space, read_only, io.
    [[nodiscard]] static Result<Memory> open(std::filesystem::path const& path,
                                             std::filesystem::path const& schema_dir);

    Memory(Memory&&) noexcept;
    Memory& operator=(Memory&&) noexcept;
    Memory(Memory const&) = delete;
    Memory& operator=(Memory const&) = delete;
    ~Memory();

    [[nodiscard]] OpenReport const& report() const;

    // All of the following: Errors: corrupt when the database turned out damaged (open again, then
    // rebuild), no_space, read_only, io.

    // Writes or overwrites one letter and raises the highest number. Durable when it returns.
    [[nodiscard]] Result<void> record_stored(LetterRecord const& letter);

    // A letter moved in the letterbox. Errors also: not_found.
    [[nodiscard]] Result<void> record_state(seal::EntryId const& entry_id, LetterState state);

    // Replaces everything known of letters, in one transaction. The highest number never falls, and
    // what the log said stays.
    [[nodiscard]] Result<void> rebuild(std::span<LetterRecord const> letters);

    // Where the newest letter with this receipt lies; nothing when there is none here. One step,
    // found or not.
    [[nodiscard]] Result<std::optional<LetterState>>
    letter_state_by_receipt(seal::ReceiptPublicKey const& receipt_pk);

    // Takes what one reply said, all of it or nothing. A case of a lower version than the one here
    // changes nothing, unless the log is another one than before: then its versions count anew.
    // Answers of an entry that expired are deleted. Durable when it returns.
    [[nodiscard]] Result<void> apply(SyncChanges const& changes);
    [[nodiscard]] Result<SyncState> sync_state();

    // What became of the entry with this receipt; nothing when the log said nothing. One step,
    // found or not.
    [[nodiscard]] Result<std::optional<CaseRecord>>
    case_by_receipt(seal::ReceiptPublicKey const& receipt_pk);
    // The answers (PKA1) sealed to this receipt, the first one first.
    [[nodiscard]] Result<std::vector<Bytes>> answers_for(seal::ReceiptPublicKey const& receipt_pk);

    [[nodiscard]] Result<std::uint64_t> letters_total();

    // The highest number ever recorded, also of letters that are gone; 0 when there were none. The
    // floor for letterbox::Letterbox::next_sequence.
    [[nodiscard]] Result<std::uint64_t> highest_sequence();

    // Counts a use ("opened", "sent", "page.about"), `count` times on this day.
    [[nodiscard]] Result<void> tally(std::string_view name, std::chrono::sys_days day,
                                     std::uint32_t count = 1);
    [[nodiscard]] Result<std::uint64_t> tallied(std::string_view name, std::chrono::sys_days day);

private:
    class Store;
    explicit Memory(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace inloop::memory
