// SPDX-License-Identifier: EUPL-1.2
//
// Overwrites every block of the heap when it is given back, in the program that links
// inloop::wiping_heap. Visitor text lives in SecretText; this is the net beneath it, for what
// passed through a library's buffers (shaped glyph runs, draw lists, a drained input queue).
//
// A program's own free() takes the place of glibc's for every library it loads (glibc manual,
// "Replacing malloc"). Blocks still come from glibc: malloc, calloc and the aligned family are left
// alone, and their blocks come back through the free() here. Growing with realloc always moves,
// because glibc would leave the old block behind unwiped.
//
// Sanitizers own malloc, so this file is empty under them; so it is where the C library is not
// glibc.
#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
    __has_feature(memory_sanitizer)
#define INLOOP_HEAP_IS_TAKEN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define INLOOP_HEAP_IS_TAKEN 1
#endif

#ifndef INLOOP_HEAP_IS_TAKEN

#include <malloc.h>

#include <cerrno>
#include <cstring>

// NOLINTBEGIN(bugprone-reserved-identifier): the names are glibc's
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* __libc_realloc(void* block, std::size_t size);
extern "C" void __libc_free(void* block);
// NOLINTEND(bugprone-reserved-identifier)

extern "C" void free(void* block) noexcept {
    if (block == nullptr) {
        return;
    }
    int const kept = errno; // callers clean up before they look at errno
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
    errno = kept;
}

extern "C" void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr) {
        return __libc_malloc(size);
    }
    if (size == 0) { // glibc frees
        free(block);
        return nullptr;
    }
    std::size_t const room = malloc_usable_size(block);
    if (size <= room) {
        explicit_bzero(static_cast<char*>(block) + size, room - size);
        return __libc_realloc(block, size); // shrinks in place
    }
    void* const grown = __libc_malloc(size);
    if (grown != nullptr) {
        std::memcpy(grown, block, room);
        free(block);
    }
    return grown;
}

extern "C" void* reallocarray(void* block, std::size_t count, std::size_t size) noexcept {
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(block, bytes);
}

#endif
