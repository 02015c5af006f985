// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/letterbox/repair.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/letterbox/folders.h"
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/letterbox/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::letterbox {

using platform::DirectoryEntry;
using platform::EntryKind;

Result<void> Repair::run() {
    if (auto made = make_folders(); !made) {
        return made;
    }
    look_at_space();
    if (auto looked = look_at_quarantine(); !looked) {
        return looked;
    }
    if (auto cleared = clear_tmp(); !cleared) {
        return cleared;
    }
    for (LetterState const state : kStates) {
        if (auto looked = look_at_folder(state); !looked) {
            return looked;
        }
    }
    return sync_folders();
}

Result<void> Repair::make_folders() {
    std::filesystem::path const there_before = deepest_existing();
    for (char const* folder : kFolders) {
        if (auto made = m_files.make_directories(m_root / folder); !made) {
            return made;
        }
    }
    return sync_upwards(there_before);
}

std::filesystem::path Repair::deepest_existing() {
    auto path = m_root;
    while (path.has_relative_path()) {
        auto const listed = m_files.list(path);
        if (listed || listed.error().code != ErrorCode::not_found) {
            break;
        }
        path = path.parent_path();
    }
    return path;
}

// A letter is as durable as the name of the folder it lies in, and that one as those above it. Also
// above what was there before, because the program that made it may have been killed before it came
// to this.
Result<void> Repair::sync_upwards(std::filesystem::path const& there_before) {
    bool made_here = true;
    for (auto path = m_root;; path = path.parent_path()) {
        auto synced = m_files.sync_directory(path);
        // A service may not even look into the folders above its own, and so cannot have made
        // anything there.
        bool const not_ours = !made_here && !synced && synced.error().code == ErrorCode::read_only;
        if (!synced && !not_ours) {
            return synced;
        }
        made_here = made_here && path != there_before;
        if (!path.has_relative_path()) {
            return {};
        }
    }
}

void Repair::look_at_space() {
    auto const space = m_files.space(m_root);
    if (!space) {
        report.messages.push_back(space.error().message);
        return;
    }
    report.survives_reboot = space->survives_reboot;
    if (!space->survives_reboot) {
        report.messages.push_back("letters lie on " + space->filesystem + " in " + m_root.native() +
                                  " and are gone after a power cut: give the kiosk a disk");
    }
}

Result<void> Repair::look_at_quarantine() {
    auto const entries = m_files.list(m_root / kQuarantineFolder);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    for (DirectoryEntry const& entry : *entries) {
        see_number(entry.name);
        m_quarantined_names.insert(entry.name);
    }
    return {};
}

Result<void> Repair::clear_tmp() {
    auto const entries = m_files.list(m_root / kTmpFolder);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    for (DirectoryEntry const& entry : *entries) {
        see_number(entry.name);
        if (entry.kind == EntryKind::file && is_part_name(entry.name)) {
            remove(kTmpFolder, entry.name, report.unfinished_removed);
        } else {
            quarantine(kTmpFolder, entry.name, "not a letter being written");
        }
    }
    return {};
}

Result<void> Repair::look_at_folder(LetterState state) {
    auto const entries = m_files.list(m_root / folder_of(state));
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    for (DirectoryEntry const& entry : *entries) {
        see_number(entry.name);
        look_at_letter(entry, state);
    }
    return {};
}

void Repair::look_at_letter(DirectoryEntry const& entry, LetterState state) {
    std::string const folder = folder_of(state);
    if (entry.kind != EntryKind::file) {
        return quarantine(folder, entry.name, "not a plain file");
    }
    if (entry.size > seal::kMaxEnvelopeBytes) {
        return quarantine(folder, entry.name, "larger than any letter");
    }
    auto const bytes = m_files.read(m_root / folder / entry.name, seal::kMaxEnvelopeBytes);
    if (!bytes) {
        // What the device does not give today it may give tomorrow; moving it would be one more
        // write to it.
        return bytes.error().code == ErrorCode::invalid_input
                   ? quarantine(folder, entry.name, bytes.error().message)
                   : leave(folder, entry.name, bytes.error().message);
    }
    auto const header = seal::read_envelope_header(*bytes);
    if (!header) {
        return quarantine(folder, entry.name, header.error().message);
    }
    if (entry.name != letter_name(header->seq, header->entry_id)) {
        return quarantine(folder, entry.name, "the letter in it has another name");
    }
    StoredLetter const letter{header->seq, header->entry_id, header->receipt_key, state,
                              bytes->size()};
    if (!letters.emplace(letter.entry_id, letter).second) {
        return settle_twin(letter, entry.name, *bytes);
    }
    count(state);
}

// A power cut in the middle of a move can leave a letter under both states. The first one found
// stays (kStates).
void Repair::settle_twin(StoredLetter const& second, std::string const& name, ByteView bytes) {
    StoredLetter const& first = letters.at(second.entry_id);
    std::string const folder = folder_of(second.state);
    auto const kept =
        m_files.read(m_root / folder_of(first.state) / letter_name(first.seq, first.entry_id),
                     seal::kMaxEnvelopeBytes);
    if (kept && std::ranges::equal(*kept, bytes)) {
        remove(folder, name, report.duplicates_removed);
    } else {
        quarantine(folder, name, "another letter has the same id");
    }
}

// Also when nothing was changed: a process that was killed may have left a name the disk does not
// have yet, and from now on it counts as kept.
Result<void> Repair::sync_folders() {
    for (char const* folder : kFolders) {
        if (auto synced = m_files.sync_directory(m_root / folder); !synced) {
            return synced;
        }
    }
    return {};
}

void Repair::see_number(std::string_view name) {
    highest_sequence = std::max(highest_sequence, sequence_in(name).value_or(0));
}

void Repair::remove(std::string const& folder, std::string const& name, std::size_t& counter) {
    if (auto removed = m_files.remove(m_root / folder / name); !removed) {
        return leave(folder, name, removed.error().message);
    }
    ++counter;
    report.messages.push_back("removed " + folder + "/" + printable(name));
}

void Repair::quarantine(std::string const& folder, std::string const& name,
                        std::string const& why) {
    std::string free_name = name;
    for (int n = 2; n <= kQuarantineNames && m_quarantined_names.contains(free_name); ++n) {
        free_name = name + "." + std::to_string(n);
    }
    if (m_quarantined_names.contains(free_name)) {
        return leave(folder, name, "too many of this name in quarantine");
    }
    auto const moved =
        m_files.rename(m_root / folder / name, m_root / kQuarantineFolder / free_name);
    if (!moved) {
        return leave(folder, name, moved.error().message);
    }
    m_quarantined_names.insert(free_name);
    ++report.quarantined;
    report.messages.push_back("moved " + folder + "/" + printable(name) + " to quarantine/" +
                              printable(free_name) + ": " + why);
}

void Repair::leave(std::string const& folder, std::string const& name, std::string const& why) {
    ++report.left_in_place;
    report.messages.push_back("left " + folder + "/" + printable(name) + ": " + why);
}

void Repair::count(LetterState state) {
    switch (state) {
    case LetterState::new_:
        ++report.found.new_;
        break;
    case LetterState::sent:
        ++report.found.sent;
        break;
    case LetterState::dead:
        ++report.found.dead;
        break;
    }
}

} // namespace inloop::letterbox
