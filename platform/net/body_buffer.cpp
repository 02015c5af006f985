// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/body_buffer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace inloop::net {

void wipe(Bytes& bytes) {
    if (!bytes.empty()) {
        explicit_bzero(bytes.data(), bytes.size());
    }
    bytes.clear();
}

bool BodiesMemory::take(std::size_t size) {
    std::size_t taken = m_taken;
    do {
        if (size > m_limit - taken) {
            return false;
        }
    } while (!m_taken.compare_exchange_weak(taken, taken + size));
    return true;
}

BodyBuffer::~BodyBuffer() {
    wipe(m_bytes);
    m_memory.give_back(m_taken);
}

bool BodyBuffer::append(ByteView more) {
    std::size_t const needed = m_bytes.size() + more.size();
    if (needed > m_bytes.capacity()) {
        std::size_t const room = std::max<std::size_t>({needed, 2 * m_bytes.capacity(), 4096});
        if (!m_memory.take(room - m_taken)) {
            return false;
        }
        m_taken = room;
        Bytes larger;
        larger.reserve(room);
        inloop::append(larger, m_bytes);
        std::swap(m_bytes, larger);
        wipe(larger);
    }
    inloop::append(m_bytes, more);
    return true;
}

} // namespace inloop::net
