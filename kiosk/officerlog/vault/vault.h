// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/letter.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/officerlog/vault/audit.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/passphrase.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/secret_bytes.h"
#include "kiosk/seal/signing_key.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::vault {

// What an officer sees of an entry without opening it: no text, no contact.
struct Glance {
    entries::EntryFacts facts{};
    bool readable = true; // false: "kan niet worden geopend"; facts are empty then
    std::optional<seal::Action> follow_up{}; // nullopt: a first letter
    bool proven = true; // a follow-up whose sender held the code
};

// One letter, opened.
struct OpenedLetter {
    seal::EntryId id{};
    Glance glance{};
    SecretText text;
    SecretText contact;
};

// What one person may open while logged in: his secret, and through it the signing key of the log
// and the weeks he has a wrap of. Everything is in guarded memory and is wiped with the session.
// Under the desk's lock.
//
// What opens or seals fails with `unsupported` for a person who may not read (roles.h), and for one
// who was removed or got a new login since: a session does not outlive the keys it came from.
class Session {
public:
    virtual ~Session() = default;
    [[nodiscard]] virtual records::Person const& person() const = 0;
    [[nodiscard]] virtual Actor const& actor() const = 0;

    // The facts of an entry, opened once a session and remembered. Not a reading: no audit row.
    [[nodiscard]] virtual Result<Glance> glance(records::Entry const& entry) = 0;

    // The text. The audit row "read" with `reason` is durable before a byte of it is opened; when
    // it cannot be written, nothing is. Who may not read gets a row "refused", and an entry that
    // does not open another one "failed". Not within a transaction: its rows are durable only after
    // it. Errors: `not_found` erased, or of a week this person has no key of; `corrupt`, `crypto`.
    [[nodiscard]] virtual Result<OpenedLetter> read(records::Entry const& entry,
                                                    std::string const& reason) = 0;

    // Goes through the texts of `entries` one after the other for a search or for what is alike,
    // keeping none. `see` must not keep the view either, nor ask this session for anything; it is
    // not called for what does not open. Not logged here: who shows hits logs them.
    [[nodiscard]] virtual Result<void>
    scan(std::vector<records::Entry> const& entries,
         std::function<void(records::Entry const&, Glance const&, std::string_view text)> const&
             see) = 0;

    // Notes and copies of answers, sealed under the letter's key.
    [[nodiscard]] virtual Result<Bytes>
    seal_note(records::Entry const& root, records::NoteKind kind, std::string_view text) = 0;
    [[nodiscard]] virtual Result<SecretText> open_note(records::Entry const& root,
                                                       records::Note const& note) = 0;

    // The log's signing key in force; only officers and leads have a wrap of it. Valid until
    // it is called again.
    [[nodiscard]] virtual Result<seal::SigningKey const*> log_sign() = 0;

    // The weeks this person can open, for who is to get them as well. Valid until it is called
    // again.
    [[nodiscard]] virtual Result<std::vector<seal::WeekSecretKey const*>> week_keys() = 0;
};

// First half of a login, slow and without the desk's lock: the person's salt and cost.
struct LoginStart {
    seal::LoginSalt salt{};
    seal::LoginCost cost{};
};

// How a login ended, as the person is told.
enum class LoginRefusal : std::uint8_t {
    wrong, // name, passphrase or code: never said which
    code_used, // the right code a second time: wait for the next
};

// The keys of people. Holds unlocked keys only while their session is open. Under the desk's lock,
// but for what says otherwise.
class Vault {
public:
    // All outlive it, and every session.
    Vault(records::Store& store, Clock const& clock, Random& random);
    Vault(Vault const&) = delete;
    Vault& operator=(Vault const&) = delete;
    ~Vault();

    // For an unknown name a salt that is always the same for that name, so that nobody learns which
    // names exist.
    [[nodiscard]] Result<LoginStart> begin_login(std::string_view name);

