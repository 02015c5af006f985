// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/letterbox/letterbox.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/letterbox/folders.h"
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/letterbox/repair.h"
#include "kiosk/terminal/letterbox/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::letterbox {

namespace {

std::string name_of(StoredLetter const& letter) {
    return letter_name(letter.seq, letter.entry_id);
}

} // namespace

DiskLevel level_of(platform::SpaceReport const& space) {
    if (space.total_bytes == 0) {
        return DiskLevel::ample; // a tmpfs without a limit
    }
    double const used =
        1.0 - static_cast<double>(space.free_bytes) / static_cast<double>(space.total_bytes);
    if (used >= kFullAt) {
        return DiskLevel::full;
    }
    if (used >= kScarceAt) {
        return DiskLevel::scarce;
    }
    return used >= kTightAt ? DiskLevel::tight : DiskLevel::ample;
}

Result<Letterbox> Letterbox::open(platform::Files& files, std::filesystem::path root) {
    Letterbox box(files, std::move(root));
    Repair repair(files, box.m_root);
    if (auto done = repair.run(); !done) {
        return tl::unexpected(done.error());
    }
    box.m_letters = std::move(repair.letters);
    box.m_highest_sequence = repair.highest_sequence;
    box.m_report = std::move(repair.report);
    return box;
}

Result<StoredLetter> Letterbox::store(ByteView envelope) {
    auto const header = seal::read_envelope_header(envelope);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->seq > kHighestSequence) {
        return fail(ErrorCode::invalid_input,
                    "letter number " + std::to_string(header->seq) + " has more than ten digits");
    }
    StoredLetter const letter{header->seq, header->entry_id, header->receipt_key, LetterState::new_,
                              envelope.size()};
    if (m_letters.contains(letter.entry_id)) {
        return fail(ErrorCode::already_there, "a letter " + name_of(letter) + " is kept already");
    }
    // When the level cannot be read, the write itself will tell.
    if (auto const level = disk_level(); level && *level == DiskLevel::full) {
        return fail(ErrorCode::no_space, "no letter more in " + m_root.native() + ": disk full");
    }
    // Also when it fails: it may still turn up, and must not meet another one of its number.
    m_highest_sequence = std::max(m_highest_sequence, letter.seq);
    Result<void> written;
    for (int attempt = 1; attempt <= kStoreAttempts; ++attempt) {
        written =
            write_once(name_of(letter), part_name(letter.seq, letter.entry_id, attempt), envelope);
        if (written || written.error().code != ErrorCode::io) {
            break; // kept; or full or read-only, where trying again changes nothing
        }
    }
    if (!written) {
        return tl::unexpected(written.error());
    }
    m_letters.emplace(letter.entry_id, letter);
    return letter;
}

// A file whose fsync failed is never synced again: Linux may have dropped what it could not write
// and call the rest clean (security.md 3.1). It is removed and, by the caller, written anew under
// another name.
Result<void> Letterbox::write_once(std::string const& name, std::string const& part,
                                   ByteView envelope) {
    auto const being_written = m_root / kTmpFolder / part;
    auto const folder = m_root / folder_of(LetterState::new_);
    auto const kept = folder / name;

    Result<void> done = m_files->create(being_written, envelope);
    if (!done && done.error().code == ErrorCode::already_there) {
        // Left by an earlier try to store this letter, on a disk that let nothing be removed.
        (void)m_files->remove(being_written);
        done = m_files->create(being_written, envelope);
    }
    if (done) {
        done = m_files->sync_file(being_written);
    }
    if (done) {
        done = m_files->rename(being_written, kept);
    }
    if (!done) {
        // What this leaves behind when it fails as well is removed at the next start.
        (void)m_files->remove(being_written);
        return done;
    }
    done = m_files->sync_directory(folder);
    if (!done) {
        (void)m_files->remove(kept);
    }
    return done;
}

std::uint64_t Letterbox::next_sequence(std::uint64_t floor) const {
    return std::max(m_highest_sequence, floor) + 1;
}

std::vector<StoredLetter> Letterbox::letters() const {
    std::vector<StoredLetter> all;
    all.reserve(m_letters.size());
    for (auto const& [id, letter] : m_letters) {
        all.push_back(letter);
    }
    std::ranges::sort(all, [](StoredLetter const& a, StoredLetter const& b) {
        return std::pair(a.seq, a.entry_id) < std::pair(b.seq, b.entry_id);
    });
    return all;
}

Result<Bytes> Letterbox::read(seal::EntryId const& id) {
    auto const found = m_letters.find(id);
    if (found == m_letters.end()) {
        return fail(ErrorCode::not_found, "no such letter in " + m_root.native());
    }
    auto bytes = m_files->read(path_of(found->second), seal::kMaxEnvelopeBytes);
    if (!bytes && bytes.error().code == ErrorCode::not_found) {
        bytes = read_where_it_is(found->second);
    }
    if (!bytes) {
        return bytes;
    }
    auto const header = seal::read_envelope_header(*bytes);
    if (!header || header->entry_id != id || header->seq != found->second.seq) {
        return fail(ErrorCode::corrupt,
                    path_of(found->second).native() + " is no longer the letter it was");
    }
    return bytes;
}

// A rename that was told to have failed may have been done all the same.
Result<Bytes> Letterbox::read_where_it_is(StoredLetter& letter) {
    for (LetterState const state : kStates) {
        auto bytes =
            m_files->read(m_root / folder_of(state) / name_of(letter), seal::kMaxEnvelopeBytes);
        if (bytes) {
            letter.state = state;
            return bytes;
        }
    }
    return fail(ErrorCode::not_found, path_of(letter).native() + " is gone");
}

Result<void> Letterbox::mark_sent(seal::EntryId const& id) {
    return move(id, LetterState::sent);
}
Result<void> Letterbox::mark_dead(seal::EntryId const& id) {
    return move(id, LetterState::dead);
}
Result<void> Letterbox::mark_new(seal::EntryId const& id) {
    return move(id, LetterState::new_);
}

Result<void> Letterbox::move(seal::EntryId const& id, LetterState to) {
    auto const found = m_letters.find(id);
    if (found == m_letters.end()) {
        return fail(ErrorCode::not_found, "no such letter in " + m_root.native());
    }
    StoredLetter& letter = found->second;
    auto const from_folder = m_root / folder_of(letter.state);
    auto const to_folder = m_root / folder_of(to);
    if (letter.state != to) {
        auto renamed = m_files->rename(path_of(letter), to_folder / name_of(letter));
        if (!renamed) {
            return renamed;
        }
        letter.state = to;
    }
    // The new name first, so that there is always one.
    if (auto synced = m_files->sync_directory(to_folder); !synced) {
        return synced;
    }
    return m_files->sync_directory(from_folder);
}

std::filesystem::path Letterbox::path_of(StoredLetter const& letter) const {
    return m_root / folder_of(letter.state) / name_of(letter);
}

Result<DiskLevel> Letterbox::disk_level() {
    return m_files->space(m_root).map(level_of);
}

} // namespace inloop::letterbox
