// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/fresh_login.h"
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/vault/site_keys.h"
#include "kiosk/officerlog/vault/tuning.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/officerlog/vault/week_announcer.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::vault {

namespace {

// For the audit; empty for a number that is no role.
std::string_view name_of(records::Role role) {
    switch (role) {
    case records::Role::officer:
        return "officer";
    case records::Role::lead:
        return "lead";
    case records::Role::volunteer:
        return "volunteer";
    case records::Role::evaluator:
        return "evaluator";
    case records::Role::privacy_officer:
        return "privacy officer";
    }
    return {};
}

// The keys of somebody who may do `act`, borrowed from his session. Who may not is written down.
Result<GivenKeys> mandate(records::Store& store, Clock const& clock, Session& by, Act act) {
    if (!may_manage(by.person().role)) {
        act.result = "refused";
        Audit audit(store, clock);
        auto const told = audit.write(by.actor(), act);
        return told ? tl::unexpected(
                          Error{ErrorCode::unsupported, "only a lead may add or remove people"})
                    : tl::unexpected(told.error());
    }
    auto const log_sign = by.log_sign();
    auto weeks = by.week_keys();
    if (!log_sign || !weeks) {
        return tl::unexpected(!log_sign ? log_sign.error() : weeks.error());
    }
    return GivenKeys{.weeks = std::move(*weeks), .log_sign = *log_sign};
}

Result<records::Person> active_person(records::Store& store, records::PersonId const& id) {
    auto const people = store.people();
    if (!people) {
        return tl::unexpected(people.error());
    }
    auto const person = std::ranges::find(*people, id, &records::Person::id);
    if (person == people->end() || !person->active) {
        return fail(ErrorCode::not_found, "nobody has this id, or he left");
    }
    return *person;
}

Result<void> a_lead_stays(records::Store& store, records::PersonId const& leaving) {
    auto const people = store.people();
    if (!people) {
        return tl::unexpected(people.error());
    }
    bool const stays = std::ranges::any_of(*people, [&](records::Person const& person) {
        return person.active && person.role == records::Role::lead && person.id != leaving;
    });
    return stays ? Result<void>()
                 : fail(ErrorCode::invalid_input, "no lead would stay: add another one first");
}

Result<LoginDraft> draft_for(records::Store& store, records::Person person,
                             seal::LoginCost const& cost) {
    return store.site().map([&](records::SiteRecord const& site) {
        return LoginDraft{.person = std::move(person), .site = site.name, .cost = cost};
    });
}

// New keys for everybody who stays: what the one who left has opens nothing from now on.
Result<void> rotate(records::Store& store, Clock const& clock, Random& random,
                    seal::SigningKey const& old_sign, seal::SigningKey const& next_sign) {
    auto const staying = recipients(store);
    auto const policy = own_policy(store);
    if (!staying || !policy) {
        return tl::unexpected(!staying ? staying.error() : policy.error());
    }
    WeekAnnouncer announcer(store, random, *staying, *policy);
    auto const now = static_cast<std::uint64_t>(clock.wall().time_since_epoch().count());
    if (auto begun = announcer.announce(now, old_sign, {next_sign.public_key()}); !begun) {
        return begun;
    }
    if (auto ahead = announcer.announce_ahead(clock.wall(), next_sign); !ahead) {
        return tl::unexpected(ahead.error());
    }
    for (Recipient const& to : *staying) {
        if (auto wrapped = wrap_log_sign(store, next_sign, to); !wrapped) {
            return wrapped;
        }
    }
    return announcer.publish(next_sign);
}

// A new passphrase, pair and one-time secret for the person.
Result<FreshLogin> draw_for(records::Store& store, records::Person person,
                            seal::LoginCost const& cost, Random& random,
                            entries::WordList const& words) {
    return draft_for(store, std::move(person), cost).and_then([&](LoginDraft const& draft) {
        return draw_login(draft, random, words);
    });
}

// The person as he is from now on, without the wraps of before.
Result<void> put_anew(records::Store& store, records::Person const& person) {
    return store.remove_person(person.id).and_then([&] { return store.put_person(person); });
}

} // namespace

Result<std::size_t> announce_weeks(records::Store& store, Session& by, Clock const& clock,
                                   Random& random) {
    auto const log_sign = by.log_sign();
    auto const policy = own_policy(store);
    auto const to = recipients(store);
    if (!log_sign || !policy || !to) {
        return tl::unexpected(!log_sign ? log_sign.error() : !policy ? policy.error() : to.error());
    }
    auto const last = week_start(clock.wall()) + kWeeksAhead * seal::kWeekSeconds;
    if (policy->weeks().back().not_before >= last) {
        return 0;
    }
    std::size_t added = 0;
    auto const done =
        logged(store, clock, by.actor(), {.action = "announce-weeks"}, [&]() -> Result<void> {
            WeekAnnouncer announcer(store, random, *to, *policy);
            auto announced = announcer.announce_ahead(clock.wall(), **log_sign);
            if (!announced) {
                return tl::unexpected(announced.error());
            }
            added = *announced;
            return announcer.publish(**log_sign);
        });
    return done.map([&] { return added; });
}

