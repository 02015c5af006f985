// SPDX-License-Identifier: EUPL-1.2
//
// What stands beside a thread and leaves it as it is.
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/change.h"
#include "kiosk/officerlog/desk/threads.h"
#include "kiosk/officerlog/desk/tuning.h"

namespace inloop::desk {

Outcome<Done> add_note(Desk& desk, vault::Session& session, Target const& target,
                       std::string_view text, records::NoteKind kind) {
    return on_thread(desk, session, target, {.newest = false}, [&](Change& begun) -> Outcome<Done> {
        if (kind != records::NoteKind::internal && kind != records::NoteKind::walk_in) {
            return refused<Done>(Refusal::step);
        }
        if (auto const fault = fault_in(text, kMaxNoteCodePoints)) {
            return refused<Done>(*fault);
        }
        return begun.commit_beside({.action = "note"}, [&] { return begun.keep_note(kind, text); });
    });
}

Outcome<Done> link(Desk& desk, vault::Session& session, Target const& target,
                   seal::EntryId const& other, bool linked) {
    return on_thread(desk, session, target, {.newest = false}, [&](Change& begun) -> Outcome<Done> {
        auto const found = desk.store.entry(other);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found || (*found)->root != other || is_gone(**found)) {
            return refused<Done>(Refusal::gone);
        }
        if (other == target.root) {
            return refused<Done>(Refusal::step);
        }
        return begun.commit_beside(
            {.action = linked ? "link" : "unlink", .reason = hex(other.bytes)}, [&] {
                return linked ? desk.store.link(target.root, other)
                              : desk.store.unlink(target.root, other);
            });
    });
}

} // namespace inloop::desk
