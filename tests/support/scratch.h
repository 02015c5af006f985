// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace inloop::support {

// A folder of its own for one test, gone with everything in it when the test ends. Any thread.
class Scratch {
public:
    // Under TMPDIR (or /tmp), or under `parent` where a test needs a certain file system.
    Scratch();
    explicit Scratch(std::filesystem::path const& parent);
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    ~Scratch();

    [[nodiscard]] std::filesystem::path const& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const {
        return m_path / name;
    }

private:
    std::filesystem::path m_path;
};

} // namespace inloop::support
