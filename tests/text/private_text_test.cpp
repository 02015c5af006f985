// SPDX-License-Identifier: EUPL-1.2
// What a visitor typed does not stay behind in memory that the typesetter gives back. This program
// has its own operator delete, which looks through every block before it goes. libraqm and its like
// use malloc: there the wiping heap of the program stands guard (tests/linux/wiping_heap_test.cpp).
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>
#include <vector>

namespace {

// Four letters as code points and as bytes; never in a string object, which would give itself away.
constexpr char32_t kCodePoints[] = {U'q', U'Z', U'x', U'7'};
constexpr char kBytes[] = {'q', 'Z', 'x', '7'};

int g_found = 0;
bool g_looking = false;

void look_through(void const* data, std::size_t size) {
    if (!g_looking || data == nullptr) {
        return;
    }
    std::string_view const block(static_cast<char const*>(data), size);
    std::string_view const wide(reinterpret_cast<char const*>(kCodePoints), sizeof(kCodePoints));
    std::string_view const narrow(kBytes, sizeof(kBytes));
    if (block.find(wide) != std::string_view::npos ||
        block.find(narrow) != std::string_view::npos) {
        ++g_found;
    }
}

} // namespace

void* operator new(std::size_t size) {
    void* const data = std::malloc(size == 0 ? 1 : size); // NOLINT: this is the allocator
    if (data == nullptr) {
        throw std::bad_alloc();
    }
    return data;
}

void operator delete(void* data) noexcept {
    std::free(data);
}

void operator delete(void* data, std::size_t size) noexcept {
    look_through(data, size);
    std::free(data);
}

namespace inloop::text {
namespace {

TEST(PrivateText, LeavesNoCopyInMemoryGivenBack) {
    auto const typesetter = support::open_typesetter();
    static char const text[] = "aa qZx7 bb qZx7 مرحبا qZx7";
    Span const span{text};
    g_found = 0;

    g_looking = true;
    {
        Layout const layout = typesetter->lay_out_private(
            {&span, 1}, {.size_px = 20, .width_px = 60, .max_lines = 2});
        EXPECT_GT(layout.glyphs().size(), 5U);
    }
    typesetter->begin_frame();
    typesetter->forget();
    g_looking = false;

    EXPECT_EQ(g_found, 0);
}

TEST(PrivateText, WouldBeFoundInAPlainList) {
    g_found = 0;

    g_looking = true;
    { std::vector<char32_t> const plain(std::begin(kCodePoints), std::end(kCodePoints)); }
    { WipedVector<char32_t> const wiped(std::begin(kCodePoints), std::end(kCodePoints)); }
    g_looking = false;

    EXPECT_EQ(g_found, 1);
}

} // namespace
} // namespace inloop::text
