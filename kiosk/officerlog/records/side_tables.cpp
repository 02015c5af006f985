// SPDX-License-Identifier: EUPL-1.2
//
// What stands beside letters: notes, answers, links.
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"

namespace inloop::records {

namespace {

tl::unexpected<Error> no_such_letter() {
    return fail(ErrorCode::not_found, "no letter of this id");
}

} // namespace

std::optional<SqliteTables::Thread> SqliteTables::thread_of(seal::EntryId const& id) {
    auto query = m_both->log(LogStatement::thread_of_letter);
    return first_row(query.with(id.bytes), [](database::Query& row) {
        return Thread{.root = id_from<seal::EntryId>(row), .is_destroyed = row.number<int>() != 0};
    });
}

bool SqliteTables::is_kept(seal::EntryId const& id) {
    auto const thread = thread_of(id);
    return thread && !thread->is_destroyed;
}

std::vector<seal::EntryId> SqliteTables::ids_from(LogStatement which, seal::EntryId const& id) {
    auto query = m_both->log(which);
    return all_rows(query.with(id.bytes), id_from<seal::EntryId>);
}

Result<void> SqliteTables::add_note(Note const& note) {
    return m_both->write([&]() -> Result<void> {
        if (!is_kept(note.entry)) {
            return no_such_letter();
        }
        m_both->log(LogStatement::add_note)
            .with(note.entry.bytes)
            .with(note.author.bytes)
            .with(note.kind)
            .with(note.at)
            .with(note.sealed)
            .run();
        return {};
    });
}

Result<std::vector<Note>> SqliteTables::notes(seal::EntryId const& root) {
    return m_both->read([&]() -> Result<std::vector<Note>> {
        auto query = m_both->log(LogStatement::read_notes);
        return all_rows(query.with(root.bytes), note_from);
    });
}

Result<void> SqliteTables::add_answer(Answer const& answer) {
    return m_both->write([&]() -> Result<void> {
        auto const thread = thread_of(answer.entry);
        if (!thread) {
            return no_such_letter();
        }
        m_both->log(LogStatement::add_answer)
            .with(answer.id.bytes)
            .with(answer.entry.bytes)
            .with(thread->root.bytes)
            .with(answer.receipt.bytes)
            .with(answer.number)
            .with(answer.bytes)
            .with(answer.at)
            .with(next_change())
            .run();
        return {};
    });
}

Result<std::vector<Answer>> SqliteTables::answers(seal::EntryId const& root) {
    return m_both->read([&]() -> Result<std::vector<Answer>> {
        auto query = m_both->log(LogStatement::read_answers);
        return all_rows(query.with(root.bytes), answer_from);
    });
}

Result<void> SqliteTables::forget_answers(seal::EntryId const& root) {
    return m_both->write(
        [&]() -> Result<void> {
            m_both->log(LogStatement::erase_answers).with(root.bytes).run();
            return {};
        },
        Erases::yes);
}

Result<void> SqliteTables::link(seal::EntryId const& a, seal::EntryId const& b) {
    return m_both->write([&]() -> Result<void> {
        if (a == b) {
            return fail(ErrorCode::invalid_input, "a letter is not linked to itself");
        }
        if (!is_kept(a) || !is_kept(b)) {
            return no_such_letter();
        }
        m_both->log(LogStatement::add_link).with(a.bytes).with(b.bytes).run();
        return {};
    });
}

Result<void> SqliteTables::unlink(seal::EntryId const& a, seal::EntryId const& b) {
    return m_both->write([&]() -> Result<void> {
        m_both->log(LogStatement::erase_link).with(a.bytes).with(b.bytes).run();
        return {};
    });
}

Result<std::vector<seal::EntryId>> SqliteTables::linked(seal::EntryId const& id) {
    return m_both->read([&]() -> Result<std::vector<seal::EntryId>> {
        return ids_from(LogStatement::read_links, id);
    });
}

} // namespace inloop::records
