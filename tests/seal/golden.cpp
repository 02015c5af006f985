// SPDX-License-Identifier: EUPL-1.2
#include "tests/seal/golden.h"

#include <sodium.h>

#include <cstring>

namespace inloop::seal::golden {

namespace {

void fixed_bytes(void* bytes, std::size_t size) {
    std::memset(bytes, 0x42, size);
}
std::uint32_t fixed_number() {
    return 0x42424242;
}
char const* fixed_name() {
    return "fixed";
}

// libsodium keeps the pointer and takes no constant.
randombytes_implementation g_fixed{fixed_name, fixed_number, nullptr,
                                   nullptr,    fixed_bytes,  nullptr};

} // namespace

FixedSodium::FixedSodium() {
    randombytes_set_implementation(&g_fixed);
}

FixedSodium::~FixedSodium() {
    randombytes_set_implementation(&randombytes_sysrandom_implementation);
}

} // namespace inloop::seal::golden