Result<NewLogin> add_person(records::Store& store, Session& by, Clock const& clock, Random& random,
                            entries::WordList const& words, std::string const& name,
                            records::Role role, seal::LoginCost const& cost) {
    Act const act{.action = "add-person", .object = name, .reason = std::string(name_of(role))};
    auto const keys = mandate(store, clock, by, act);
    auto const taken = store.person(name);
    if (!keys || !taken) {
        return tl::unexpected(!keys ? keys.error() : taken.error());
    }
    if (*taken || act.reason.empty()) {
        return fail(ErrorCode::invalid_input, *taken ? "somebody has this name" : "no such role");
    }
    records::Person person{
        .name = name, .role = role, .added_at = clock.wall().time_since_epoch().count()};
    random.fill(person.id.bytes);
    auto fresh = draw_for(store, std::move(person), cost, random, words);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    auto const done = logged(store, clock, by.actor(), act, [&]() -> Result<void> {
        auto put = store.put_person(fresh->person);
        return put && may_read(role) ? give(store, *keys, fresh->recipient) : put;
    });
    return done.map([&] { return std::move(fresh->shown); });
}

Result<void> remove_person(records::Store& store, Session& by, Clock const& clock, Random& random,
                           records::PersonId const& id) {
    auto const leaving = active_person(store, id);
    if (!leaving) {
        return tl::unexpected(leaving.error());
    }
    Act const act{.action = "remove-person", .object = leaving->name};
    auto const keys = mandate(store, clock, by, act);
    auto const stays = a_lead_stays(store, id);
    auto const next_sign = seal::SigningKey::generate(random);
    if (!keys || !stays || !next_sign) {
        return tl::unexpected(!keys ? keys.error() : !stays ? stays.error() : next_sign.error());
    }
    return logged(store, clock, by.actor(), act, [&]() -> Result<void> {
        auto removed = store.remove_person(id);
        return removed && may_read(leaving->role)
                   ? rotate(store, clock, random, *keys->log_sign, *next_sign)
                   : removed;
    });
}

Result<NewLogin> change_role(records::Store& store, Session& by, Clock const& clock, Random& random,
                             entries::WordList const& words, records::PersonId const& id,
                             records::Role role, seal::LoginCost const& cost) {
    auto person = active_person(store, id);
    if (!person) {
        return tl::unexpected(person.error());
    }
    Act const act{
        .action = "change-role", .object = person->name, .reason = std::string(name_of(role))};
    auto const keys = mandate(store, clock, by, act);
    auto const stays = may_manage(role) ? Result<void>() : a_lead_stays(store, id);
    auto const next_sign = seal::SigningKey::generate(random);
    if (!keys || !stays || !next_sign) {
        return tl::unexpected(!keys ? keys.error() : !stays ? stays.error() : next_sign.error());
    }
    if (act.reason.empty()) {
        return fail(ErrorCode::invalid_input, "no such role");
    }
    bool const could_read = may_read(std::exchange(person->role, role));
    auto fresh = draw_for(store, *person, cost, random, words);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    auto const done = logged(store, clock, by.actor(), act, [&]() -> Result<void> {
        auto put = put_anew(store, fresh->person);
        if (put && may_read(role)) {
            return give(store, *keys, fresh->recipient);
        }
        return put && could_read ? rotate(store, clock, random, *keys->log_sign, *next_sign) : put;
    });
    return done.map([&] { return std::move(fresh->shown); });
}

Result<NewLogin> renew_login(records::Store& store, Session& by, Clock const& clock, Random& random,
                             entries::WordList const& words, records::PersonId const& id,
                             seal::LoginCost const& cost) {
    auto const person = active_person(store, id);
    if (!person) {
        return tl::unexpected(person.error());
    }
    Act const act{.action = "renew-login", .object = person->name};
    auto const keys = mandate(store, clock, by, act);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    auto fresh = draw_for(store, *person, cost, random, words);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    auto const done = logged(store, clock, by.actor(), act, [&]() -> Result<void> {
        auto put = put_anew(store, fresh->person);
        return put && may_read(person->role) ? give(store, *keys, fresh->recipient) : put;
    });
    return done.map([&] { return std::move(fresh->shown); });
}

} // namespace inloop::vault
