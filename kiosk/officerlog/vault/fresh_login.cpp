// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/fresh_login.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/vault/one_time_code.h"
#include "kiosk/officerlog/vault/tuning.h"
#include "kiosk/seal/keyed_seal.h"
#include "kiosk/seal/person_blob.h"

#include <algorithm>
#include <utility>

namespace inloop::vault {

namespace {

// One line that a person can type again.
Result<void> check_name(std::string_view name) {
    bool const plain = std::ranges::none_of(name, [](char sign) {
        auto const byte = static_cast<unsigned char>(sign);
        return byte < 0x20 || byte == 0x7F;
    });
    if (name.empty() || name.size() > kMaxNameBytes || !utf8::is_valid(name) || !plain ||
        name.front() == ' ' || name.back() == ' ') {
        return fail(ErrorCode::invalid_input,
                    "a name is 1 to 60 bytes on one line, without a space at either end");
    }
    return {};
}

// What a passphrase locks up.
struct Secrets {
    seal::BoxKeys box;
    seal::SecretBytes code;
};

Result<Secrets> draw_secrets(Random& random) {
    auto box = seal::BoxKeys::generate(random);
    if (!box) {
        return tl::unexpected(box.error());
    }
    return draw_code_secret(random).map([&](seal::SecretBytes code) {
        return Secrets{std::move(*box), std::move(code)};
    });
}

Result<void> lock_up(Secrets const& secrets, std::string_view passphrase, LoginDraft const& draft,
                     Random& random, records::Person& person) {
    seal::PersonBlob head{.person = person.id, .cost = draft.cost};
    random.fill(head.salt.bytes);
    auto const keys = seal::derive_login_keys(passphrase, head.salt, draft.cost);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    auto blob = seal::write_person_blob(head, secrets.box, keys->wrap_key.view(), random);
    if (!blob) {
        return tl::unexpected(blob.error());
    }
    auto code =
        seal::seal_with_key(keys->wrap_key.view(), kCodePurpose, secrets.code.view(), random);
    if (!code) {
        return tl::unexpected(code.error());
    }
    person.blob = std::move(*blob);
    person.totp = std::move(*code);
    person.verifier = seal::login_verifier(keys->proof.view());
    return {};
}

} // namespace

Result<FreshLogin> draw_login(LoginDraft const& draft, Random& random,
                              entries::WordList const& words) {
    if (auto fits = check_name(draft.person.name); !fits) {
        return tl::unexpected(fits.error());
    }
    auto passphrase = seal::draw_passphrase(words, random);
    auto const secrets = draw_secrets(random);
    if (!passphrase || !secrets) {
        return tl::unexpected(!passphrase ? passphrase.error() : secrets.error());
    }
    auto uri = code_uri(secrets->code.view(), draft.site, draft.person.name);
    if (!uri) {
        return tl::unexpected(uri.error());
    }
    records::Person person = draft.person;
    person.active = true;
    person.totp_used = 0;
    auto locked = lock_up(*secrets, passphrase->view(), draft, random, person);
    if (!locked) {
        return tl::unexpected(locked.error());
    }
    return FreshLogin{.shown = {.id = person.id,
                                .passphrase = std::move(*passphrase),
                                .totp_uri = std::move(*uri)},
                      .person = person,
                      .recipient = {.person = person.id, .key = secrets->box.public_key}};
}

} // namespace inloop::vault
