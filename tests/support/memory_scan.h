// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace inloop::support {

// Bytes to look for, kept so that they are not found themselves. Copies tell no more.
class Needle {
public:
    explicit Needle(std::string name) : m_name(std::move(name)) {}
    void add(std::uint8_t byte) { m_masked.push_back(static_cast<std::uint8_t>(byte ^ kMask)); }

    [[nodiscard]] std::string const& name() const { return m_name; }
    [[nodiscard]] std::size_t size() const { return m_masked.size(); }
    [[nodiscard]] std::uint8_t at(std::size_t i) const {
        return static_cast<std::uint8_t>(m_masked[i] ^ kMask);
    }

private:
    static constexpr std::uint8_t kMask = 0xA5;
    std::string m_name;
    std::vector<std::uint8_t> m_masked;
};

// `letters` (ASCII) as UTF-8, UTF-16 and UTF-32, little-endian, in parts of eight letters: a text
// of which a part is left is as bad as one that is left whole.
[[nodiscard]] std::vector<Needle> in_every_encoding(Needle const& letters);

struct Hit {
    std::string needle;
    std::string where; // the mapping or the file
    std::uint64_t at = 0; // address or offset
};

// Looks through all memory this process can write: heap, stacks of all threads, data of libraries,
// anonymous mappings. One thread at a time; the others should sleep.
[[nodiscard]] std::vector<Hit> scan_memory(std::span<Needle const> needles);
// Looks through every file under `folder`.
[[nodiscard]] std::vector<Hit> scan_files(std::filesystem::path const& folder,
                                          std::span<Needle const> needles);

// One line a hit, for messages.
[[nodiscard]] std::string to_string(std::span<Hit const> hits);

} // namespace inloop::support
