// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/form.h"
#include "kiosk/officerlog/web/sessions.h"
#include "platform/api/http.h"

#include <mutex>
#include <string>

namespace inloop::web {

// One request on its way to a page: what was checked before the page is asked.
struct Visit {
    platform::HttpRequest const& request;
    Form const* form = nullptr; // of a POST; never nullptr there
    LoggedIn* session = nullptr; // where the route asks for a person; never nullptr there
    std::string session_id{};
    std::string id{}; // what stands at {id} of the path
    std::unique_lock<std::mutex>* lock = nullptr; // the desk's; held, where a person is asked for

    [[nodiscard]] vault::Session& vault() const { return *session->vault; }
};

// The person's address for the audit.
[[nodiscard]] inline std::string const& origin_of(Visit const& visit) {
    return visit.request.peer;
}

} // namespace inloop::web
