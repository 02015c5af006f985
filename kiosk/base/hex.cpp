// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"

#include <sodium.h>

#include <algorithm>

namespace inloop {

std::string hex(ByteView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0'); // libsodium writes an end of string
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                   bytes.size());
    text.pop_back();
    return text;
}

bool read_hex(std::string_view text, std::span<std::byte> out) {
    bool const lower = std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'F'; });
    if (!lower || text.size() != out.size() * 2) {
        return false;
    }
    std::string const digits(text);
    Bytes bytes(out.size());
    std::size_t read = 0;
    int const result = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                      digits.data(), digits.size(), nullptr, &read, nullptr);
    if (result != 0 || read != out.size()) {
        return false;
    }
    std::ranges::copy(bytes, out.begin());
    return true;
}

std::optional<ByteArray<32>> key_from_hex(std::string_view digits) {
    ByteArray<32> key{};
    return read_hex(digits, key) ? std::optional(key) : std::nullopt;
}

} // namespace inloop
