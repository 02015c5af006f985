// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/officerlog/vault/vault.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::web {

inline constexpr std::string_view kSessionCookie = "__Host-inloop";

// One person logged in at one browser.
struct LoggedIn {
    std::unique_ptr<vault::Session> vault;
    std::string csrf; // stands in every form of this session
    Instant begun{};
    Instant used{};
    bool long_idle = false; // a person who can read no entry
    std::optional<SecretText> search{}; // what he looked for last
};

// Who is logged in. Ids are 256 random bits; only their hash is kept here, so that neither the time
// of a look-up nor this memory tells one. Under the desk's lock, because ending a session ends its
// keys.
class Sessions {
public:
    Sessions(Clock const& clock, Random& random) : m_clock(clock), m_random(random) {}

    // Always a new id; returns it for the cookie. When kMostSessions are there, the one that was
    // used longest ago ends.
    [[nodiscard]] std::string begin(std::unique_ptr<vault::Session> session);
    // The session of this cookie, used now; nullptr: none, or over. Ends what is over.
    [[nodiscard]] LoggedIn* use(std::string_view id);
    void end(std::string_view id);
    void end_all_of(records::PersonId const& person);
    // Ends what is over; called now and then, so that keys do not stay for want of a request.
    void sweep();
    [[nodiscard]] std::size_t count() const { return m_sessions.size(); }

private:
    [[nodiscard]] bool over(LoggedIn const& session) const;

    Clock const& m_clock;
    Random& m_random;
    std::map<seal::Hash, LoggedIn> m_sessions; // by the hash of the id
};

// The id in a request's cookie header; empty: none. Other cookies are passed over.
[[nodiscard]] std::string_view session_id_in(std::string_view cookie_header);

} // namespace inloop::web
