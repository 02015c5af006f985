// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/qr_path.h"
#include "kiosk/officerlog/web/respond.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;
using records::Role;

struct RoleKey {
    Role role;
    std::string_view key;
};
constexpr std::array kRoles{
    RoleKey{Role::officer, "officer"},
    RoleKey{Role::lead, "lead"},
    RoleKey{Role::volunteer, "volunteer"},
    RoleKey{Role::evaluator, "evaluator"},
    RoleKey{Role::privacy_officer, "privacy_officer"},
};

std::optional<Role> role_of(std::string_view key) {
    auto const found = std::ranges::find(kRoles, key, &RoleKey::key);
    return found == kRoles.end() ? std::nullopt : std::optional(found->role);
}

std::string role_name(Site const& site, Role role) {
    auto const found = std::ranges::find(kRoles, role, &RoleKey::role);
    return std::string(site.words.text("role." + std::string(found->key)));
}

std::optional<records::PersonId> person_of(Visit const& visit) {
    records::PersonId id;
    return read_hex(visit.id, id.bytes) ? std::optional(id) : std::nullopt;
}

void add_member(Site const& site, Visit const& visit, Values& values,
                records::Person const& person) {
    Values& member = values.add("MEMBER");
    member.set("NAME", person.name);
    member.set("ROLE_LABEL", role_name(site, person.role));
    member.set("LAST_SEEN", person.last_shift_end == 0
                                ? std::string(site.words.text("people.never"))
                                : day_and_time(person.last_shift_end));
    if (person.id == visit.vault().person().id) {
        member.show("IS_YOU");
        return;
    }
    Values& change = member.add("CHANGE");
    change.set("MEMBER_ID", hex(person.id.bytes));
    change.set("VERSION", "0");
    for (RoleKey const& role : kRoles) {
        Values& choice = change.add("ROLE_CHOICE");
        choice.set("KEY", role.key);
        choice.set("LABEL", role_name(site, role.role));
        if (role.role == person.role) {
            choice.show("SELECTED");
        }
    }
}

HttpResponse list(Site& site, Visit const& visit, std::string_view new_name,
                  std::string_view warning, int status) {
    Result<std::vector<records::Person>> const people = site.desk.store.people();
    if (!people) {
        return trouble(site, visit, people.error());
    }
    Values values;
    std::size_t active = 0;
    for (records::Person const& person : *people) {
        if (person.active) {
            ++active;
            add_member(site, visit, values, person);
        }
    }
    values.set("COUNT_TEXT", site.words.counted("people.count", static_cast<long long>(active)));
    values.set("NEW_NAME", new_name);
    for (RoleKey const& role : kRoles) {
        Values& option = values.add("ROLE_OPTION");
        option.set("KEY", role.key);
        option.set("LABEL", role_name(site, role.role));
        option.set("ROLE_HINT", site.words.text("role_hint." + std::string(role.key)));
    }
    if (!warning.empty()) {
        values.show("WARNING");
        values.set("WARNING_TEXT", site.words.text(warning));
    }
    return page(site, visit, {.title = "title.people", .current = "/people"}, "people",
                std::move(values), status);
}

// What stands behind "secret=" in the address of the QR code, for who cannot scan it.
std::string_view secret_in(std::string_view uri) {
    constexpr std::string_view kName = "secret=";
    std::size_t const at = uri.find(kName);
    if (at == std::string_view::npos) {
        return {};
    }
    std::string_view const rest = uri.substr(at + kName.size());
    return rest.substr(0, rest.find('&'));
}

// Shown once: nothing here is kept.
HttpResponse show_login(Site& site, Visit const& visit, vault::NewLogin const& login,
                        std::string_view name, Role role) {
    Values values;
    values.set("NAME", name);
    values.set("ROLE_LABEL", role_name(site, role));
    std::string_view words = login.passphrase.view();
    while (!words.empty()) {
        std::string_view const word = words.substr(0, words.find(' '));
        values.add("WORD").set("WORD_TEXT", word);
        words.remove_prefix(std::min(word.size() + 1, words.size()));
    }
    values.set("SECRET", secret_in(login.totp_uri.view()));
    if (std::optional<QrPath> const code = qr_path(login.totp_uri.view())) {
        values.set("QR_SIZE", std::to_string(code->size));
        values.set("QR_PATH", code->path);
    }
    return page(site, visit, {.title = "title.person_new", .current = "/people"}, "person_new",
                std::move(values));
}

std::optional<records::Person> find(Site& site, records::PersonId const& id) {
    Result<std::vector<records::Person>> const people = site.desk.store.people();
    if (!people) {
        return std::nullopt;
    }
    auto const found = std::ranges::find(*people, id, &records::Person::id);
    return found == people->end() ? std::nullopt : std::optional(*found);
}

std::string_view warning_of(ErrorCode code) {
    return code == ErrorCode::invalid_input ? "warning.person" : "warning.role";
}

} // namespace

HttpResponse people_page(Site& site, Visit& visit) {
    return list(site, visit, "", "", 200);
}

HttpResponse add_person(Site& site, Visit& visit) {
    std::string const name(visit.form->text("name"));
    std::optional<Role> const role = role_of(visit.form->text("role"));
    if (!role) {
        return message(site, visit, "bad_form", 400);
    }
    auto const made = vault::add_person(site.desk.store, visit.vault(), site.desk.clock,
                                        site.desk.random, site.desk.words, name, *role, {});
    if (!made) {
        return made.error().code == ErrorCode::invalid_input
                   ? list(site, visit, name, "warning.name", 400)
                   : trouble(site, visit, made.error());
    }
    return show_login(site, visit, *made, name, *role);
}

HttpResponse set_role(Site& site, Visit& visit) {
    std::optional<records::PersonId> const id = person_of(visit);
    std::optional<Role> const role = role_of(visit.form->text("role"));
    std::optional<records::Person> const person = id ? find(site, *id) : std::nullopt;
    if (!person || !role) {
        return message(site, visit, "not_found", 404);
    }
    if (person->role == *role) {
        return redirect("/people");
    }
    auto const made = vault::change_role(site.desk.store, visit.vault(), site.desk.clock,
                                         site.desk.random, site.desk.words, *id, *role, {});
    if (!made) {
        return list(site, visit, "", warning_of(made.error().code), 409);
    }
    site.sessions.end_all_of(*id);
    return show_login(site, visit, *made, person->name, *role);
}

HttpResponse renew_login(Site& site, Visit& visit) {
    std::optional<records::PersonId> const id = person_of(visit);
    std::optional<records::Person> const person = id ? find(site, *id) : std::nullopt;
    if (!person) {
        return message(site, visit, "not_found", 404);
    }
    auto const made = vault::renew_login(site.desk.store, visit.vault(), site.desk.clock,
                                         site.desk.random, site.desk.words, *id, {});
    if (!made) {
        return trouble(site, visit, made.error());
    }
    site.sessions.end_all_of(*id);
    return show_login(site, visit, *made, person->name, person->role);
}

HttpResponse remove_person(Site& site, Visit& visit) {
    std::optional<records::PersonId> const id = person_of(visit);
    if (!id) {
        return message(site, visit, "not_found", 404);
    }
    auto const removed = vault::remove_person(site.desk.store, visit.vault(), site.desk.clock,
                                              site.desk.random, *id);
    if (!removed) {
        return list(site, visit, "", warning_of(removed.error().code), 409);
    }
    site.sessions.end_all_of(*id);
    return done("/people", "removed");
}

} // namespace inloop::web
