// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/follow_ups.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/erasing.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/stepping.h"

#include <string>

namespace inloop::desk {
namespace {

using seal::Action;

// The visitor did it; the log carries it out when an officer's key is there to see the proof.
vault::Actor the_log() {
    return {"log", "code"};
}

Result<void> withdraw(Desk& desk, records::Entry root) {
    records::Seconds const now = now_of(desk);
    close(root, entries::Closing::withdrawn, now);
    return erase(desk, the_log(), {.root = root, .by = "visitor", .reason = "withdrawn"});
}

Result<void> reopen(Desk& desk, records::Entry root) {
    step(root, entries::Status::in_hand, now_of(desk));
    return desk.store.transaction([&]() -> Result<void> {
        if (auto done = desk.store.update(root, root.version); !done) {
            return done;
        }
        return desk.audit.write(
            the_log(), {.action = "reopen", .object = hex(root.id.bytes), .reason = "not-solved"});
    });
}

// What is asked of the thread as it stands: a letter before its last change was heard already.
struct Asked {
    bool to_withdraw = false;
    bool to_reopen = false;
};
Result<Asked> asked_of(vault::Session& session, Thread const& thread) {
    records::Entry const& root = thread.front();
    Asked asked;
    for (records::Entry const& letter : thread) {
        auto const glance = session.glance(letter);
        if (!glance) {
            return tl::unexpected(glance.error());
        }
        if (!glance->follow_up || !glance->proven) {
            continue;
        }
        asked.to_withdraw |= *glance->follow_up == Action::withdraw;
        asked.to_reopen |=
            *glance->follow_up == Action::not_solved && letter.arrived_at > root.changed_at;
    }
    asked.to_withdraw &= entries::visitor_may_withdraw(root.status);
    asked.to_reopen &= entries::visitor_may_reopen(root.status);
    return asked;
}

bool may_ask(records::Entry const& root) {
    return !is_gone(root) && (root.replied_at != 0 || root.first_read_at == 0);
}

} // namespace

Result<bool> apply_follow_ups(Desk& desk, vault::Session& session,
                              std::vector<Thread> const& threads) {
    bool changed = false;
    for (Thread const& thread : threads) {
        if (!may_ask(thread.front())) {
            continue;
        }
        auto const asked = asked_of(session, thread);
        if (!asked) {
            return tl::unexpected(asked.error());
        }
        if (!asked->to_withdraw && !asked->to_reopen) {
            continue;
        }
        auto const done =
            asked->to_withdraw ? withdraw(desk, thread.front()) : reopen(desk, thread.front());
        if (!done) {
            return tl::unexpected(done.error());
        }
        changed = true;
    }
    return changed;
}

} // namespace inloop::desk
