// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/fresh_login.h"
#include "kiosk/officerlog/vault/site_keys.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/officerlog/vault/week_announcer.h"
#include "kiosk/seal/recovery_words.h"

#include <array>
#include <utility>

namespace inloop::vault {

namespace {

// Everything that is drawn before any of it is kept.
struct Drawn {
    seal::SigningKey log_sign;
    seal::SigningKey ack_sign;
    seal::SigningKey device;
    seal::BoxKeys recovery;
    FreshLogin lead;
};

Result<void> no_site_yet(records::Store& store) {
    auto const site = store.site();
    if (site) {
        return fail(ErrorCode::already_there, "this log has its site: " + site->name);
    }
    return site.error().code == ErrorCode::not_found ? Result<void>()
                                                     : tl::unexpected(site.error());
}

// An earlier try may have left the person, whose name is then taken by his old id.
Result<LoginDraft> lead_draft(records::Store& store, Clock const& clock, Random& random,
                              FoundingSpec const& spec) {
    auto const left = store.person(spec.lead_name);
    if (!left) {
        return tl::unexpected(left.error());
    }
    LoginDraft draft{.person = {.name = spec.lead_name,
                                .role = records::Role::lead,
                                .added_at = clock.wall().time_since_epoch().count()},
                     .site = spec.site_name,
                     .cost = spec.cost};
    if (*left) {
        draft.person.id = (*left)->id;
    } else {
        random.fill(draft.person.id.bytes);
    }
    return draft;
}

Result<Drawn> draw(LoginDraft const& lead, Random& random, entries::WordList const& words) {
    auto log_sign = seal::SigningKey::generate(random);
    auto ack_sign = seal::SigningKey::generate(random);
    auto device = seal::SigningKey::generate(random);
    auto recovery = seal::BoxKeys::generate(random);
    auto login = draw_login(lead, random, words);
    for (auto const* key : {&log_sign, &ack_sign, &device}) {
        if (!*key) {
            return tl::unexpected(key->error());
        }
    }
    if (!recovery || !login) {
        return tl::unexpected(!recovery ? recovery.error() : login.error());
    }
    return Drawn{std::move(*log_sign), std::move(*ack_sign), std::move(*device),
                 std::move(*recovery), std::move(*login)};
}

Result<void> keep_secrets(records::Store& store, Drawn const& drawn, Random& random) {
    ByteArray<32> decoy{};
    random.fill(decoy);
    return store.put_secret(kAckSignSecret, drawn.ack_sign.seed())
        .and_then([&] { return store.put_secret(kDeviceSecret, drawn.device.seed()); })
        .and_then(
            [&] { return store.put_secret(kRecoverySecret, drawn.recovery.public_key.bytes); })
        .and_then([&] { return store.put_secret(kDecoySecret, decoy); });
}

Result<void> keep_weeks(records::Store& store, Drawn const& drawn, Random& random,
                        seal::Deployment const& deployment, WallTime now) {
    std::array<Recipient, 2> const to{drawn.lead.recipient,
                                      Recipient{seal::kRecoveryPerson, drawn.recovery.public_key}};
    WeekAnnouncer announcer(store, random, to, deployment);
    if (auto announced = announcer.announce_ahead(now, drawn.log_sign); !announced) {
        return tl::unexpected(announced.error());
    }
    for (Recipient const& recipient : to) {
        if (auto wrapped = wrap_log_sign(store, drawn.log_sign, recipient); !wrapped) {
            return wrapped;
        }
    }
    return announcer.publish(drawn.log_sign);
}

Result<void> keep(records::Store& store, Clock const& clock, Random& random, Drawn const& drawn,
                  std::string const& site_name) {
    seal::Deployment deployment{.first_log_sign = {drawn.log_sign.public_key()}};
    random.fill(deployment.id.bytes);
    random.fill(deployment.salt.bytes);
    records::SiteRecord site{.deployment = deployment.id,
                             .made_at = clock.wall().time_since_epoch().count(),
                             .name = site_name};
    random.fill(site.instance.bytes);
    return keep_secrets(store, drawn, random)
        .and_then([&] { return store.put_person(drawn.lead.person); })
        .and_then([&] { return keep_weeks(store, drawn, random, deployment, clock.wall()); })
        .and_then([&] { return store.set_site(site); });
}

} // namespace

Result<Founding> found(records::Store& store, Clock const& clock, Random& random,
                       entries::WordList const& words, FoundingSpec const& spec) {
    if (auto none = no_site_yet(store); !none) {
        return tl::unexpected(none.error());
    }
    auto const draft = lead_draft(store, clock, random, spec);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    auto drawn = draw(*draft, random, words);
    if (!drawn) {
        return tl::unexpected(drawn.error());
    }
    auto paper = seal::recovery_words(drawn->recovery.secret.view(), words);
    if (!paper) {
        return tl::unexpected(paper.error());
    }
    auto const kept = logged(store, clock, {.name = "log", .origin = "console"},
                             {.action = "init", .object = spec.lead_name},
                             [&] { return keep(store, clock, random, *drawn, spec.site_name); });
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    return Founding{std::move(drawn->lead.shown), std::move(*paper)};
}

} // namespace inloop::vault
