// SPDX-License-Identifier: EUPL-1.2
//
// Everything of keys.db but the keys of letters. What is replaced is as secret as what is deleted:
// an old blob opens with an old passphrase.
#include "kiosk/officerlog/records/name_key.h"
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"

#include <map>

namespace inloop::records {

namespace {

Result<Bytes> bytes_or(database::Query& query, std::string const& absent) {
    if (!query.next()) {
        return fail(ErrorCode::not_found, absent);
    }
    return query.bytes();
}

// Whether somebody else has this name.
bool is_taken(BothDatabases& both, std::string const& key, PersonId const& id) {
    auto query = both.keys(KeysStatement::id_of_name);
    auto const owner = first_row(query.with(key), id_from<PersonId>);
    return owner && *owner != id;
}

bool replaces_secrets(BothDatabases& both, Person const& person) {
    auto query = both.keys(KeysStatement::person_with_other_secrets);
    query.with(person.id.bytes).with(person.blob).with(person.verifier.bytes).with(person.totp);
    return query.next();
}

void write_person(BothDatabases& both, Person const& person, std::string const& key) {
    both.keys(KeysStatement::write_person)
        .with(person.id.bytes)
        .with(person.name)
        .with(key)
        .with(person.role)
        .with(person.active)
        .with(person.blob)
        .with(person.verifier.bytes)
        .with(person.totp)
        .with(person.totp_used)
        .with(person.added_at)
        .with(person.last_shift_end)
        .run();
}

} // namespace

Result<std::vector<Person>> SqliteTables::people() {
    return m_both->read([&]() -> Result<std::vector<Person>> {
        auto query = m_both->keys(KeysStatement::read_people);
        return all_rows(query, person_from);
    });
}

Result<std::optional<Person>> SqliteTables::person(std::string_view name) {
    return m_both->read([&]() -> Result<std::optional<Person>> {
        auto query = m_both->keys(KeysStatement::read_person);
        return first_row(query.with(name_key(name)), person_from);
    });
}

Result<void> SqliteTables::put_person(Person const& person) {
    std::string const key = name_key(person.name);
    if (key.empty()) {
        return fail(ErrorCode::invalid_input, "a person needs a name in UTF-8");
    }
    return m_both->write([&]() -> Result<void> {
        if (is_taken(*m_both, key, person.id)) {
            return fail(ErrorCode::already_there, "somebody has this name already");
        }
        if (replaces_secrets(*m_both, person)) { // not at every login, which only counts its code
            m_both->must_empty_journals();
        }
        write_person(*m_both, person, key);
        return {};
    });
}

Result<void> SqliteTables::remove_person(PersonId const& id) {
    return m_both->write(
        [&]() -> Result<void> {
            for (auto const what :
                 {KeysStatement::empty_person, KeysStatement::erase_week_wraps_of_person,
                  KeysStatement::erase_log_sign_wrap}) {
                m_both->keys(what).with(id.bytes).run();
            }
            return {};
        },
        Erases::yes);
}

Result<void> SqliteTables::put_week_wrap(WeekWrap const& wrap) {
    return m_both->write(
        [&]() -> Result<void> {
            m_both->keys(KeysStatement::write_week_wrap)
                .with(wrap.person.bytes)
                .with(wrap.epoch)
                .with(wrap.bytes)
                .run();
            return {};
        },
        Erases::yes);
}

Result<std::vector<WeekWrap>> SqliteTables::week_wraps(PersonId const& person) {
    return m_both->read([&]() -> Result<std::vector<WeekWrap>> {
        auto query = m_both->keys(KeysStatement::read_week_wraps);
        return all_rows(query.with(person.bytes), week_wrap_from);
    });
}

Result<void> SqliteTables::forget_week(std::uint32_t epoch) {
    return m_both->write(
        [&]() -> Result<void> {
            m_both->keys(KeysStatement::erase_week).with(epoch).run();
            return {};
        },
        Erases::yes);
}

Result<std::vector<KeptWeek>> SqliteTables::kept_weeks() {
    return m_both->read([&]() -> Result<std::vector<KeptWeek>> {
        std::map<std::uint32_t, KeptWeek> with_letters;
        for (auto letters = m_both->log(LogStatement::state_of_weeks); letters.next();) {
            auto const epoch = letters.number<std::uint32_t>();
            bool const readable = letters.number() != 0;
            with_letters[epoch] = {epoch, readable, letters.number()};
        }
        auto keys = m_both->keys(KeysStatement::read_weeks);
        return all_rows(keys, [&](database::Query& row) {
            auto const epoch = row.number<std::uint32_t>();
            auto const week = with_letters.find(epoch);
            return week == with_letters.end() ? KeptWeek{.epoch = epoch} : week->second;
        });
    });
}

Result<void> SqliteTables::put_log_sign_wrap(LogSignWrap const& wrap) {
    return m_both->write(
        [&]() -> Result<void> {
            m_both->keys(KeysStatement::write_log_sign_wrap)
                .with(wrap.person.bytes)
                .with(wrap.bytes)
                .run();
            return {};
        },
        Erases::yes);
}

Result<std::optional<LogSignWrap>> SqliteTables::log_sign_wrap(PersonId const& person) {
    return m_both->read([&]() -> Result<std::optional<LogSignWrap>> {
        auto query = m_both->keys(KeysStatement::read_log_sign_wrap);
        return first_row(query.with(person.bytes), [](database::Query& row) {
            return LogSignWrap{.person = id_from<PersonId>(row), .bytes = row.bytes()};
        });
    });
}

Result<Bytes> SqliteTables::policy() {
    return m_both->read([&]() -> Result<Bytes> {
        auto query = m_both->keys(KeysStatement::read_policy);
        return bytes_or(query, "this log has no policy yet: inloop-log init");
    });
}

Result<void> SqliteTables::set_policy(ByteView policy) {
    return m_both->write([&]() -> Result<void> {
        m_both->keys(KeysStatement::write_policy).with(policy).run();
        return {};
    });
}

Result<Bytes> SqliteTables::secret(std::string_view name) {
    return m_both->read([&]() -> Result<Bytes> {
        auto query = m_both->keys(KeysStatement::read_secret);
        return bytes_or(query.with(name), "keys.db has no \"" + std::string(name) + "\"");
    });
}

Result<void> SqliteTables::put_secret(std::string_view name, ByteView value) {
    return m_both->write(
        [&]() -> Result<void> {
            m_both->keys(KeysStatement::write_secret).with(name).with(value).run();
            return {};
        },
        Erases::yes);
}

} // namespace inloop::records
