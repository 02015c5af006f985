// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/follow_ups.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/rows.h"
#include "kiosk/officerlog/desk/similar.h"
#include "kiosk/officerlog/desk/status_names.h"
#include "kiosk/officerlog/desk/stepping.h"
#include "kiosk/officerlog/desk/tuning.h"

#include <string>
#include <utility>

namespace inloop::desk {
namespace {

// The letters that can still be read, after what the visitor asked was done.
Result<Thread> readable_thread(Desk& desk, vault::Session& session, seal::EntryId const& root) {
    auto thread = desk.store.thread(root);
    if (!thread || thread->empty()) {
        return thread ? fail(ErrorCode::not_found, "there is no such entry") : std::move(thread);
    }
    auto const changed = apply_follow_ups(desk, session, {*thread});
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    if (*changed) {
        thread = desk.store.thread(root);
    }
    if (thread && is_gone(thread->front())) {
        return fail(ErrorCode::not_found, "the text of this entry is destroyed");
    }
    return thread;
}

// A letter that is damaged or sealed to a week nobody here has does not hide the others.
bool is_of_one_letter(Error const& error) {
    return error.code == ErrorCode::corrupt || error.code == ErrorCode::crypto ||
           error.code == ErrorCode::not_found;
}

Result<vault::OpenedLetter> open_letter(vault::Session& session, records::Entry const& letter) {
    auto opened = session.read(letter, "opened");
    if (opened || !is_of_one_letter(opened.error())) {
        return opened;
    }
    auto text = SecretText::with_capacity(1);
    auto contact = SecretText::with_capacity(1);
    if (!text || !contact) {
        return tl::unexpected(text ? contact.error() : text.error());
    }
    return vault::OpenedLetter{.id = letter.id,
                               .glance = {.readable = false},
                               .text = std::move(*text),
                               .contact = std::move(*contact)};
}

// Somebody saw it now: the promise is kept, and what the visitor wrote since is read.
Result<void> mark_read(Desk& desk, vault::Session& session, records::Entry& root) {
    if (root.first_read_at != 0 && root.replied_at == 0) {
        return {};
    }
    records::Seconds const now = now_of(desk);
    bool const is_first = root.first_read_at == 0;
    if (is_first) {
        root.first_read_at = now;
    }
    root.replied_at = 0;
    if (root.status == entries::Status::arrived) {
        step(root, entries::Status::in_hand, now);
    }
    auto done = desk.store.transaction([&]() -> Result<void> {
        if (auto kept = desk.store.update(root, root.version); !kept) {
            return kept;
        }
        return desk.audit.write(session.actor(), {.action = is_first ? "first-read" : "reply-read",
                                                  .object = hex(root.id.bytes)});
    });
    if (done) {
        ++root.version;
    }
    return done;
}

Result<void> open_notes(Desk& desk, vault::Session& session, records::Entry const& root,
                        Colleagues const& colleagues, std::vector<OpenedNote>& notes) {
    auto sealed = desk.store.notes(root.id);
    if (!sealed) {
        return tl::unexpected(sealed.error());
    }
    for (records::Note& note : *sealed) {
        auto text = session.open_note(root, note);
        if (!text && is_of_one_letter(text.error())) {
            text = SecretText::with_capacity(1);
        }
        if (!text) {
            return tl::unexpected(text.error());
        }
        std::string author = colleagues.name_of(note.author);
        notes.push_back({std::move(note), std::move(author), std::move(*text)});
    }
    return {};
}

Result<std::vector<Happened>> history_of(Desk& desk, seal::EntryId const& root) {
    auto rows = desk.store.audit_rows_of(hex(root.bytes));
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<Happened> history;
    for (records::AuditRow& row : *rows) {
        history.push_back({row.at, std::move(row.actor), std::move(row.action)});
    }
    return history;
}

Result<void> fill_beside(Desk& desk, vault::Session& session, Thread const& thread, Case& opened) {
    auto const colleagues = Colleagues::of(desk);
    auto similar = similar_to(desk, session, thread);
    auto const answers = desk.store.answers(thread.front().id);
    if (!colleagues || !similar || !answers) {
        return tl::unexpected(!colleagues ? colleagues.error()
                              : !similar  ? similar.error()
                                          : answers.error());
    }
    auto rows = rows_for(desk, session, *colleagues, {thread});
    auto history = history_of(desk, thread.front().id);
    if (!rows || !history) {
        return tl::unexpected(rows ? history.error() : rows.error());
    }
    opened.row = std::move(rows->front());
    opened.similar = std::move(*similar);
    opened.history = std::move(*history);
    opened.answers = answers->size();
    opened.steps = entries::steps_from(opened.row.root.status, opened.row.glance.facts.passing);
    return open_notes(desk, session, thread.front(), *colleagues, opened.notes);
}

} // namespace

Result<Case> open_case(Desk& desk, vault::Session& session, seal::EntryId const& root) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    auto thread = readable_thread(desk, session, root);
    if (!thread) {
        return tl::unexpected(thread.error());
    }
    Case opened;
    for (records::Entry const& letter : *thread) {
        auto read = open_letter(session, letter);
        if (!read) {
            return tl::unexpected(read.error());
        }
        opened.letters.push_back(std::move(*read));
    }
    if (auto done = mark_read(desk, session, thread->front()); !done) {
        return tl::unexpected(done.error());
    }
    if (auto done = fill_beside(desk, session, *thread, opened); !done) {
        return tl::unexpected(done.error());
    }
    return opened;
}

} // namespace inloop::desk
