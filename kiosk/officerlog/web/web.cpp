// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/web.h"

#include "kiosk/officerlog/desk/monitoring.h"
#include "kiosk/officerlog/web/form.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/seal/envelope.h"

#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpRequest;
using platform::HttpResponse;

// With files only where the route takes them.
bool is_form_for(Route const& route, HttpRequest const& request) {
    auto const type = first_of(request.headers, "content-type");
    std::string_view const name = type ? type->substr(0, type->find(';')) : std::string_view();
    return route.files == Files::taken ? !request.parts.empty()
                                       : name == "application/x-www-form-urlencoded";
}

// Whether a form was sent from a page of ours. A browser says where a form comes from in one of
// two headers; one that says neither is too old to be trusted with a session. Our pages ask for
// no-referrer, for which browsers send the origin "null": then the other header has to say it.
bool from_our_page(HttpRequest const& request) {
    auto const site = first_of(request.headers, "sec-fetch-site");
    auto const origin = first_of(request.headers, "origin");
    auto const host = first_of(request.headers, "host");
    if (site && *site != "same-origin") {
        return false;
    }
    if (site && origin == "null") {
        return true;
    }
    if (origin && (!host || *origin != "https://" + std::string(*host))) {
        return false;
    }
    return site || origin;
}

bool is_loopback(std::string_view peer) {
    return peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

bool is_console(Site const& site, HttpRequest const& request) {
    auto const token = first_of(request.headers, "inloop-console");
    return is_loopback(request.peer) && !site.console_token.empty() && token &&
           seal::hash_of(as_bytes(*token)) == seal::hash_of(as_bytes(site.console_token));
}

// Empty when none is shown (RFC 6750, 2.1).
std::string_view bearer_token_of(HttpRequest const& request) {
    constexpr std::string_view kScheme = "Bearer ";
    std::string_view const shown = first_of(request.headers, "authorization").value_or("");
    return shown.starts_with(kScheme) ? shown.substr(kScheme.size()) : std::string_view();
}

bool browser_route(Route const& route) {
    return route.audience != Audience::kiosk && route.audience != Audience::console;
}

} // namespace

std::size_t Web::body_limit(std::string_view method, std::string_view path) const {
    Match const found = match(method, path);
    return found.route == nullptr ? 0 : found.route->body_limit;
}

HttpResponse Web::handle(HttpRequest const& request) {
    HttpResponse response;
    try {
        response = answer(request);
    } catch (std::exception const&) {
        // What an exception says may hold what somebody typed: it is not looked at.
        m_site.log("a page ended in an exception");
        response = plain_text(500, "Er ging iets mis.");
    }
    protect(response);
    return response;
}

HttpResponse Web::answer(HttpRequest const& request) {
    Match const found = match(request.method, request.path);
    Visit visit{.request = request, .id = std::string(found.id)};
    if (found.route == nullptr) {
        return message(m_site, visit, found.path_known ? "method" : "not_found",
                       found.path_known ? 405 : 404);
    }
    if (found.route->audience == Audience::console && !is_console(m_site, request)) {
        return plain_text(403, "only for the command line of this machine");
    }
    if (!browser_route(*found.route)) {
        return found.route->page(m_site, visit);
    }
    return found.route->method == Method::post ? serve_form(*found.route, visit)
                                               : serve(*found.route, visit);
}

HttpResponse Web::serve_form(Route const& route, Visit& visit) {
    if (!is_form_for(route, visit.request) || !from_our_page(visit.request)) {
        return message(m_site, visit, "not_our_form", 403);
    }
    Result<Form> form = route.files == Files::taken
                            ? Form::read(visit.request.parts)
                            : Form::read(visit.request.body, route.body_limit);
    if (!form) {
        return message(m_site, visit, "bad_form", 400);
    }
    visit.form = &*form;
    HttpResponse response = serve(route, visit);
    visit.form = nullptr; // it ends here
    return response;
}

HttpResponse Web::serve(Route const& route, Visit& visit) {
    if (route.audience == Audience::anyone) {
        return route.page(m_site, visit);
    }
    std::unique_lock lock(m_site.desk.lock);
    visit.lock = &lock;
    bool const monitors =
        route.audience == Audience::monitors && first_of(visit.request.headers, "authorization");
    HttpResponse response = monitors ? serve_monitor(route, visit) : serve_person(route, visit);
    visit.lock = nullptr; // it ends here
    return response;
}

HttpResponse Web::serve_monitor(Route const& route, Visit& visit) {
    auto const known = desk::is_monitoring_token(m_site.desk, bearer_token_of(visit.request));
    if (!known) {
        return trouble(m_site, visit, known.error());
    }
    if (!*known) {
        HttpResponse refused = plain_text(401, "this is not the token of monitoring\n");
        refused.headers.push_back({"www-authenticate", "Bearer"});
        return refused;
    }
    return route.page(m_site, visit);
}

HttpResponse Web::serve_person(Route const& route, Visit& visit) {
    m_site.sessions.sweep();
    visit.session_id =
        session_id_in(first_of(visit.request.headers, "cookie").value_or(std::string_view()));
    visit.session = m_site.sessions.use(visit.session_id);
    if (visit.session == nullptr) {
        return visit.form == nullptr ? redirect("/login")
                                     : message(m_site, visit, "logged_out", 403);
    }
    if (visit.form != nullptr && visit.form->text("csrf") != visit.session->csrf) {
        return message(m_site, visit, "not_our_form", 403);
    }
    if (!admits(route.audience, visit.vault().person().role)) {
        return message(m_site, visit, "not_yours", 403);
    }
    return route.page(m_site, visit);
}

} // namespace inloop::web
