// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/sysfs_file.h"

#include <charconv>
#include <fstream>

namespace inloop::platform {

std::string first_line_of(std::filesystem::path const& file) {
    std::string line;
    std::ifstream in(file);
    std::getline(in, line);
    return line;
}

std::int64_t number_in(std::filesystem::path const& file) {
    std::string const line = first_line_of(file);
    std::int64_t number = 0;
    std::from_chars(line.data(), line.data() + line.size(), number);
    return number;
}

} // namespace inloop::platform
