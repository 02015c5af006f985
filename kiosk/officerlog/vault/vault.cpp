// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/vault.h"

#include "kiosk/officerlog/vault/fresh_login.h"
#include "kiosk/officerlog/vault/one_time_code.h"
#include "kiosk/officerlog/vault/open_session.h"
#include "kiosk/officerlog/vault/site_keys.h"
#include "kiosk/officerlog/vault/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/keyed_seal.h"
#include "kiosk/seal/person_blob.h"

#include <algorithm>
#include <utility>

namespace inloop::vault {

namespace {

using LoginResult = tl::expected<std::unique_ptr<Session>, LoginRefusal>;

// A person nobody is, to do the same work on when there is no such person.
struct Decoy {
    records::Person person{};
    seal::LoginKeys keys;
};

Result<Decoy> make_decoy(Random& random) {
    auto wrap_key = seal::SecretBytes::with_size(32);
    auto proof = seal::SecretBytes::with_size(32);
    auto const box = seal::BoxKeys::generate(random);
    auto const code = draw_code_secret(random);
    if (!wrap_key || !proof || !box || !code) {
        return fail(ErrorCode::unavailable, "no guarded memory for logins");
    }
    random.fill(wrap_key->span());
    random.fill(proof->span());
    records::Person person;
    auto blob = seal::write_person_blob({.person = person.id}, *box, wrap_key->view(), random);
    auto sealed = seal::seal_with_key(wrap_key->view(), kCodePurpose, code->view(), random);
    if (!blob || !sealed) {
        return tl::unexpected(!blob ? blob.error() : sealed.error());
    }
    person.blob = std::move(*blob);
    person.totp = std::move(*sealed);
    person.verifier = seal::login_verifier(proof->view());
    return Decoy{person, {std::move(*wrap_key), std::move(*proof)}};
}

// What a passphrase opened.
struct Unlocked {
    seal::BoxKeys box;
    CodeCheck code;
};

Result<Unlocked> unlock(records::Person const& person, ByteView wrap_key, std::string_view code,
                        WallTime now) {
    auto const head = seal::read_person_blob(person.blob);
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (head->person != person.id) {
        return fail(ErrorCode::crypto, "the keys kept for this person are of somebody else");
    }
    auto box = seal::open_person_blob(person.blob, wrap_key);
    auto const secret = seal::open_with_key(wrap_key, kCodePurpose, person.totp);
    if (!box || !secret) {
        return tl::unexpected(!box ? box.error() : secret.error());
    }
    return Unlocked{std::move(*box), check_code(secret->view(), code, now, person.totp_used)};
}

char const* reason_of(bool proven, CodeFit fit) {
    return !proven ? "passphrase" : fit == CodeFit::used ? "code used before" : "code";
}

} // namespace

struct Vault::Parts {
    records::Store& store;
    Clock const& clock;
    Random& random;
    Audit audit;
    std::optional<Decoy> decoy{};

    [[nodiscard]] Result<Decoy const*> ready_decoy();
    [[nodiscard]] Result<seal::LoginSalt> decoy_salt(std::string_view name);
    [[nodiscard]] Result<LoginResult> let_in(records::Person person, Unlocked unlocked,
                                             Actor const& actor);
};

Result<Decoy const*> Vault::Parts::ready_decoy() {
    if (!decoy) {
        auto made = make_decoy(random);
        if (!made) {
            return tl::unexpected(made.error());
        }
        decoy = std::move(*made);
    }
    return &*decoy;
}

Result<seal::LoginSalt> Vault::Parts::decoy_salt(std::string_view name) {
    auto const key = store.secret(kDecoySecret);
    if (!key) {
        return tl::unexpected(key.error());
    }
    Bytes bytes(*key);
    append(bytes, as_bytes(name));
    return seal::LoginSalt{read_array<seal::LoginSalt::kSize>(seal::hash_of(bytes).bytes, 0)};
}

// The step of the code is used up before anybody is let in.
Result<LoginResult> Vault::Parts::let_in(records::Person person, Unlocked unlocked,
                                         Actor const& actor) {
    person.totp_used = unlocked.code.step;
    auto const written = store.transaction([&] {
        return store.put_person(person).and_then(
            [&] { return audit.write(actor, {.action = "login"}); });
    });
    if (!written) {
        return tl::unexpected(written.error());
    }
    return std::make_unique<OpenSession>(OpenSession::Ground{store, clock, random},
                                         std::move(person), actor, std::move(unlocked.box));
}

Vault::Vault(records::Store& store, Clock const& clock, Random& random)
    : m_parts(std::make_unique<Parts>(Parts{store, clock, random, Audit(store, clock)})) {}

Vault::~Vault() = default;

Result<LoginStart> Vault::begin_login(std::string_view name) {
    auto const person = m_parts->store.person(name);
    auto const people = m_parts->store.people();
    auto const salt = m_parts->decoy_salt(name);
    if (!person || !people || !salt) {
        return tl::unexpected(!person ? person.error() : !people ? people.error() : salt.error());
    }
    LoginStart start{.salt = *salt};
    for (records::Person const& other : *people) {
        if (auto const head = seal::read_person_blob(other.blob)) {
            start.cost = head->cost; // an unknown name takes as long as somebody's
        }
    }
    if (*person && (*person)->active) {
        if (auto const head = seal::read_person_blob((*person)->blob)) {
            start = {.salt = head->salt, .cost = head->cost};
        }
    }
    return start;
}

Result<LoginResult> Vault::finish_login(std::string_view name, seal::LoginKeys const& keys,
                                        std::string_view code, std::string const& origin) {
    auto const found = m_parts->store.person(name);
    auto const decoy = m_parts->ready_decoy();
    if (!found || !decoy) {
        return tl::unexpected(!found ? found.error() : decoy.error());
    }
    bool const exists = *found && (*found)->active;
    records::Person const& claimed = exists ? **found : (*decoy)->person;
    bool const proven = seal::fits_verifier(keys.proof.view(), claimed.verifier) && exists;
    records::Person const& person = proven ? claimed : (*decoy)->person;
    ByteView const wrap_key = proven ? keys.wrap_key.view() : (*decoy)->keys.wrap_key.view();

    Actor const actor{.name = exists ? claimed.name : "unknown", .origin = origin};
    auto unlocked = unlock(person, wrap_key, code, m_parts->clock.wall());
    if (unlocked && proven && unlocked->code.fit == CodeFit::fits) {
        return m_parts->let_in(person, std::move(*unlocked), actor);
    }
    Act act{.action = "login", .result = "refused"};
    act.reason = unlocked ? reason_of(proven, unlocked->code.fit) : "keys damaged";
    if (auto told = m_parts->audit.write(actor, act); !told) {
        return tl::unexpected(told.error());
    }
    if (!unlocked) {
        return tl::unexpected(unlocked.error());
    }
    bool const used = proven && unlocked->code.fit == CodeFit::used;
    return LoginResult(tl::unexpected(used ? LoginRefusal::code_used : LoginRefusal::wrong));
}

} // namespace inloop::vault
