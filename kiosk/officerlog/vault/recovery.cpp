// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/fresh_login.h"
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/vault/site_keys.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/recovery_words.h"

#include <algorithm>
#include <utility>

namespace inloop::vault {

namespace {

// What the paper opens.
struct Recovered {
    std::vector<seal::WeekSecretKey> weeks;
    seal::SigningKey log_sign;
};

Result<seal::BoxKeys> keys_of_paper(records::Store& store, std::string_view typed,
                                    entries::WordList const& words) {
    auto const secret = seal::secret_of_recovery_words(typed, words);
    auto const known = store.secret(kRecoverySecret);
    if (!secret || !known) {
        return tl::unexpected(!secret ? secret.error() : known.error());
    }
    auto keys = seal::BoxKeys::from_secret(secret->view());
    if (keys && !std::ranges::equal(keys->public_key.bytes, *known)) {
        return fail(ErrorCode::crypto, "these are the recovery words of another site");
    }
    return keys;
}

Result<Recovered> recovered_keys(records::Store& store, seal::BoxKeys const& paper) {
    auto const policy = own_policy(store);
    auto const wraps = store.week_wraps(seal::kRecoveryPerson);
    auto const sign_wrap = store.log_sign_wrap(seal::kRecoveryPerson);
    if (!policy || !wraps || !sign_wrap) {
        return tl::unexpected(!policy  ? policy.error()
                              : !wraps ? wraps.error()
                                       : sign_wrap.error());
    }
    if (!*sign_wrap) {
        return fail(ErrorCode::not_found, "keys.db has no signing key for the recovery words");
    }
    auto log_sign = seal::open_log_sign_wrap((*sign_wrap)->bytes, seal::kRecoveryPerson, paper);
    if (!log_sign) {
        return tl::unexpected(log_sign.error());
    }
    if (log_sign->public_key() != policy->log_sign().bytes) {
        return fail(ErrorCode::crypto, "the signing key of the paper is not the one in force");
    }
    Recovered recovered{{}, std::move(*log_sign)};
    for (records::WeekWrap const& wrap : *wraps) {
        auto const* const announced = find_week(*policy, wrap.epoch);
        // A week that does not open is lost either way: the others are not.
        if (announced != nullptr) {
            auto week = seal::open_week_wrap(wrap.bytes, seal::kRecoveryPerson, paper, *announced);
            if (week) {
                recovered.weeks.push_back(std::move(*week));
            }
        }
    }
    return recovered;
}

// Who is to be the lead: somebody who was one or an officer, or somebody new.
Result<records::Person> lead_of(records::Store& store, Clock const& clock, Random& random,
                                std::string const& name) {
    auto const known = store.person(name);
    if (!known) {
        return tl::unexpected(known.error());
    }
    records::Person person{.name = name, .added_at = clock.wall().time_since_epoch().count()};
    if (!*known) {
        random.fill(person.id.bytes);
    } else if (!(*known)->active || !may_read((*known)->role)) {
        return fail(ErrorCode::invalid_input,
                    "this is the name of somebody who left or may not read: give another one");
    } else {
        person = **known;
    }
    person.role = records::Role::lead;
    return person;
}

Result<void> install(records::Store& store, FreshLogin const& fresh, Recovered const& recovered) {
    GivenKeys keys{.log_sign = &recovered.log_sign};
    for (seal::WeekSecretKey const& week : recovered.weeks) {
        keys.weeks.push_back(&week);
    }
    return store
        .remove_person(fresh.person.id) // old wraps, if there are any
        .and_then([&] { return store.put_person(fresh.person); })
        .and_then([&] { return give(store, keys, fresh.recipient); });
}

} // namespace

Result<NewLogin> recover(records::Store& store, Clock const& clock, Random& random,
                         entries::WordList const& words, std::string_view recovery_words,
                         std::string const& name, seal::LoginCost const& cost) {
    auto const paper = keys_of_paper(store, recovery_words, words);
    auto person = lead_of(store, clock, random, name);
    auto const site = store.site();
    if (!paper || !person || !site) {
        return tl::unexpected(!paper ? paper.error() : !person ? person.error() : site.error());
    }
    auto const recovered = recovered_keys(store, *paper);
    if (!recovered) {
        return tl::unexpected(recovered.error());
    }
    auto fresh =
        draw_login({.person = std::move(*person), .site = site->name, .cost = cost}, random, words);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    auto const done = logged(store, clock, {.name = "log", .origin = "console"},
                             {.action = "recover", .object = name},
                             [&] { return install(store, *fresh, *recovered); });
    return done.map([&] { return std::move(fresh->shown); });
}

} // namespace inloop::vault
