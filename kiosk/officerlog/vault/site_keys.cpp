// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/site_keys.h"

#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/own_policy.h"
#include "kiosk/seal/person_blob.h"

#include <algorithm>

namespace inloop::vault {

namespace {

Result<Recipient> recovery_recipient(records::Store& store) {
    auto const key = store.secret(kRecoverySecret);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (key->size() != seal::PersonPublicKey::kSize) {
        return fail(ErrorCode::corrupt, "the recovery key in keys.db is not 32 bytes");
    }
    return Recipient{.person = seal::kRecoveryPerson, .key = {read_array<32>(*key, 0)}};
}

} // namespace

Result<seal::Policy> own_policy(records::Store& store) {
    return store.policy().and_then([](Bytes const& file) { return seal::read_own_policy(file); });
}

Result<std::vector<Recipient>> recipients(records::Store& store) {
    auto const people = store.people();
    auto const recovery = recovery_recipient(store);
    if (!people || !recovery) {
        return tl::unexpected(!people ? people.error() : recovery.error());
    }
    std::vector<Recipient> all{*recovery};
    for (records::Person const& person : *people) {
        if (!person.active || !may_read(person.role)) {
            continue;
        }
        auto const blob = seal::read_person_blob(person.blob);
        if (!blob || blob->person != person.id) {
            return fail(ErrorCode::corrupt,
                        "the keys of " + person.name + " in keys.db are damaged: give a new login");
        }
        all.push_back({.person = person.id, .key = blob->public_key});
    }
    return all;
}

Result<void> wrap_week(records::Store& store, seal::WeekSecretKey const& week,
                       Recipient const& to) {
    return seal::write_week_wrap(week, to.person, to.key).and_then([&](Bytes const& wrap) {
        return store.put_week_wrap({.epoch = week.epoch(), .person = to.person, .bytes = wrap});
    });
}

Result<void> wrap_log_sign(records::Store& store, seal::SigningKey const& log_sign,
                           Recipient const& to) {
    return seal::write_log_sign_wrap(log_sign, to.person, to.key).and_then([&](Bytes const& wrap) {
        return store.put_log_sign_wrap({.person = to.person, .bytes = wrap});
    });
}

Result<void> give(records::Store& store, GivenKeys const& keys, Recipient const& to) {
    for (seal::WeekSecretKey const* const week : keys.weeks) {
        if (auto wrapped = wrap_week(store, *week, to); !wrapped) {
            return wrapped;
        }
    }
    return wrap_log_sign(store, *keys.log_sign, to);
}

seal::WeekAnnouncement const* find_week(seal::Policy const& policy, std::uint32_t epoch) {
    auto const week = std::ranges::find(policy.weeks(), epoch, &seal::WeekAnnouncement::epoch);
    return week == policy.weeks().end() ? nullptr : &*week;
}

Result<void> logged(records::Store& store, Clock const& clock, Actor const& actor, Act const& act,
                    std::function<Result<void>()> const& work) {
    Audit audit(store, clock);
    if (auto written = audit.write(actor, act); !written) {
        return written;
    }
    auto done = store.transaction(work);
    if (!done) {
        Act failed = act;
        failed.result = "failed";
        // What went wrong first is what the caller must hear.
        [[maybe_unused]] auto const told = audit.write(actor, failed);
    }
    return done;
}

} // namespace inloop::vault
