// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/scratch.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace inloop::support {

// The folder assets/ of this checkout (INLOOP_ASSETS, which inloop_test() sets).
[[nodiscard]] std::filesystem::path shipped_assets();

// The content of a file; throws when there is none.
[[nodiscard]] std::string content_of(std::filesystem::path const& file);

// A copy of the shipped assets that a test may spoil.
class AssetFolder {
public:
    AssetFolder();

    [[nodiscard]] std::filesystem::path const& path() const { return m_scratch.path(); }
    [[nodiscard]] std::string read(std::string const& file) const;
    void write(std::string const& file, std::string_view content) const;
    // Replaces the first `from` of the file; throws when it does not occur, so that no test spoils
    // nothing.
    void replace(std::string const& file, std::string_view from, std::string_view to) const;
    void remove(std::string const& file) const;

private:
    Scratch m_scratch;
};

} // namespace inloop::support