    // `keys` come from seal::derive_login_keys, derived without the lock. Checks the proof, opens
    // the blob and the secret of the one-time codes, checks `code` (RFC 6238, 6 digits, 30 s, one
    // step either way, each step once). Takes the same steps whether the name exists. Writes
    // "login" to the audit, also when refused, but never a name that nobody has: it may be a
    // passphrase in the wrong field. The outer Result fails only for the store, or with `crypto`
    // when what it keeps of the person was changed.
    [[nodiscard]] Result<tl::expected<std::unique_ptr<Session>, LoginRefusal>>
    finish_login(std::string_view name, seal::LoginKeys const& keys, std::string_view code,
                 std::string const& origin);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// A person who was just added, or whose passphrase was made anew: shown once, then gone.
struct NewLogin {
    records::PersonId id{};
    SecretText passphrase; // six words
    SecretText totp_uri; // otpauth://totp/..., for the QR code
};

struct Founding {
    NewLogin lead;
    SecretText recovery_words; // 24, for paper
};

struct FoundingSpec {
    std::string site_name; // "Rolderstraat 21, Assen"
    std::string lead_name;
    seal::LoginCost cost{};
};

// All of the following write their audit row first, then do their work in one transaction, and
// write a second row "failed" when that fails. They derive keys from passphrases, which takes half
// a second: rare, so under the desk's lock all the same.

// `inloop-log init`: deployment, signing keys, the recovery key, the present week and the eight
// after it, the first lead. Fails with `already_there` when the store has a site; may be repeated
// when it failed.
[[nodiscard]] Result<Founding> found(records::Store& store, Clock const& clock, Random& random,
                                     entries::WordList const& words, FoundingSpec const& spec);

// Announces weeks so that eight lie ahead; new week secrets are sealed to every active officer,
// lead and the recovery key. Needs a session (the signing key). Returns how many were added. Fails
// with `no_space` when the policy holds no more: after almost ten years.
[[nodiscard]] Result<std::size_t> announce_weeks(records::Store& store, Session& by,
                                                 Clock const& clock, Random& random);

// Adds a person; an officer or lead gets a wrap of every week `by` can open and of the signing
// key. `invalid_input` a name that is taken or empty, `unsupported` a session without the right.
[[nodiscard]] Result<NewLogin> add_person(records::Store& store, Session& by, Clock const& clock,
                                          Random& random, entries::WordList const& words,
                                          std::string const& name, records::Role role,
                                          seal::LoginCost const& cost);

// Takes a person's keys away and rotates: a new signing key announced by the old one and a new
// week from now on, sealed to those who stay (who may not be nobody: `invalid_input`).
[[nodiscard]] Result<void> remove_person(records::Store& store, Session& by, Clock const& clock,
                                         Random& random, records::PersonId const& id);

// Gives a person another role, and a new login with it: what he may open differs. Who may read no
// longer is taken out as by remove_person; who may now gets wraps from `by`. His open sessions end.
// Errors as remove_person, and `invalid_input` for no role.
[[nodiscard]] Result<NewLogin> change_role(records::Store& store, Session& by, Clock const& clock,
                                           Random& random, entries::WordList const& words,
                                           records::PersonId const& id, records::Role role,
                                           seal::LoginCost const& cost);

// Makes a new passphrase and one-time secret for somebody who lost them, with a new pair and
// wraps from `by`. His open sessions end. Errors as remove_person.
[[nodiscard]] Result<NewLogin> renew_login(records::Store& store, Session& by, Clock const& clock,
                                           Random& random, entries::WordList const& words,
                                           records::PersonId const& id,
                                           seal::LoginCost const& cost);

// The same from the recovery words on paper, when nobody can log in any more. `name` is of an
// officer or lead, or new; he is a lead from then on. Errors: `invalid_input` words that are not
// recovery words, or a name of somebody else; `crypto` the words of another site.
[[nodiscard]] Result<NewLogin> recover(records::Store& store, Clock const& clock, Random& random,
                                       entries::WordList const& words,
                                       std::string_view recovery_words, std::string const& name,
                                       seal::LoginCost const& cost);

// The log's own policy, verified. `not_found` before init.
[[nodiscard]] Result<seal::Policy> own_policy(records::Store& store);

} // namespace inloop::vault
