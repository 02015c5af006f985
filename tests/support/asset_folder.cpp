// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/asset_folder.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace inloop::support {

namespace fs = std::filesystem;

fs::path shipped_assets() {
    char const* folder = std::getenv("INLOOP_ASSETS");
    if (folder == nullptr) {
        throw std::runtime_error("INLOOP_ASSETS is not set: run the test through ctest");
    }
    return folder;
}

std::string content_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + file.string());
    }
    std::ostringstream content;
    content << in.rdbuf();
    return std::move(content).str();
}

AssetFolder::AssetFolder() {
    fs::copy(shipped_assets(), m_scratch.path(), fs::copy_options::recursive);
}

std::string AssetFolder::read(std::string const& file) const {
    return content_of(m_scratch / file);
}

void AssetFolder::write(std::string const& file, std::string_view content) const {
    fs::create_directories((m_scratch / file).parent_path());
    std::ofstream out(m_scratch / file, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out) {
        throw std::runtime_error("cannot write " + file);
    }
}

void AssetFolder::replace(std::string const& file, std::string_view from,
                          std::string_view to) const {
    std::string content = read(file);
    std::size_t const at = content.find(from);
    if (at == std::string::npos) {
        throw std::runtime_error(file + " does not hold " + std::string(from));
    }
    content.replace(at, from.size(), to);
    write(file, content);
}

void AssetFolder::remove(std::string const& file) const {
    if (fs::remove_all(m_scratch / file) == 0) {
        throw std::runtime_error("there is no " + file);
    }
}

} // namespace inloop::support
