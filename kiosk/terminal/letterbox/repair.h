// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/letterbox/letterbox.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace inloop::letterbox {

// The work of opening a letterbox: looks at every name, sets aside what cannot be a letter and
// lists the letters. Used once, by Letterbox::open.
class Repair {
public:
    Repair(platform::Files& files, std::filesystem::path const& root)
        : m_files(files)
        , m_root(root) {}

    // Errors only where a folder cannot be made, listed or synced; one bad file never stops it.
    [[nodiscard]] Result<void> run();

    std::map<seal::EntryId, StoredLetter> letters;
    std::uint64_t highest_sequence = 0;
    RepairReport report;

private:
    [[nodiscard]] Result<void> make_folders();
    [[nodiscard]] std::filesystem::path deepest_existing();
    [[nodiscard]] Result<void> sync_upwards(std::filesystem::path const& there_before);
    void look_at_space();
    [[nodiscard]] Result<void> look_at_quarantine();
    [[nodiscard]] Result<void> clear_tmp();
    [[nodiscard]] Result<void> look_at_folder(LetterState state);
    void look_at_letter(platform::DirectoryEntry const& entry, LetterState state);
    void settle_twin(StoredLetter const& second, std::string const& name, ByteView bytes);
    [[nodiscard]] Result<void> sync_folders();

    void see_number(std::string_view name);
    void remove(std::string const& folder, std::string const& name, std::size_t& counter);
    void quarantine(std::string const& folder, std::string const& name, std::string const& why);
    void leave(std::string const& folder, std::string const& name, std::string const& why);
    void count(LetterState state);

    platform::Files& m_files;
    std::filesystem::path const& m_root;
    std::set<std::string> m_quarantined_names;
};

} // namespace inloop::letterbox
