// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

#include <atomic>
#include <cstddef>
#include <utility>

namespace inloop::net {

// Overwrites bytes in a way the compiler keeps.
void wipe(Bytes& bytes);

// Memory that all bodies of a server share. Any thread.
class BodiesMemory {
public:
    explicit BodiesMemory(std::size_t limit) : m_limit(limit) {}
    // False when there is not so much left; nothing is taken then.
    [[nodiscard]] bool take(std::size_t size);
    void give_back(std::size_t size) { m_taken -= size; }

private:
    std::size_t m_limit;
    std::atomic<std::size_t> m_taken = 0;
};

// The body of a request while it comes. A passphrase may be in it: every block it leaves is
// overwritten, also when it grows. One thread.
class BodyBuffer {
public:
    explicit BodyBuffer(BodiesMemory& memory) : m_memory(memory) {}
    BodyBuffer(BodyBuffer const&) = delete;
    BodyBuffer& operator=(BodyBuffer const&) = delete;
    ~BodyBuffer();

    // False when the server's memory for bodies is used up; nothing is appended then.
    [[nodiscard]] bool append(ByteView more);
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    // The bytes, which the caller hands back with restore() so that they are overwritten.
    [[nodiscard]] Bytes lend() { return std::move(m_bytes); }
    void restore(Bytes bytes) { m_bytes = std::move(bytes); }

private:
    BodiesMemory& m_memory;
    Bytes m_bytes;
    std::size_t m_taken = 0; // of m_memory
};

} // namespace inloop::net
