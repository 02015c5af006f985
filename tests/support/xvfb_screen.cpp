// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/xvfb_screen.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

namespace inloop::support {

namespace {

// A number of an XWD header (XWDFile.h of the X protocol): 25 big-endian words in the version Xvfb
// writes.
std::uint32_t header_word(std::ifstream& file, int number) {
    std::array<unsigned char, 4> bytes{};
    file.seekg(std::streamoff{number} * 4);
    file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
    return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) |
           (std::uint32_t{bytes[2]} << 8U) | bytes[3];
}

} // namespace

std::optional<Rgba> xvfb_pixel(int x, int y) {
    char const* const path = std::getenv("INLOOP_XVFB_SCREEN");
    if (path == nullptr) {
        return std::nullopt;
    }
    std::ifstream file(path, std::ios::binary);
    constexpr int kHeaderSize = 0;
    constexpr int kBytesPerLine = 12;
    constexpr int kColors = 19;
    std::uint32_t const header = header_word(file, kHeaderSize);
    std::uint32_t const line = header_word(file, kBytesPerLine);
    std::uint32_t const colors = header_word(file, kColors);
    std::array<unsigned char, 4> bgrx{};
    file.seekg(static_cast<std::streamoff>(header) + std::streamoff{colors} * 12 +
               std::streamoff{line} * y + std::streamoff{x} * 4);
    file.read(reinterpret_cast<char*>(bgrx.data()), bgrx.size());
    if (!file) {
        throw std::runtime_error(std::string("no screen of Xvfb in ") + path);
    }
    return Rgba{bgrx[2], bgrx[1], bgrx[0], 255};
}

bool xvfb_shows(int x, int y, Rgba color) {
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < until) {
        if (xvfb_pixel(x, y) == color) {
            return true;
        }
        std::this_thread::yield();
    }
    return false;
}

bool xdotool(char const* command) {
    std::string const line = std::string("xdotool ") + command;
    return std::system(line.c_str()) == 0; // NOLINT(cert-env33-c): a test, and the line is ours
}

} // namespace inloop::support
