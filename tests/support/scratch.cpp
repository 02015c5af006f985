// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/scratch.h"

#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace inloop::support {

Scratch::Scratch() : Scratch(std::filesystem::temp_directory_path()) {}

Scratch::Scratch(std::filesystem::path const& parent) {
    std::string name = (parent / "inloop-test-XXXXXX").native();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no scratch folder in " + parent.native());
    }
    m_path = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace inloop::support
