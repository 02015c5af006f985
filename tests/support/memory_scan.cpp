// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/memory_scan.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace inloop::support {

namespace {

constexpr std::size_t kPartLetters = 8;
constexpr std::size_t kChunk = std::size_t{1} << 20U;
constexpr std::size_t kLongestNeedle = 256;

// What a look reads into. Not from the heap: it would get the very blocks that are to be looked
// at. Left out of the look itself.
std::array<std::uint8_t, kChunk + kLongestNeedle> g_chunk;

struct Mapping {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::string name;
};

std::vector<Mapping> writable_mappings() {
    std::vector<Mapping> all;
    std::ifstream maps("/proc/self/maps");
    std::string line;
    while (std::getline(maps, line)) {
        Mapping mapping;
        std::array<char, 8> access{};
        int name_at = 0;
        if (std::sscanf(line.c_str(), "%" SCNx64 "-%" SCNx64 " %7s %*s %*s %*s %n", &mapping.from,
                        &mapping.to, access.data(), &name_at) == 3 &&
            access[0] == 'r' && access[1] == 'w') {
            mapping.name = line.substr(static_cast<std::size_t>(name_at));
            all.push_back(std::move(mapping));
        }
    }
    return all;
}

bool stands_at(Needle const& needle, std::uint8_t const* at) {
    for (std::size_t i = 1; i < needle.size(); ++i) {
        if (at[i] != needle.at(i)) {
            return false;
        }
    }
    return true;
}

// Looks for needles that begin in the first `size` bytes of g_chunk, of which `filled` are there.
void look(std::size_t size, std::size_t filled, std::span<Needle const> needles,
          std::string const& where, std::uint64_t base, std::vector<Hit>& hits) {
    for (Needle const& needle : needles) {
        std::uint8_t const* at = g_chunk.data();
        std::uint8_t const* const end = at + std::min(size, filled);
        std::uint8_t const* const filled_end = g_chunk.data() + filled;
        while (at < end) {
            at = static_cast<std::uint8_t const*>(
                std::memchr(at, needle.at(0), static_cast<std::size_t>(end - at)));
            if (at == nullptr) {
                break;
            }
            if (static_cast<std::size_t>(filled_end - at) >= needle.size() &&
                stands_at(needle, at)) {
                hits.push_back(
                    {needle.name(), where, base + static_cast<std::uint64_t>(at - g_chunk.data())});
            }
            ++at;
        }
    }
}

void scan_range(int memory, Mapping const& mapping, std::span<Needle const> needles,
                std::vector<Hit>& hits) {
    for (std::uint64_t from = mapping.from; from < mapping.to; from += kChunk) {
        std::size_t const wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(g_chunk.size(), mapping.to - from));
        ssize_t const got = ::pread(memory, g_chunk.data(), wanted, static_cast<off_t>(from));
        if (got > 0) { // guard pages cannot be read
            look(kChunk, static_cast<std::size_t>(got), needles, mapping.name, from, hits);
        }
    }
}

} // namespace

std::vector<Needle> in_every_encoding(Needle const& letters) {
    std::vector<Needle> all;
    for (std::size_t const width : {1U, 2U, 4U}) {
        for (std::size_t from = 0; from + kPartLetters <= letters.size(); from += kPartLetters) {
            Needle needle(letters.name() + " as UTF-" + std::to_string(8 * width) +
                          " from letter " + std::to_string(from));
            for (std::size_t i = from; i < from + kPartLetters; ++i) {
                needle.add(letters.at(i));
                for (std::size_t zero = 1; zero < width; ++zero) {
                    needle.add(0);
                }
            }
            all.push_back(std::move(needle));
        }
    }
    return all;
}

std::vector<Hit> scan_memory(std::span<Needle const> needles) {
    int const memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0) {
        throw std::runtime_error("this process may not look at its memory");
    }
    auto const own = reinterpret_cast<std::uint64_t>(g_chunk.data());
    std::vector<Hit> hits;
    for (Mapping const& mapping : writable_mappings()) {
        Mapping before = mapping;
        Mapping after = mapping;
        before.to = std::min(mapping.to, std::max(mapping.from, own));
        after.from = std::max(mapping.from, std::min(mapping.to, own + g_chunk.size()));
        scan_range(memory, before, needles, hits);
        if (after.from >= before.to && after.from < after.to) {
            scan_range(memory, after, needles, hits);
        }
    }
    ::close(memory);
    std::ranges::fill(g_chunk, std::uint8_t{0});
    return hits;
}

std::vector<Hit> scan_files(std::filesystem::path const& folder, std::span<Needle const> needles) {
    std::vector<Hit> hits;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        int const file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        Mapping const all{0, entry.file_size(), entry.path().native()};
        scan_range(file, all, needles, hits);
        ::close(file);
    }
    std::ranges::fill(g_chunk, std::uint8_t{0});
    return hits;
}

std::string to_string(std::span<Hit const> hits) {
    std::string all;
    for (Hit const& hit : hits) {
        std::array<char, 32> at{};
        std::snprintf(at.data(), at.size(), "%" PRIx64, hit.at);
        all += hit.needle + ": " + hit.where + " at " + at.data() + '\n';
    }
    return all;
}

} // namespace inloop::support
