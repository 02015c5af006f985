// SPDX-License-Identifier: EUPL-1.2
#include "platform/gl/frame_hash.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace inloop::platform::gl {

namespace {

void add(std::uint64_t& hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 32U;
}

template <class T>
void add(std::uint64_t& hash, ImVector<T> const& items) {
    std::size_t const size = static_cast<std::size_t>(items.Size) * sizeof(T);
    auto const* const bytes = reinterpret_cast<std::byte const*>(items.Data);
    add(hash, size);
    for (std::size_t at = 0; at < size; at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, std::min(sizeof word, size - at));
        add(hash, word);
    }
}

void add(std::uint64_t& hash, float a, float b) {
    add(hash,
        (std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32U) | std::bit_cast<std::uint32_t>(b));
}

void add(std::uint64_t& hash, ImDrawCmd const& command) {
    add(hash, command.ClipRect.x, command.ClipRect.y);
    add(hash, command.ClipRect.z, command.ClipRect.w);
    add(hash, std::bit_cast<std::uint64_t>(command.GetTexID()));
    add(hash, (std::uint64_t{command.VtxOffset} << 32U) | command.IdxOffset);
    add(hash, command.ElemCount);
}

} // namespace

std::uint64_t hash_of(ImDrawData const& frame) {
    std::uint64_t hash = 1;
    add(hash, frame.DisplayPos.x, frame.DisplayPos.y);
    add(hash, frame.DisplaySize.x, frame.DisplaySize.y);
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        ImDrawList const& list = *frame.CmdLists[i];
        add(hash, list.VtxBuffer);
        add(hash, list.IdxBuffer);
        for (int k = 0; k < list.CmdBuffer.Size; ++k) {
            add(hash, list.CmdBuffer.Data[k]);
        }
    }
    return hash;
}

} // namespace inloop::platform::gl
