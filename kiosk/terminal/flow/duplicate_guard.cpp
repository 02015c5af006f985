// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/duplicate_guard.h"

#include "kiosk/entries/tuning.h"

#include <sodium.h>

#include <algorithm>

namespace inloop::flow {

DuplicateGuard::DuplicateGuard() {
    randombytes_buf(m_key.data(), m_key.size());
}

DuplicateGuard::Hash DuplicateGuard::hash_of(std::string_view text) const {
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<unsigned char const*>(text.data()), text.size(),
                       m_key.data(), m_key.size());
    return hash;
}

bool DuplicateGuard::knows(std::string_view text, Instant now) const {
    Hash const hash = hash_of(text);
    return std::ranges::any_of(m_sent, [&](Sent const& sent) {
        return sent.hash == hash && now - sent.at < entries::kDuplicateTime;
    });
}

void DuplicateGuard::remember(std::string_view text, Instant now) {
    while (!m_sent.empty() && now - m_sent.front().at >= entries::kDuplicateTime) {
        m_sent.pop_front();
    }
    m_sent.push_back({hash_of(text), now});
}

void DuplicateGuard::forget_newest() {
    if (!m_sent.empty()) {
        m_sent.pop_back();
    }
}

} // namespace inloop::flow
