// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/routes.h"

#include "kiosk/officerlog/editing/site_pictures.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/tuning.h"
#include "kiosk/wire/codec.h"

#include <algorithm>
#include <array>

namespace inloop::web {
namespace {

using enum Method;
using enum Audience;

constexpr std::size_t kForm = kFormBytes;
constexpr std::size_t kPageForm = kPageFormBytes;
constexpr std::size_t kUpload = editing::kUploadBytes + kFormBytes;

constexpr std::array kRoutes{
    Route{get, "/login", anyone, 0, login_page},
    Route{post, "/login", anyone, kForm, log_in},
    Route{get, "/assets/{id}", anyone, 0, static_file},
    Route{get, "/assets/fonts/{id}", anyone, 0, static_file},
    Route{post, "/logout", everyone_in, kForm, log_out},

    Route{get, "/", everyone_in, 0, front_page},
    Route{post, "/shift/end", readers, kForm, end_shift},
    Route{post, "/presence", readers, kForm, set_presence},

    Route{get, "/entries", readers, 0, entries_page},
    Route{post, "/entries", readers, kForm, search_entries},
    Route{get, "/entries/found", readers, 0, found_page},
    Route{get, "/entries/{id}", readers, 0, entry_page},
    Route{get, "/entries/{id}/print", readers, 0, print_page},
    Route{post, "/entries/{id}/answer", readers, kForm, send_answer},
    Route{post, "/entries/{id}/status", readers, kForm, set_status},
    Route{post, "/entries/{id}/urgency", readers, kForm, set_urgency},
    Route{post, "/entries/{id}/refer", readers, kForm, refer},
    Route{post, "/entries/{id}/hand-over", readers, kForm, hand_over},
    Route{post, "/entries/{id}/set-aside", readers, kForm, set_aside},
    Route{post, "/entries/{id}/redact", readers, kForm, redact},
    Route{post, "/entries/{id}/nonsense", readers, kForm, set_nonsense},
    Route{post, "/entries/{id}/note", readers, kForm, add_note},
    Route{post, "/entries/{id}/link", readers, kForm, link_entries},
    Route{post, "/entries/{id}/taken-over", readers, kForm, take_over},

    Route{get, "/walk-in", readers, 0, walk_in_page},
    Route{post, "/walk-in", readers, kForm, add_walk_in},
    Route{get, "/pattern", readers, 0, pattern_page},
    Route{get, "/roster", readers, 0, roster_page},
    Route{post, "/roster", readers, kForm, save_roster},

    Route{get, "/pages", editors, 0, pages_page},
    Route{post, "/pages/rules", readers, kForm, set_page_rules},
    Route{get, "/pages/{id}", editors, 0, page_editor},
    Route{post, "/pages/{id}", editors, kPageForm, change_page},
    Route{post, "/pages/{id}/look", editors, kPageForm, look_at_page},
    Route{post, "/pages/{id}/undo", editors, kForm, undo_page},
    Route{post, "/pages/{id}/take-up", editors, kForm, take_up_page},
    Route{get, "/preview/{id}", editors, 0, preview_picture},
    Route{get, "/pictures", editors, 0, pictures_page},
    Route{post, "/pictures", editors, kUpload, add_picture, Files::taken},
    Route{post, "/pictures/remove", editors, kForm, remove_picture},
    Route{get, "/pictures/{id}", editors, 0, picture_file},
    Route{get, "/facts", editors, 0, facts_page},
    Route{post, "/facts/{id}/checked", editors, kForm, mark_fact_checked},
    Route{post, "/facts/{id}/change", readers, kForm, change_fact},
    Route{get, "/notices", editors, 0, notices_page},
    Route{post, "/notices", editors, kForm, add_notice},
    Route{post, "/notices/remove", editors, kForm, remove_notice},
    Route{get, "/door", editors, 0, door_page},
    Route{post, "/door", editors, kForm, press_door},
    Route{post, "/door/undo", editors, kForm, undo_door},

    Route{get, "/people", leads, 0, people_page},
    Route{post, "/people/add", leads, kForm, add_person},
    Route{post, "/people/{id}/role", leads, kForm, set_role},
    Route{post, "/people/{id}/renew", leads, kForm, renew_login},
    Route{post, "/people/{id}/remove", leads, kForm, remove_person},

    Route{get, "/kiosks", leads, 0, kiosks_page},
    Route{get, "/kiosks/pair", leads, 0, pairing_page},
    Route{post, "/kiosks/pair", leads, kForm, make_pairing_code},
    Route{post, "/kiosks/pair/confirm", leads, kForm, confirm_kiosk},
    Route{post, "/kiosks/{id}/revoke", leads, kForm, revoke_kiosk},

    Route{get, "/audit", overseers, 0, audit_page},
    Route{get, "/health", everyone_in, 0, health_page},
    Route{get, "/health.json", monitors, 0, health_json},
    Route{get, "/metrics", monitors, 0, health_metrics},

    Route{post, wire::kSyncPath, kiosk, wire::kMaxRequestBytes, sync_kiosk},
    Route{post, wire::kPairPath, kiosk, wire::kBodyUnit * 2, pair_kiosk},
    Route{post, "/console/pair", console, 1024, console_pair},
    Route{post, "/console/confirm", console, 1024, console_confirm},
    Route{post, "/console/backup", console, 1024, console_backup},
    Route{post, "/console/monitoring-token", console, 1024, console_monitoring_token},
};

struct Fit {
    bool fits = false;
    std::string_view id{};
};

// Whether `path` is what `pattern` stands for; {id} is one part that is not empty.
Fit fit(std::string_view pattern, std::string_view path) {
    constexpr std::string_view kMark = "{id}";
    std::size_t const mark = pattern.find(kMark);
    if (mark == std::string_view::npos) {
        return {pattern == path};
    }
    std::string_view const before = pattern.substr(0, mark);
    std::string_view const after = pattern.substr(mark + kMark.size());
    if (path.size() <= before.size() + after.size() || !path.starts_with(before) ||
        !path.ends_with(after)) {
        return {};
    }
    std::string_view const id =
        path.substr(before.size(), path.size() - before.size() - after.size());
    return {id.find('/') == std::string_view::npos, id};
}

bool is_method(Method method, std::string_view name) {
    return method == get ? name == "GET" || name == "HEAD" : name == "POST";
}

} // namespace

bool admits(Audience audience, std::optional<records::Role> role) {
    using records::Role;
    switch (audience) {
    case anyone:
    case kiosk:
    case console: // these two prove who they are otherwise
        return true;
    case everyone_in:
    case monitors:
        return role.has_value();
    case editors:
        return role == Role::volunteer || role == Role::officer || role == Role::lead;
    case readers:
        return role == Role::officer || role == Role::lead;
    case leads:
        return role == Role::lead;
    case overseers:
        return role == Role::lead || role == Role::privacy_officer;
    }
    return false;
}

std::span<Route const> routes() {
    return kRoutes;
}

// A pattern without {id} goes before one with: "/kiosks/pair" is no kiosk.
Match match(std::string_view method, std::string_view path) {
    Match found;
    bool exact = false;
    for (Route const& route : kRoutes) {
        Fit const here = fit(route.pattern, path);
        if (!here.fits || (exact && !here.id.empty())) {
            continue;
        }
        bool const better = here.id.empty() && !exact;
        if (better) {
            exact = true;
            found = {};
        }
        found.path_known = true;
        if (is_method(route.method, method)) {
            found.route = &route;
            found.id = here.id;
        }
    }
    return found;
}

} // namespace inloop::web
