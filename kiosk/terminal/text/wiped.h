// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace inloop::text {

// Overwrites memory in a way the compiler keeps.
void wipe(void* data, std::size_t bytes);

// Overwrites what it gives back: while text is set, code points and glyph numbers stand in a dozen
// working lists that grow and go, and a visitor's words must not stay behind in any of them
// (security.md, "Memory").
template <class T>
struct WipingAllocator {
    using value_type = T;

    WipingAllocator() = default;
    template <class U>
    explicit(false) WipingAllocator(WipingAllocator<U> const&) noexcept {}

    [[nodiscard]] T* allocate(std::size_t n) { return std::allocator<T>().allocate(n); }
    void deallocate(T* data, std::size_t n) noexcept {
        wipe(data, n * sizeof(T));
        std::allocator<T>().deallocate(data, n);
    }

    friend bool operator==(WipingAllocator const&, WipingAllocator const&) { return true; }
};

template <class T>
using WipedVector = std::vector<T, WipingAllocator<T>>;

} // namespace inloop::text
