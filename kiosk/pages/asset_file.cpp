// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/asset_file.h"

#include "kiosk/base/utf8.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace inloop::pages {

namespace {

namespace fs = std::filesystem;

bool is_control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

// The first line that is not well-formed. A line end is never part of a longer code point, so lines
// can be looked at one by one.
int line_of_bad_utf8(std::string_view text) {
    int line = 1;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = std::min(text.find('\n', at), text.size());
        if (!utf8::is_valid(text.substr(at, end - at))) {
            return line;
        }
        at = end + 1;
        ++line;
    }
    return line;
}

// The size of the file in bytes, at most `limit`.
Checked<std::uintmax_t> check_plain_file(fs::path const& file, std::uintmax_t limit) {
    std::error_code error;
    fs::file_status const status = fs::status(file, error);
    if (!fs::exists(status)) {
        return flaw(file.string(), 0, "the file is not there", "put it back or install again",
                    ErrorCode::not_found);
    }
    if (!fs::is_regular_file(status)) {
        return flaw(file.string(), 0, "this is not a plain file", "put a plain file in its place");
    }
    std::uintmax_t const size = fs::file_size(file, error);
    if (error || size > limit) {
        return flaw(file.string(), 0,
                    "the file is larger than " + std::to_string(limit / 1024) + " KiB",
                    "make it shorter");
    }
    return size;
}

} // namespace

Checked<std::string> read_asset(fs::path const& file, std::uintmax_t limit) {
    auto const size = check_plain_file(file, limit);
    if (!size) {
        return tl::unexpected(size.error());
    }
    std::ifstream in(file, std::ios::binary);
    std::string content(static_cast<std::size_t>(*size) + 1, '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (!in.is_open() || in.bad()) {
        return flaw(file.string(), 0, "the file cannot be read", "check its owner and rights",
                    ErrorCode::io);
    }
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (content.size() > *size) { // it grew between the look and the read
        return flaw(file.string(), 0, "the file grew while it was read", "try again");
    }
    return content;
}

Checked<void> check_text(std::string_view text, std::string_view name) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return flaw(std::string(name), 0, "the file is empty", "write its text or put it back");
    }
    if (!utf8::is_valid(text)) {
        return flaw(std::string(name), line_of_bad_utf8(text), "this line is not UTF-8",
                    "save the file with encoding UTF-8");
    }
    auto const control = std::find_if(text.begin(), text.end(), is_control);
    if (control != text.end()) {
        return flaw(std::string(name),
                    line_at(text, static_cast<std::size_t>(control - text.begin())),
                    "there is an invisible control character", "type the line anew");
    }
    return {};
}

Checked<std::string> read_text_asset(fs::path const& file, std::uintmax_t limit) {
    Checked<std::string> content = read_asset(file, limit);
    if (content) {
        if (auto fine = check_text(*content, file.string()); !fine) {
            return tl::unexpected(fine.error());
        }
    }
    return content;
}

std::vector<std::string> list_assets(fs::path const& folder, std::string_view extension) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->path().extension() == extension && at->is_regular_file(ignored)) {
            names.push_back(at->path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

int line_at(std::string_view text, std::size_t at) {
    std::string_view const before = text.substr(0, std::min(at, text.size()));
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

} // namespace inloop::pages
