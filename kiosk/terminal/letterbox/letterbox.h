// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "platform/api/files.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace inloop::letterbox {

// Where a letter lies, which is what is known of it.
enum class LetterState : std::uint8_t {
    new_, // durable here, not yet acknowledged by the log
    sent, // acknowledged
    dead, // refused by the log for good; kept
};

// One letter in the box. Everything is read from its envelope.
struct StoredLetter {
    std::uint64_t seq = 0;
    seal::EntryId entry_id;
    seal::ReceiptPublicKey receipt_pk;
    LetterState state = LetterState::new_;
    std::uint64_t size = 0; // bytes of the envelope
    friend bool operator==(StoredLetter const&, StoredLetter const&) = default;
};

struct LettersFound {
    std::size_t new_ = 0;
    std::size_t sent = 0;
    std::size_t dead = 0;
    friend bool operator==(LettersFound const&, LettersFound const&) = default;
};

// What opening found and did. `messages` are for the log: they name files and reasons, never text.
struct RepairReport {
    LettersFound found;
    std::size_t unfinished_removed = 0; // .part files: never confirmed to anybody
    std::size_t quarantined = 0; // cut, foreign, misnamed or not a file: moved to quarantine/
    std::size_t duplicates_removed = 0; // the same bytes a second time under another state
    std::size_t left_in_place =
        0; // the device did not let it be read or moved; tried again at the next start
    bool survives_reboot = true; // false: the box lies in memory
    std::vector<std::string> messages;
};

// How full the partition is; the limits stand in tuning.h.
enum class DiskLevel : std::uint8_t { ample, tight, scarce, full };

// Of any partition; one of which nothing is known is ample.
[[nodiscard]] DiskLevel level_of(platform::SpaceReport const& space);

// Durable sealed letters: one immutable file a letter (design.md 8 decision 1, security.md 3.1).
//
//   root/tmp/0000000123-<entry id in hex>.part   being written
//   root/new/0000000123-<entry id in hex>.pkb    durable, not acknowledged
//   root/sent/ root/dead/                        the same names
//   root/quarantine/                             what could not be a letter; a person looks at it,
//   nothing deletes it
//
// It relies on a file system that does not lose a file over a rename, which every journalling one
// keeps: after a power cut the old name, the new one or both are there.
//
// Owner: the sending worker, whose thread alone calls it. `files` outlives it.
class Letterbox {
public:
    // Makes what is missing, repairs what a power cut left and makes its own folders durable.
    // Succeeds whatever lies in the folders. Errors: no_space, read_only and io when the place
    // itself cannot be used, already_there when a file lies where a folder must be.
    [[nodiscard]] static Result<Letterbox> open(platform::Files& files, std::filesystem::path root);

    [[nodiscard]] RepairReport const& repair_report() const { return m_report; }

    // Keeps the letter for good: when this returns a StoredLetter, no power cut takes it away.
    // After an error the letter must count as not kept (it may still turn up whole after a restart,
    // never in part). Errors: invalid_input, unsupported or corrupt when it is no envelope,
    // already_there when a letter of this entry id is kept, no_space also when the partition is as
    // full as it may get, read_only, io.
    [[nodiscard]] Result<StoredLetter> store(ByteView envelope);

    // One more than the highest number seen in any folder or given to store(), and than `floor`
    // (what kiosk.db remembers).
    [[nodiscard]] std::uint64_t next_sequence(std::uint64_t floor = 0) const;

    // Every letter, by number.
    [[nodiscard]] std::vector<StoredLetter> letters() const;

    // The bytes that were stored; looks in the other folders too, should a move have been done that
    // was told to have failed. Errors: not_found, corrupt when the file is no longer that
    // letter, io.
    [[nodiscard]] Result<Bytes> read(seal::EntryId const& id);

    // Moves the letter. A power cut right after may undo it, never lose the letter. Errors:
    // not_found, no_space, read_only, io.
    [[nodiscard]] Result<void> mark_sent(seal::EntryId const& id);
    [[nodiscard]] Result<void> mark_dead(seal::EntryId const& id);
    // Back to new/: the log was restored from before it had this letter, or an update may make it
    // acceptable.
    [[nodiscard]] Result<void> mark_new(seal::EntryId const& id);

    [[nodiscard]] Result<DiskLevel> disk_level();

private:
    Letterbox(platform::Files& files, std::filesystem::path root)
        : m_files(&files)
        , m_root(std::move(root)) {}

    [[nodiscard]] Result<void> write_once(std::string const& name, std::string const& part,
                                          ByteView envelope);
    [[nodiscard]] Result<Bytes> read_where_it_is(StoredLetter& letter);
    [[nodiscard]] Result<void> move(seal::EntryId const& id, LetterState to);
    [[nodiscard]] std::filesystem::path path_of(StoredLetter const& letter) const;

    platform::Files* m_files;
    std::filesystem::path m_root;
    std::map<seal::EntryId, StoredLetter> m_letters;
    std::uint64_t m_highest_sequence = 0;
    RepairReport m_report;
};

} // namespace inloop::letterbox
