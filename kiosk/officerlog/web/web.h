// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/routes.h"
#include "kiosk/officerlog/web/site.h"
#include "platform/api/http.h"

namespace inloop::web {

// The web side of the log: finds the route, the person and the form of a request, refuses what is
// not allowed, and gives every answer the same protective headers. Any thread, many at once.
class Web final : public platform::HttpHandler {
public:
    explicit Web(Site& site) : m_site(site) {}

    [[nodiscard]] std::size_t body_limit(std::string_view method,
                                         std::string_view path) const override;
    [[nodiscard]] platform::HttpResponse handle(platform::HttpRequest const& request) override;

private:
    [[nodiscard]] platform::HttpResponse answer(platform::HttpRequest const& request);
    [[nodiscard]] platform::HttpResponse serve(Route const& route, Visit& visit);
    [[nodiscard]] platform::HttpResponse serve_form(Route const& route, Visit& visit);
    [[nodiscard]] platform::HttpResponse serve_monitor(Route const& route, Visit& visit);
    [[nodiscard]] platform::HttpResponse serve_person(Route const& route, Visit& visit);

    Site& m_site;
};

} // namespace inloop::web
