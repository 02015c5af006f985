// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/memory_files.h"
#include "tests/support/passing_files.h"

#include <array>
#include <cstdint>
#include <random>
#include <string_view>

namespace inloop::support {

// What a power cut may leave, from the kindest device to the worst (security.md 3.5). All of them
// keep what was synced, and none loses both names of a renamed file.
enum class Damage : std::uint8_t {
    exact_stop, // everything so far arrived; what was under way is cut at any byte
    prefix, // what was not synced arrived in order up to some point, the last file cut at a sector
    any_subset, // what was not synced arrived in any selection; sectors that did not are zero or
                // missing
    garbage, // as any_subset, but sectors that did not arrive hold anything
};
inline constexpr std::array kDamages{Damage::exact_stop, Damage::prefix, Damage::any_subset,
                                     Damage::garbage};
[[nodiscard]] std::string_view name_of(Damage damage);

using Dice = std::mt19937_64;

// One disk as it may be found when the power went during the operation of this moment. Depends on
// nothing but its arguments.
[[nodiscard]] Tree crash_state(Moment const& moment, Damage damage, Dice& dice);

// Passes everything on and drops syncs, for negative controls: a harness that does not notice is
// blind.
enum class Forgets : std::uint8_t { file_syncs, directory_syncs };

class ForgetfulFiles final : public PassingFiles {
public:
    ForgetfulFiles(platform::Files& files, Forgets forgets) : m_files(files), m_forgets(forgets) {}

    [[nodiscard]] Result<void> sync_file(std::filesystem::path const& path) override {
        return m_forgets == Forgets::file_syncs ? Result<void>() : m_files.sync_file(path);
    }
    [[nodiscard]] Result<void> sync_directory(std::filesystem::path const& path) override {
        return m_forgets == Forgets::directory_syncs ? Result<void>()
                                                     : m_files.sync_directory(path);
    }
    [[nodiscard]] platform::Files& disk() override { return m_files; }

private:
    platform::Files& m_files;
    Forgets m_forgets;
};

} // namespace inloop::support
