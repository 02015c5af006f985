// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/tuning.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <semaphore>
#include <string>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;

std::counting_semaphore<kLoginsAtOnce>& derivations() {
    static std::counting_semaphore<kLoginsAtOnce> free(kLoginsAtOnce);
    return free;
}

// Waits its turn for the memory that a derivation takes.
class Turn {
public:
    Turn() : m_mine(derivations().try_acquire_for(kLoginQueue)) {}
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;
    ~Turn() {
        if (m_mine) {
            derivations().release();
        }
    }
    [[nodiscard]] bool mine() const { return m_mine; }

private:
    bool m_mine;
};

HttpResponse ask(Site& site, Visit const& visit, std::string_view name, std::string_view warning,
                 int status) {
    Values values;
    values.set("CSRF", "");
    values.set("NEXT_PAGE", "/");
    values.set("NAME", name);
    if (!warning.empty()) {
        values.show("WARNING");
        values.set("WARNING_TEXT", warning);
    }
    return page(site, visit, {.title = "title.login", .current = ""}, "login", std::move(values),
                status);
}

HttpResponse later(Site& site, Visit const& visit, std::string_view name, Milliseconds wait) {
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    HttpResponse response = ask(site, visit, name, site.words.counted("login.wait", seconds), 429);
    response.headers.push_back({"retry-after", std::to_string(seconds)});
    return response;
}

std::string digits_of(std::string_view typed) {
    std::string code(typed);
    std::erase(code, ' ');
    return code;
}

HttpResponse enter(Site& site, std::unique_ptr<vault::Session> session) {
    if (vault::may_read(session->person().role)) {
        // Weeks are announced when somebody is there who can sign; one that fails now is tried at
        // the next login, and the page of health shows it.
        if (auto announced =
                vault::announce_weeks(site.desk.store, *session, site.desk.clock, site.desk.random);
            !announced) {
            site.log("no weeks announced: " + announced.error().message);
        }
    }
    std::string const id = site.sessions.begin(std::move(session));
    HttpResponse response = redirect("/");
    response.headers.push_back({"set-cookie", std::string(kSessionCookie) + "=" + id +
                                                  "; Path=/; Secure; HttpOnly; SameSite=Strict"});
    return response;
}

} // namespace

HttpResponse login_page(Site& site, Visit& visit) {
    return ask(site, visit, "", "", 200);
}

HttpResponse log_in(Site& site, Visit& visit) {
    std::string const name(visit.form->text("name"));
    Milliseconds const wait = site.throttle.admit(name, visit.request.peer);
    if (wait > Milliseconds::zero()) {
        return later(site, visit, name, wait);
    }
    Turn const turn;
    if (!turn.mine()) {
        return later(site, visit, name, kLoginQueue);
    }
    Result<vault::LoginStart> start = [&] {
        std::scoped_lock const lock(site.desk.lock);
        return site.desk.vault.begin_login(name);
    }();
    if (!start) {
        return trouble(site, visit, start.error());
    }
    // Without the lock: it takes half a second, and kiosks and colleagues go on meanwhile.
    auto const keys =
        seal::derive_login_keys(visit.form->text("passphrase"), start->salt, start->cost);
    if (!keys) {
        return ask(site, visit, name, site.words.text("login.wrong"), 403);
    }
    std::scoped_lock const lock(site.desk.lock);
    auto finished = site.desk.vault.finish_login(name, *keys, digits_of(visit.form->text("code")),
                                                 visit.request.peer);
    if (!finished) {
        return trouble(site, visit, finished.error());
    }
    if (!*finished) {
        bool const used = finished->error() == vault::LoginRefusal::code_used;
        return ask(site, visit, name, site.words.text(used ? "login.code_used" : "login.wrong"),
                   403);
    }
    site.throttle.succeeded(name, visit.request.peer);
    return enter(site, std::move(**finished));
}

HttpResponse log_out(Site& site, Visit& visit) {
    if (Result<void> row = site.desk.audit.write(visit.vault().actor(), {.action = "logout"});
        !row) {
        site.log("logout not in the audit: " + row.error().message);
    }
    site.sessions.end(visit.session_id);
    visit.session = nullptr;
    HttpResponse response = message(site, visit, "bye", 200);
    response.headers.push_back({"clear-site-data", "\"cache\", \"cookies\", \"storage\""});
    response.headers.push_back({"set-cookie", std::string(kSessionCookie) +
                                                  "=; Path=/; Secure; HttpOnly; SameSite=Strict; "
                                                  "Max-Age=0"});
    return response;
}

HttpResponse static_file(Site& site, Visit& visit) {
    constexpr std::string_view kPrefix = "/assets/";
    return site.files.get(visit.request.path.substr(kPrefix.size()), visit.request);
}

} // namespace inloop::web
