// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/open_session.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/vault/site_keys.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/key_wraps.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/own_policy.h"

#include <algorithm>
#include <utility>

namespace inloop::vault {

namespace {

// Whether an error says something of one letter, and nothing of the next one.
bool is_of_the_letter(ErrorCode code) {
    switch (code) {
    case ErrorCode::not_found:
    case ErrorCode::corrupt:
    case ErrorCode::crypto:
    case ErrorCode::unsupported:
    case ErrorCode::invalid_input:
        return true;
    default:
        return false;
    }
}

Result<SecretText> copy_of(std::string_view text) {
    auto copy = SecretText::with_capacity(text.size());
    if (copy && !copy->insert(0, text)) {
        return fail(ErrorCode::corrupt, "what was opened is not UTF-8");
    }
    return copy;
}

Result<OpenedLetter> kept(seal::EntryId const& id, Glance const& glance,
                          seal::LetterView const& letter) {
    auto text = copy_of(letter.text);
    auto contact = copy_of(letter.contact);
    if (!text || !contact) {
        return tl::unexpected(!text ? text.error() : contact.error());
    }
    return OpenedLetter{
        .id = id, .glance = glance, .text = std::move(*text), .contact = std::move(*contact)};
}

tl::unexpected<Error> erased() {
    return fail(ErrorCode::not_found, "the entry was erased");
}

} // namespace

OpenSession::OpenSession(Ground ground, records::Person person, Actor actor, seal::BoxKeys keys)
    : m_ground(ground)
    , m_audit(ground.store, ground.clock)
    , m_person(std::move(person))
    , m_actor(std::move(actor))
    , m_keys(std::move(keys)) {}

Result<void> OpenSession::may_open() const {
    if (!may_read(m_person.role)) {
        return fail(ErrorCode::unsupported, "only officers may read entries");
    }
    auto const now = m_ground.store.person(m_person.name);
    if (!now) {
        return tl::unexpected(now.error());
    }
    bool const same = *now && (*now)->id == m_person.id && (*now)->active &&
                      (*now)->role == m_person.role && (*now)->blob == m_person.blob;
    return same ? Result<void>()
                : fail(ErrorCode::unsupported, "the login this session came from is over");
}

// ---- keys

Result<seal::Policy const*> OpenSession::policy() {
    auto const file = m_ground.store.policy();
    if (!file) {
        return tl::unexpected(file.error());
    }
    seal::Hash const hash = seal::hash_of(*file);
    if (!m_policy || hash != m_policy_hash) {
        auto read = seal::read_own_policy(*file);
        if (!read) {
            return tl::unexpected(read.error());
        }
        m_policy = std::move(*read);
        m_policy_hash = hash;
    }
    return &*m_policy;
}

// One that does not open is left out: what is sealed to that week shows as not readable.
void OpenSession::open_wraps(std::vector<records::WeekWrap> const& wraps,
                             seal::Policy const& policy) {
    for (records::WeekWrap const& wrap : wraps) {
        auto const* const announced = find_week(policy, wrap.epoch);
        if (announced == nullptr || m_weeks.contains(wrap.epoch)) {
            continue;
        }
        auto week = seal::open_week_wrap(wrap.bytes, m_person.id, m_keys, *announced);
        if (week) {
            m_weeks.emplace(wrap.epoch, std::move(*week));
        }
    }
}

Result<seal::WeekSecretKey const*> OpenSession::week(std::uint32_t epoch) {
    auto found = m_weeks.find(epoch);
    if (found == m_weeks.end()) {
        auto wraps = m_ground.store.week_wraps(m_person.id);
        if (!wraps) {
            return tl::unexpected(wraps.error());
        }
        std::erase_if(*wraps, [&](auto const& wrap) { return wrap.epoch != epoch; });
        if (!wraps->empty()) {
            auto const announced = policy();
            if (!announced) {
                return tl::unexpected(announced.error());
            }
            open_wraps(*wraps, **announced);
        }
        found = m_weeks.find(epoch);
    }
    if (found == m_weeks.end()) {
        return fail(ErrorCode::not_found,
                    "no key of week " + std::to_string(epoch) + " for this person");
    }
    return &found->second;
}

Result<std::vector<seal::WeekSecretKey const*>> OpenSession::week_keys() {
    if (auto may = may_open(); !may) {
        return tl::unexpected(may.error());
    }
    auto const wraps = m_ground.store.week_wraps(m_person.id);
    auto const announced = policy();
    if (!wraps || !announced) {
        return tl::unexpected(!wraps ? wraps.error() : announced.error());
    }
    // A week that was forgotten since must not come back through somebody who remembers it.
    std::erase_if(m_weeks, [&](auto const& week) {
        return std::ranges::find(*wraps, week.first, &records::WeekWrap::epoch) == wraps->end();
    });
    open_wraps(*wraps, **announced);
    std::vector<seal::WeekSecretKey const*> all;
    for (auto const& [epoch, week] : m_weeks) {
        all.push_back(&week);
    }
    return all;
}

Result<seal::SigningKey const*> OpenSession::log_sign() {
    if (auto may = may_open(); !may) {
        return tl::unexpected(may.error());
    }
    auto const wrap = m_ground.store.log_sign_wrap(m_person.id);
    auto const announced = policy();
    if (!wrap || !announced) {
        return tl::unexpected(!wrap ? wrap.error() : announced.error());
    }
    auto const& in_force = (*announced)->log_sign().bytes;
    if (m_log_sign && m_log_sign->public_key() == in_force) {
        return &*m_log_sign;
    }
    m_log_sign.reset();
    if (!*wrap) {
        return fail(ErrorCode::not_found, "no signing key for this person");
    }
    auto key = seal::open_log_sign_wrap((*wrap)->bytes, m_person.id, m_keys);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (key->public_key() != in_force) {
        return fail(ErrorCode::crypto, "the signing key of this person is not the one in force");
    }
    m_log_sign = std::move(*key);
    return &*m_log_sign;
}

// ---- letters

Result<Bytes> OpenSession::envelope_of(records::Entry const& entry) {
    if (entry.body.empty()) {
        return erased();
    }
    auto const wrap = m_ground.store.wrap_of(entry.id);
    if (!wrap) {
        return tl::unexpected(wrap.error());
    }
    if (!*wrap) {
        return erased();
    }
    if ((*wrap)->size() != seal::kWrapBytes) {
        return fail(ErrorCode::corrupt, "the key of the entry in keys.db has another size");
    }
    auto envelope = seal::join(entry.body, read_array<seal::kWrapBytes>(**wrap, 0));
    if (envelope && seal::hash_of(*envelope) != entry.hash) {
        return fail(ErrorCode::corrupt, "the entry is not what arrived");
    }
    return envelope;
}

Result<void> OpenSession::view(records::Entry const& entry, See const& see) {
    auto const envelope = envelope_of(entry);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    auto const key = week(entry.epoch);
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (!m_reader) {
        auto reader = seal::LetterReader::create();
        if (!reader) {
            return tl::unexpected(reader.error());
        }
        m_reader = std::move(*reader);
    }
    return m_reader->read(*envelope, **key, [&](seal::LetterView& letter) {
        Glance const& glance =
            m_glances
                .insert_or_assign(entry.id, Glance{.facts = std::move(letter.facts),
                                                   .follow_up = letter.follow_up,
                                                   .proven = letter.proof_ok})
                .first->second;
        see(glance, letter);
    });
}

Result<OpenedLetter> OpenSession::open(records::Entry const& entry) {
    Result<OpenedLetter> opened = fail(ErrorCode::corrupt, "nothing was opened");
    auto const done = view(entry, [&](Glance const& glance, seal::LetterView const& letter) {
        opened = kept(entry.id, glance, letter);
    });
    return done ? std::move(opened) : tl::unexpected(done.error());
}

Result<Glance> OpenSession::glance(records::Entry const& entry) {
    if (entry.body.empty()) {
        m_glances.erase(entry.id);
        return Glance{.readable = false};
    }
    auto const known = m_glances.find(entry.id);
    if (known != m_glances.end()) {
        return known->second;
    }
    if (auto may = may_open(); !may) {
        return tl::unexpected(may.error());
    }
    Glance seen{.readable = false};
    auto const done =
        view(entry, [&](Glance const& glance, seal::LetterView const&) { seen = glance; });
    if (!done && !is_of_the_letter(done.error().code)) {
        return tl::unexpected(done.error());
    }
    return seen;
}

Result<OpenedLetter> OpenSession::read(records::Entry const& entry, std::string const& reason) {
    Act act{.action = "read", .object = hex(entry.id.bytes), .reason = reason};
    if (auto may = may_open(); !may) {
        act.result = "refused";
        auto const told = m_audit.write(m_actor, act);
        return tl::unexpected(told ? may.error() : told.error());
    }
    if (auto written = m_audit.write(m_actor, act); !written) {
        return tl::unexpected(written.error());
    }
    auto letter = open(entry);
    if (!letter) {
        act.result = "failed";
        // What went wrong first is what the caller must hear.
        [[maybe_unused]] auto const told = m_audit.write(m_actor, act);
    }
    return letter;
}

Result<void> OpenSession::scan(
    std::vector<records::Entry> const& entries,
    std::function<void(records::Entry const&, Glance const&, std::string_view text)> const& see) {
    if (auto may = may_open(); !may) {
        return may;
    }
    for (records::Entry const& entry : entries) {
        auto done = view(entry, [&](Glance const& glance, seal::LetterView const& letter) {
            see(entry, glance, letter.text);
        });
        if (!done && !is_of_the_letter(done.error().code)) {
            return done;
        }
    }
    return {};
}

// ---- notes

Result<seal::SecretBytes> OpenSession::letter_key(records::Entry const& entry) {
    if (auto may = may_open(); !may) {
        return tl::unexpected(may.error());
    }
    auto const envelope = envelope_of(entry);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    return week(entry.epoch).and_then([&](seal::WeekSecretKey const* key) {
        return seal::open_letter_key(*envelope, *key);
    });
}

Result<Bytes> OpenSession::seal_note(records::Entry const& root, records::NoteKind kind,
                                     std::string_view text) {
    return letter_key(root).and_then([&](seal::SecretBytes const& key) {
        return seal::seal_note(key.view(), root.id, static_cast<std::uint8_t>(kind), as_bytes(text),
                               m_ground.random);
    });
}

Result<SecretText> OpenSession::open_note(records::Entry const& root, records::Note const& note) {
    auto const key = letter_key(root);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto const bytes =
        seal::open_note(key->view(), root.id, static_cast<std::uint8_t>(note.kind), note.sealed);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::string_view const plain(reinterpret_cast<char const*>(bytes->view().data()),
                                 bytes->view().size());
    return copy_of(plain);
}

} // namespace inloop::vault
