// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/letters_look.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/letterbox/folders.h"
#include "kiosk/terminal/letterbox/letter_name.h"

#include <algorithm>
#include <system_error>

namespace inloop::doctor {

namespace {

namespace fs = std::filesystem;

// When the file was written, which renaming does not change.
std::optional<std::chrono::seconds> age_of(fs::path const& file, Clock const& clock) {
    std::error_code error;
    auto const written = fs::last_write_time(file, error);
    if (error || clock.trust() == ClockTrust::unset) {
        return std::nullopt;
    }
    auto const age = clock.wall() - std::chrono::floor<std::chrono::seconds>(
                                        std::chrono::file_clock::to_sys(written));
    // One from the future was written before the clock was set.
    return age < std::chrono::seconds(0) ? std::nullopt : std::optional(age);
}

void look_at_letter(platform::Files& files, fs::path const& file, Clock const& clock,
                    LettersFound& found) {
    auto const bytes = files.read(file, seal::kMaxEnvelopeBytes);
    if (!bytes && bytes.error().code == ErrorCode::not_found) {
        return; // gone to the log meanwhile
    }
    if (!bytes && bytes.error().code != ErrorCode::invalid_input) {
        ++found.unreadable;
        return;
    }
    auto const header = bytes ? seal::read_envelope_header(*bytes)
                              : Result<seal::EnvelopeHeader>(tl::unexpected(bytes.error()));
    if (!header ||
        file.filename().native() != letterbox::letter_name(header->seq, header->entry_id)) {
        ++found.damaged;
        return;
    }
    ++found.waiting;
    if (auto const age = age_of(file, clock)) {
        found.oldest = std::max(found.oldest.value_or(*age), *age);
    }
}

// 0 where the folder is not there.
std::size_t count_in(platform::Files& files, fs::path const& folder) {
    auto const entries = files.list(folder);
    return entries ? entries->size() : 0;
}

} // namespace

LettersFound look_at_letters(platform::Files& files, fs::path const& root, Clock const& clock) {
    LettersFound found;
    fs::path const folder = root / letterbox::folder_of(letterbox::LetterState::new_);
    auto const entries = files.list(folder);
    if (!entries) {
        found.looked = tl::unexpected(entries.error());
        return found;
    }
    for (platform::DirectoryEntry const& entry : *entries) {
        look_at_letter(files, folder / entry.name, clock, found);
    }
    found.sent = count_in(files, root / letterbox::folder_of(letterbox::LetterState::sent));
    found.refused = count_in(files, root / letterbox::folder_of(letterbox::LetterState::dead));
    found.set_aside = count_in(files, root / letterbox::kQuarantineFolder);
    return found;
}

} // namespace inloop::doctor
