// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/letterbox/letter_name.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace inloop::letterbox {

namespace {

constexpr std::size_t kDigits = 10; // kHighestSequence has as many
constexpr std::string_view kHex = "0123456789abcdef";

std::string stem(std::uint64_t seq, seal::EntryId const& id) {
    std::string const number = std::to_string(seq);
    std::string name(kDigits - std::min(kDigits, number.size()), '0');
    name += number;
    name += '-';
    for (std::byte const byte : id.bytes) {
        auto const value = std::to_integer<std::size_t>(byte);
        name += kHex[value >> 4U];
        name += kHex[value & 0xFU];
    }
    return name;
}

} // namespace

std::string letter_name(std::uint64_t seq, seal::EntryId const& id) {
    return stem(seq, id) + ".pkb";
}

std::string part_name(std::uint64_t seq, seal::EntryId const& id, int attempt) {
    return stem(seq, id) + (attempt == 1 ? ".part" : "." + std::to_string(attempt) + ".part");
}

bool is_part_name(std::string_view name) {
    return name.ends_with(".part");
}

std::optional<std::uint64_t> sequence_in(std::string_view name) {
    constexpr std::size_t kIdDigits = 2 * seal::EntryId::kSize;
    if (name.size() < kDigits + 1 + kIdDigits || name[kDigits] != '-' ||
        name.substr(kDigits + 1, kIdDigits).find_first_not_of(kHex) != std::string_view::npos) {
        return std::nullopt;
    }
    std::uint64_t seq = 0;
    char const* const end = name.data() + kDigits;
    auto const read = std::from_chars(name.data(), end, seq);
    return read.ec == std::errc() && read.ptr == end ? std::optional(seq) : std::nullopt;
}

std::string printable(std::string_view name) {
    std::string text(name);
    std::ranges::replace_if(
        text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

} // namespace inloop::letterbox
