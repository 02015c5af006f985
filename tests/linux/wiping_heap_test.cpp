// SPDX-License-Identifier: EUPL-1.2
//
// Built twice: with the wiping heap, where nothing may be left of a freed block, and without it
// (wiping_heap_control_test), where the same look must find the bytes. Otherwise the look would be
// blind.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>

namespace inloop::platform {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kHeapIsOurs = false;
#else
constexpr bool kHeapIsOurs = true;
#endif

// Made at run time, so that the only copies are on the heap.
char mark_at(std::size_t i) {
    return static_cast<char>('A' + (i * 7 + 3) % 26);
}

// How many of `size` bytes at an address that may have been freed still are the mark. Through
// /proc, because reading freed memory directly means nothing in C++.
std::size_t marks_left(std::uintptr_t address, std::size_t size) {
    std::array<char, 4096> now{}; // not from the heap: it would get the very block that was freed
    int const memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    ssize_t const got =
        ::pread(memory, now.data(), std::min(size, now.size()), static_cast<off_t>(address));
    ::close(memory);
    std::size_t left = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(got > 0 ? got : 0); ++i) {
        left += now[i] == mark_at(i) ? 1U : 0U;
    }
    return left;
}

// A block between others of its size, so that it neither grows into the free top of the heap nor
// melts into it.
struct Marked {
    explicit Marked(std::size_t size) {
        for (void*& block : blocks) {
            block = std::malloc(size);
        }
        text = static_cast<char*>(std::exchange(blocks[blocks.size() - 2], nullptr));
        for (std::size_t i = 0; i < size; ++i) {
            text[i] = mark_at(i);
        }
    }
    Marked(Marked const&) = delete;
    Marked& operator=(Marked const&) = delete;
    ~Marked() {
        for (void* const block : blocks) {
            std::free(block);
        }
    }
    [[nodiscard]] std::uintptr_t address() const { return reinterpret_cast<std::uintptr_t>(text); }

    std::array<void*, 64> blocks{};
    char* text = nullptr; // the test frees it
};

// By chance a zeroed or reused block matches a few bytes; a kept one matches nearly all.
void expect_gone(std::size_t left, std::size_t size) {
    if (INLOOP_WIPING) {
        EXPECT_LT(left, size / 8);
    } else {
        EXPECT_GT(left, size / 2) << "negative control: the look does not see what is there";
    }
}

class WipingHeap : public testing::Test {
protected:
    void SetUp() override {
        if (!kHeapIsOurs) {
            GTEST_SKIP() << "the sanitizer owns the heap";
        }
    }
};

} // namespace

TEST_F(WipingHeap, FreedStringIsGone) {
    std::uintptr_t address = 0;
    constexpr std::size_t kSize = 900;
    {
        std::string text(kSize, ' ');
        for (std::size_t i = 0; i < kSize; ++i) {
            text[i] = mark_at(i);
        }
        address = reinterpret_cast<std::uintptr_t>(text.data());
        ASSERT_EQ(marks_left(address, kSize), kSize);
    }
    expect_gone(marks_left(address, kSize), kSize);
}

TEST_F(WipingHeap, BlockLeftByGrowingIsGone) {
    constexpr std::size_t kSize = 900;
    Marked block(kSize);
    std::uintptr_t const address = block.address();

    void* const grown = std::realloc(block.text, 40'000);

    EXPECT_NE(reinterpret_cast<std::uintptr_t>(grown), address)
        << "moved, because of its neighbours";
    EXPECT_EQ(marks_left(reinterpret_cast<std::uintptr_t>(grown), kSize), kSize);
    expect_gone(marks_left(address, kSize), kSize);
    std::free(grown);
}

TEST_F(WipingHeap, TailCutOffByShrinkingIsGone) {
    constexpr std::size_t kSize = 2600; // marks repeat every 26 bytes
    constexpr std::size_t kKept = 260;
    constexpr std::size_t kCut = 520; // well behind the kept part, where marks begin again
    Marked block(kSize);
    std::uintptr_t const address = block.address();

    void* const shrunk = std::realloc(block.text, kKept);

    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(shrunk), address);
    EXPECT_EQ(marks_left(address, kKept), kKept);
    expect_gone(marks_left(address + kCut, kSize - kCut), kSize - kCut);
    std::free(shrunk);
}

TEST_F(WipingHeap, BlockFreedByAnotherThreadIsGone) {
    constexpr std::size_t kSize = 900;
    Marked block(kSize);
    std::uintptr_t const address = block.address();

    std::thread([&] { std::free(block.text); }).join();

    expect_gone(marks_left(address, kSize), kSize);
}

// NOLINTBEGIN(clang-analyzer-unix.Malloc): the analyser believes that asking for half of all memory
// may succeed
TEST_F(WipingHeap, ReallocKeepsItsContract) {
    // volatile: the compiler must not think along about blocks that a failed call leaves alone.
    void* volatile block = std::realloc(nullptr, 10); // like malloc
    EXPECT_NE(block, nullptr);
    std::size_t const volatile too_much = SIZE_MAX / 2;
    EXPECT_EQ(std::realloc(block, too_much), nullptr);
    EXPECT_EQ(::reallocarray(block, too_much, 4), nullptr);
    block = ::reallocarray(block, 10, 10);
    EXPECT_NE(block, nullptr);
    std::free(block);
    std::free(nullptr);
}
// NOLINTEND(clang-analyzer-unix.Malloc)

} // namespace inloop::platform
