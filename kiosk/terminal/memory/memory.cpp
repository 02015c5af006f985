// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/memory/memory.h"

#include "kiosk/database/file_found.h"
#include "kiosk/database/guarded.h"
#include "kiosk/terminal/memory/database_file.h"
#include "kiosk/terminal/memory/in_use.h"
#include "kiosk/terminal/memory/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <cstdio>
#include <system_error>
#include <utility>

namespace inloop::memory {

using database::guarded;

namespace {

std::string text_of(std::chrono::sys_days day) {
    std::chrono::year_month_day const date(day);
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

// What to do with a file that did not open: an error in these codes lies in the file, so a new one
// helps.
bool a_new_file_helps(ErrorCode code) {
    return code == ErrorCode::corrupt || code == ErrorCode::read_only ||
           code == ErrorCode::invalid_input;
}

} // namespace

Memory::Memory(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

OpenReport const& Memory::report() const {
    return m_store->report;
}

Result<Memory> Memory::open(std::filesystem::path const& path,
                            std::filesystem::path const& schema_dir) {
    auto const migrations = database::read_migrations(schema_dir);
    if (!migrations) {
        return tl::unexpected(migrations.error());
    }
    auto const expected = database::schema_made_by(*migrations);
    if (!expected) {
        return tl::unexpected(expected.error());
    }
    std::error_code ignored; // opening says it better
    std::filesystem::create_directories(path.parent_path(), ignored);

    OpenReport report;
    if (database::look_at(path) == database::FileFound::nothing) {
        report = {.made_anew = true, .reason = "there was none", .quarantined = {}};
        if (auto cleared = set_aside(path); !cleared) { // a journal without its database
            return tl::unexpected(cleared.error());
        }
    }
    auto store = Store::open(path, *migrations, *expected);
    if (!store && a_new_file_helps(store.error().code)) {
        auto aside = set_aside(path);
        if (!aside) {
            return tl::unexpected(store.error());
        }
        report = {
            .made_anew = true, .reason = store.error().message, .quarantined = std::move(*aside)};
        store = Store::open(path, *migrations, *expected);
    }
    if (!store) {
        return fail(store.error().code, path.native() + ": " + store.error().message);
    }
    (*store)->report = std::move(report);
    return Memory(std::move(*store));
}

namespace {

void put_letter(SQLite::Statement& statement, LetterRecord const& letter) {
    InUse const put(statement);
    bind_bytes(put, 1, letter.entry_id.bytes);
    put->bind(2, stored(letter.seq));
    bind_bytes(put, 3, letter.receipt_pk.bytes);
    put->bind(4, static_cast<int>(letter.state));
    put->bind(5, stored(letter.size));
    put->exec();
}

void raise_high_water(SQLite::Statement& statement, std::uint64_t seq) {
    InUse const raise(statement);
    raise->bind(1, stored(seq));
    raise->exec();
}

} // namespace

Result<void> Memory::record_stored(LetterRecord const& letter) {
    return guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(m_store->database());
        put_letter(m_store->statement(Statement::put_letter), letter);
        raise_high_water(m_store->statement(Statement::raise_high_water), letter.seq);
        transaction.commit();
        return {};
    });
}

Result<void> Memory::record_state(seal::EntryId const& entry_id, LetterState state) {
    return guarded([&]() -> Result<void> {
        InUse const set(m_store->statement(Statement::set_state));
        bind_bytes(set, 1, entry_id.bytes);
        set->bind(2, static_cast<int>(state));
        if (set->exec() == 0) {
            return fail(ErrorCode::not_found, "kiosk.db does not know this letter");
        }
        return {};
    });
}

Result<void> Memory::rebuild(std::span<LetterRecord const> letters) {
    return guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(m_store->database());
        InUse(m_store->statement(Statement::clear_letters))->exec();
        std::uint64_t highest = 0;
        for (LetterRecord const& letter : letters) {
            put_letter(m_store->statement(Statement::put_letter), letter);
            highest = std::max(highest, letter.seq);
        }
        raise_high_water(m_store->statement(Statement::raise_high_water), highest);
        transaction.commit();
        return {};
    });
}

Result<std::optional<LetterState>>
Memory::letter_state_by_receipt(seal::ReceiptPublicKey const& receipt_pk) {
    return guarded([&]() -> Result<std::optional<LetterState>> {
        InUse const find(m_store->statement(Statement::state_by_receipt));
        bind_bytes(find, 1, receipt_pk.bytes);
        if (!find->executeStep()) {
            return std::nullopt;
        }
        return static_cast<LetterState>(find->getColumn(0).getInt()); // 0 to 2: the schema checks
    });
}

Result<std::uint64_t> Memory::letters_total() {
    return guarded([&]() -> Result<std::uint64_t> {
        InUse const count(m_store->statement(Statement::count_letters));
        count->executeStep();
        return static_cast<std::uint64_t>(count->getColumn(0).getInt64());
    });
}

Result<std::uint64_t> Memory::highest_sequence() {
    return guarded([&]() -> Result<std::uint64_t> {
        InUse const read(m_store->statement(Statement::read_high_water));
        if (!read->executeStep()) {
            return fail(ErrorCode::corrupt, "kiosk.db has lost its highest number");
        }
        return static_cast<std::uint64_t>(read->getColumn(0).getInt64());
    });
}

Result<void> Memory::tally(std::string_view name, std::chrono::sys_days day, std::uint32_t count) {
    return guarded([&]() -> Result<void> {
        InUse const add(m_store->statement(Statement::add_use));
        add->bind(1, text_of(day));
        add->bind(2, std::string(name));
        add->bind(3, stored(count));
        add->exec();
        return {};
    });
}

Result<std::uint64_t> Memory::tallied(std::string_view name, std::chrono::sys_days day) {
    return guarded([&]() -> Result<std::uint64_t> {
        InUse const read(m_store->statement(Statement::read_use));
        read->bind(1, text_of(day));
        read->bind(2, std::string(name));
        return read->executeStep() ? static_cast<std::uint64_t>(read->getColumn(0).getInt64()) : 0;
    });
}

} // namespace inloop::memory
