// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/sessions.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/web/tuning.h"
#include "kiosk/seal/envelope.h"

#include <algorithm>
#include <utility>

namespace inloop::web {
namespace {

constexpr std::size_t kIdBytes = 32;

std::string draw(Random& random) {
    ByteArray<kIdBytes> bytes{};
    random.fill(bytes);
    return hex(bytes);
}

} // namespace

std::string Sessions::begin(std::unique_ptr<vault::Session> session) {
    sweep();
    if (m_sessions.size() >= kMostSessions) {
        m_sessions.erase(std::ranges::min_element(
            m_sessions, {}, [](auto const& item) { return item.second.used; }));
    }
    std::string id = draw(m_random);
    Instant const now = m_clock.now();
    bool const long_idle = !vault::may_read(session->person().role);
    m_sessions.insert_or_assign(seal::hash_of(as_bytes(id)),
                                LoggedIn{std::move(session), draw(m_random), now, now, long_idle});
    return id;
}

LoggedIn* Sessions::use(std::string_view id) {
    auto const found = m_sessions.find(seal::hash_of(as_bytes(id)));
    if (found == m_sessions.end()) {
        return nullptr;
    }
    if (over(found->second)) {
        m_sessions.erase(found);
        return nullptr;
    }
    found->second.used = m_clock.now();
    return &found->second;
}

void Sessions::end(std::string_view id) {
    m_sessions.erase(seal::hash_of(as_bytes(id)));
}

void Sessions::end_all_of(records::PersonId const& person) {
    std::erase_if(m_sessions,
                  [&person](auto const& item) { return item.second.vault->person().id == person; });
}

void Sessions::sweep() {
    std::erase_if(m_sessions, [this](auto const& item) { return over(item.second); });
}

bool Sessions::over(LoggedIn const& session) const {
    Instant const now = m_clock.now();
    Milliseconds const idle = session.long_idle ? kOtherIdle : kReaderIdle;
    return now - session.used >= idle || now - session.begun >= kLongestSession;
}

std::string_view session_id_in(std::string_view header) {
    while (!header.empty()) {
        std::size_t const end = std::min(header.find(';'), header.size());
        std::string_view cookie = header.substr(0, end);
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (cookie.starts_with(kSessionCookie) && cookie.size() > kSessionCookie.size() &&
            cookie[kSessionCookie.size()] == '=') {
            return cookie.substr(kSessionCookie.size() + 1);
        }
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return {};
}

} // namespace inloop::web
