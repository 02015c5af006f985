// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/respond.h"

#include "kiosk/base/hex.h"
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/routes.h"

#include <array>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;

// Styles and scripts only from here; nothing may put a page of ours into a frame of its own, read
// it from elsewhere, or be told where a person was.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kProtection{{
    {"content-security-policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"x-content-type-options", "nosniff"},
    {"referrer-policy", "no-referrer"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
    {"permissions-policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()"},
    {"strict-transport-security", "max-age=31536000"},
    {"x-frame-options", "DENY"},
}};

struct MenuItem {
    std::string_view href;
    std::string_view word;
    Audience audience;
};
// In the order of who uses it most; each role sees its own, the first four at once.
constexpr std::array kMenu{
    MenuItem{"/", "nav.shift", Audience::readers},
    MenuItem{"/entries", "nav.entries", Audience::readers},
    MenuItem{"/walk-in", "nav.walk_in", Audience::readers},
    MenuItem{"/pattern", "nav.pattern", Audience::readers},
    MenuItem{"/roster", "nav.roster", Audience::readers},
    MenuItem{"/pages", "nav.pages", Audience::editors},
    MenuItem{"/facts", "nav.facts", Audience::editors},
    MenuItem{"/notices", "nav.notices", Audience::editors},
    MenuItem{"/door", "nav.door", Audience::editors},
    MenuItem{"/pictures", "nav.pictures", Audience::editors},
    MenuItem{"/people", "nav.people", Audience::leads},
    MenuItem{"/kiosks", "nav.kiosks", Audience::leads},
    MenuItem{"/audit", "nav.audit", Audience::overseers},
    MenuItem{"/health", "nav.health", Audience::everyone_in},
};
constexpr std::size_t kFirstRow = 4;

void add_menu(Site const& site, Values& values, records::Role role, std::string_view current) {
    std::size_t shown = 0;
    for (MenuItem const& item : kMenu) {
        if (!admits(item.audience, role)) {
            continue;
        }
        Values& line = values.add(shown < kFirstRow ? "NAV" : "NAV_MORE");
        line.set("HREF", item.href);
        line.set("LABEL", site.words.text(item.word));
        if (item.href == current) {
            line.show("CURRENT");
        }
        ++shown;
    }
}

std::string role_key(records::Role role) {
    constexpr std::array kKeys{"officer", "lead", "volunteer", "evaluator", "privacy_officer"};
    return std::string("role.") + kKeys[static_cast<std::size_t>(role) - 1];
}

void add_presence(Site& site, Visit const& visit, Values& values) {
    Result<records::Presence> const now = desk::presence_now(site.desk);
    if (!now || !admits(Audience::readers, visit.vault().person().role)) {
        return;
    }
    Values& presence = values.add("PRESENCE");
    presence.set("PAGE", visit.request.path);
    presence.set("NEXT", now->present ? "no" : "yes");
    presence.set("CHECKED", now->present ? "true" : "false");
    presence.set("SCREEN_SAYS", now->present
                                    ? site.words.with("presence.here", clock_time(now->until))
                                    : std::string(site.words.text("presence.away")));
    if (now->present) {
        values.show("HERE");
    }
}

void add_person(Site& site, Visit const& visit, Values& values, std::string_view current) {
    records::Person const& person = visit.vault().person();
    values.show("SIGNED_IN");
    values.set("PERSON", person.name);
    values.set("INITIAL", person.name.substr(0, utf8::next_grapheme(person.name, 0)));
    values.set("ROLE", site.words.text(role_key(person.role)));
    values.set("CSRF", visit.session->csrf);
    add_menu(site, values, person.role, current);
    add_presence(site, visit, values);
}

// What the page before asked to be said: a key, never a text, so that no address can put words on
// a page.
void add_notice(Site const& site, Visit const& visit, Values& values) {
    for (auto const& [query, section] :
         {std::pair("done", "DONE"), std::pair("warning", "WARNING")}) {
        auto const key = first_of(visit.request.query, query);
        std::string const word = std::string(query) + "." + std::string(key.value_or(""));
        if (key && site.words.has(word)) {
            values.show(section);
            values.set(std::string(section) + "_TEXT", site.words.text(word));
        }
    }
}

HttpResponse html(int status, std::string const& text) {
    return content(status, "text/html; charset=utf-8", as_bytes(text));
}

// Wipes the text: it may hold words of a visitor.
HttpResponse filled(Site& site, std::string_view name, Values const& values, int status) {
    Result<std::string> text = site.templates.fill(name, values);
    if (!text) {
        site.log("page " + std::string(name) + ": " + text.error().message);
        return plain_text(500, site.words.text("message.trouble"));
    }
    HttpResponse response = html(status, *text);
    std::span<char> const letters(*text);
    seal::wipe(std::as_writable_bytes(letters));
    return response;
}

} // namespace

void protect(HttpResponse& response) {
    for (auto const& [name, value] : kProtection) {
        response.headers.push_back({std::string(name), std::string(value)});
    }
    if (!first_of(response.headers, "cache-control")) {
        response.headers.push_back({"cache-control", "no-store"});
    }
}

HttpResponse redirect(std::string const& to) {
    return {.status = 303, .headers = {{"location", to}}};
}

HttpResponse done(std::string const& to, std::string_view key) {
    return redirect(to + (to.find('?') == std::string::npos ? "?" : "&") +
                    "done=" + std::string(key));
}

HttpResponse content(int status, std::string_view type, ByteView bytes) {
    return {.status = status,
            .headers = {{"content-type", std::string(type)}},
            .body = Bytes(bytes.begin(), bytes.end())};
}

HttpResponse plain_text(int status, std::string_view text) {
    return content(status, "text/plain; charset=utf-8", as_bytes(text));
}

HttpResponse page(Site& site, Visit const& visit, PageHead const& head, std::string_view name,
                  Values values, int status) {
    values.set("TITLE", site.words.text(head.title));
    values.set("SITE", site.name);
    if (visit.session != nullptr) {
        add_person(site, visit, values, head.current);
    }
    add_notice(site, visit, values);
    return filled(site, name, values, status);
}

HttpResponse fragment(Site& site, std::string_view name, Values const& values) {
    return filled(site, name, values, 200);
}

HttpResponse message(Site& site, Visit const& visit, std::string_view key, int status) {
    std::string const word = "message." + std::string(key);
    Values values;
    values.set("ICON", "info");
    values.set("HEADING", site.words.text(word));
    values.set("TEXT", site.words.text(word + "_text"));
    values.set("GO_HREF", visit.session == nullptr ? "/login" : "/");
    values.set("GO_TEXT",
               site.words.text(visit.session == nullptr ? "message.go_login" : "message.go_on"));
    return page(site, visit, {.title = word, .current = ""}, "message", std::move(values), status);
}

HttpResponse trouble(Site& site, Visit const& visit, Error const& error) {
    ByteArray<4> bytes{};
    site.desk.random.fill(bytes);
    std::string const id = hex(bytes);
    site.log("trouble " + id + " at " + visit.request.path + ": " + error.message);
    Values values;
    values.set("ICON", "warning");
    values.set("HEADING", site.words.text("message.trouble"));
    values.set("TEXT", site.words.text("message.trouble_text"));
    values.show("DETAIL");
    values.set("DETAIL_TEXT", site.words.with("message.trouble_id", id));
    values.set("GO_HREF", "/");
    values.set("GO_TEXT", site.words.text("message.go_on"));
    return page(site, visit, {.title = "message.trouble", .current = ""}, "message",
                std::move(values), 500);
}

} // namespace inloop::web
