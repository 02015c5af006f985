// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/officerlog/vault/audit.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/letter_reader.h"
#include "kiosk/seal/sealed_secret.h"

#include <functional>
#include <map>
#include <optional>

namespace inloop::vault {

// The session of a person whose secret was opened. Not a public header.
class OpenSession final : public Session {
public:
    struct Ground {
        records::Store& store;
        Clock const& clock;
        Random& random;
    };
    OpenSession(Ground ground, records::Person person, Actor actor, seal::BoxKeys keys);

    [[nodiscard]] records::Person const& person() const override { return m_person; }
    [[nodiscard]] Actor const& actor() const override { return m_actor; }
    [[nodiscard]] Result<Glance> glance(records::Entry const& entry) override;
    [[nodiscard]] Result<OpenedLetter> read(records::Entry const& entry,
                                            std::string const& reason) override;
    [[nodiscard]] Result<void> scan(std::vector<records::Entry> const& entries,
                                    std::function<void(records::Entry const&, Glance const&,
                                                       std::string_view text)> const& see) override;
    [[nodiscard]] Result<Bytes> seal_note(records::Entry const& root, records::NoteKind kind,
                                          std::string_view text) override;
    [[nodiscard]] Result<SecretText> open_note(records::Entry const& root,
                                               records::Note const& note) override;
    [[nodiscard]] Result<seal::SigningKey const*> log_sign() override;
    [[nodiscard]] Result<std::vector<seal::WeekSecretKey const*>> week_keys() override;

private:
    // That this person may read, and that his login is still the one this session came from.
    [[nodiscard]] Result<void> may_open() const;
    [[nodiscard]] Result<seal::Policy const*> policy();
    [[nodiscard]] Result<seal::WeekSecretKey const*> week(std::uint32_t epoch);
    void open_wraps(std::vector<records::WeekWrap> const& wraps, seal::Policy const& policy);
    [[nodiscard]] Result<Bytes> envelope_of(records::Entry const& entry);
    // Opens an entry for the length of `see`, and remembers its facts.
    using See = std::function<void(Glance const&, seal::LetterView const&)>;
    [[nodiscard]] Result<void> view(records::Entry const& entry, See const& see);
    [[nodiscard]] Result<OpenedLetter> open(records::Entry const& entry);
    [[nodiscard]] Result<seal::SecretBytes> letter_key(records::Entry const& entry);

    Ground m_ground;
    Audit m_audit;
    records::Person m_person;
    Actor m_actor;
    seal::BoxKeys m_keys;
    std::map<std::uint32_t, seal::WeekSecretKey> m_weeks;
    std::optional<seal::SigningKey> m_log_sign;
    std::optional<seal::Policy> m_policy; // with the hash of its file below
    seal::Hash m_policy_hash{};
    std::map<seal::EntryId, Glance> m_glances;
    std::optional<seal::LetterReader> m_reader; // made when the first entry is opened
};

} // namespace inloop::vault
