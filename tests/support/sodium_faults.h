// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

namespace inloop::support {

// Makes libsodium's calls fail while it lives, in programs linked with
// inloop::support_sodium_faults (which puts itself between the libraries and libsodium). One at a
// time, one thread.
class SodiumFaults {
public:
    SodiumFaults();
    SodiumFaults(SodiumFaults const&) = delete;
    SodiumFaults& operator=(SodiumFaults const&) = delete;
    ~SodiumFaults();

    // sodium_malloc gives nothing at call number `n` from now, counted from 0, and is fine before
    // and after.
    void fail_memory_at(std::size_t n);
    // sodium_init says no.
    void fail_start();
    // crypto_box_seal says no.
    void fail_sealing();
};

} // namespace inloop::support
