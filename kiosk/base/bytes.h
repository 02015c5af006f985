// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace inloop {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<std::byte const>;

template <std::size_t N>
using ByteArray = std::array<std::byte, N>;

// The bytes of a text, not copied.
[[nodiscard]] inline ByteView as_bytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

// Appends an unsigned number, little-endian: every format of the project is (security.md 2.3).
template <std::unsigned_integral T>
void append_le(Bytes& out, T value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        out.push_back(
            static_cast<std::byte>((static_cast<std::uint64_t>(value) >> (8U * i)) & 0xFFU));
    }
}

inline void append(Bytes& out, ByteView more) {
    out.insert(out.end(), more.begin(), more.end());
}

// Reads an unsigned number, little-endian, at `at`. The caller has checked that it lies inside.
template <std::unsigned_integral T>
[[nodiscard]] T read_le(ByteView from, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value |= std::to_integer<std::uint64_t>(from[at + i]) << (8U * i);
    }
    return static_cast<T>(value);
}

// Copies N bytes at `at`. The caller has checked that they lie inside.
template <std::size_t N>
[[nodiscard]] ByteArray<N> read_array(ByteView from, std::size_t at) {
    ByteArray<N> value{};
    std::memcpy(value.data(), from.data() + at, N);
    return value;
}

} // namespace inloop
