// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/text_file.h"

#include <fstream>
#include <system_error>

namespace inloop {

Result<std::string> read_text_file(std::filesystem::path const& path, std::uintmax_t most) {
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    if (error) {
        return fail(ErrorCode::io, path.native() + ": " + error.message());
    }
    if (size > most) {
        return fail(ErrorCode::invalid_input,
                    path.native() + ": larger than " + std::to_string(most) + " bytes");
    }
    std::ifstream in(path, std::ios::binary);
    std::string text(size, '\0');
    in.read(text.data(), static_cast<std::streamsize>(size));
    if (!in) {
        return fail(ErrorCode::io, path.native() + ": cannot be read");
    }
    return text;
}

} // namespace inloop
