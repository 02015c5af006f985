// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/officerlog/vault/site_keys.h"
#include "kiosk/officerlog/vault/vault.h"

#include <string>

namespace inloop::vault {

// Who gets a login.
struct LoginDraft {
    records::Person person{}; // id, name, role and times; the rest is filled in
    std::string site{}; // as an authenticator app shows it
    seal::LoginCost cost{};
};

// A login nobody has seen yet: what the person is shown, what is stored, what is sealed to.
struct FreshLogin {
    NewLogin shown;
    records::Person person{};
    Recipient recipient{};
};

// Draws passphrase, key pair and one-time secret. Slow: derives keys. Fails with `invalid_input`
// for a name that is none. Not a public header.
[[nodiscard]] Result<FreshLogin> draw_login(LoginDraft const& draft, Random& random,
                                            entries::WordList const& words);

// Of the one-time secret under a person's wrap key (seal::seal_with_key).
inline constexpr std::string_view kCodePurpose = "one-time codes";

} // namespace inloop::vault
