// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/sodium_faults.h"

#include <sodium.h>

#include <optional>

namespace {

// The linker calls plain functions, so this one piece of state is global to the test program.
struct Faults {
    std::optional<std::size_t> memory_at;
    bool start = false;
    bool sealing = false;
};
Faults g_faults;

} // namespace

// Names the linker's --wrap asks for.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

void* __real_sodium_malloc(std::size_t size);
int __real_sodium_init();
int __real_crypto_box_seal(unsigned char* out, unsigned char const* message,
                           unsigned long long size, unsigned char const* key);
void* __wrap_sodium_malloc(std::size_t size);
int __wrap_sodium_init();
int __wrap_crypto_box_seal(unsigned char* out, unsigned char const* message,
                           unsigned long long size, unsigned char const* key);

void* __wrap_sodium_malloc(std::size_t size) {
    if (g_faults.memory_at && (*g_faults.memory_at)-- == 0) {
        g_faults.memory_at.reset();
        return nullptr;
    }
    return __real_sodium_malloc(size);
}

int __wrap_sodium_init() {
    return g_faults.start ? -1 : __real_sodium_init();
}

int __wrap_crypto_box_seal(unsigned char* out, unsigned char const* message,
                           unsigned long long size, unsigned char const* key) {
    return g_faults.sealing ? -1 : __real_crypto_box_seal(out, message, size, key);
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier)

namespace inloop::support {

SodiumFaults::SodiumFaults() {
    g_faults = {};
}
SodiumFaults::~SodiumFaults() {
    g_faults = {};
}
void SodiumFaults::fail_memory_at(std::size_t n) {
    g_faults.memory_at = n;
}
void SodiumFaults::fail_start() {
    g_faults.start = true;
}
void SodiumFaults::fail_sealing() {
    g_faults.sealing = true;
}

} // namespace inloop::support
