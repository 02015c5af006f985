// SPDX-License-Identifier: EUPL-1.2
//
// Status, urgency, and whose it is.
#include "kiosk/officerlog/desk/change.h"
#include "kiosk/officerlog/desk/colleagues.h"
#include "kiosk/officerlog/desk/status_names.h"
#include "kiosk/officerlog/desk/stepping.h"
#include "kiosk/officerlog/desk/tuning.h"

#include <string>

namespace inloop::desk {
namespace {

using entries::Status;
using records::NoteKind;

std::string_view name_of(records::Urgency urgency) {
    switch (urgency) {
    case records::Urgency::normal:
        return "normal";
    case records::Urgency::soon:
        return "soon";
    case records::Urgency::now:
        return "now";
    }
    return "unknown";
}

// Keeps the note unless there is none.
Change::Work note_of(Change& change, NoteKind kind, std::string_view text) {
    return [&change, kind, text]() -> Result<void> {
        return text.empty() ? Result<void>() : change.keep_note(kind, text);
    };
}

bool is_optional_fault(std::optional<Refusal> fault) {
    return fault && *fault != Refusal::empty;
}

} // namespace

Outcome<Done> change_status(Desk& desk, vault::Session& session, Target const& target, Status to) {
    return on_thread(
        desk, session, target, {.text = to != Status::closed}, [&](Change& begun) -> Outcome<Done> {
            if (to == begun.root().status || !may_answer_with(to)) {
                return refused<Done>(Refusal::step);
            }
            if (auto const fault = begun.fault_in_step(to)) {
                return refused<Done>(*fault);
            }
            step(begun.root(), to, begun.now());
            return begun.commit({.action = "status", .reason = std::string(name_of(to))});
        });
}

Outcome<Done> set_urgency(Desk& desk, vault::Session& session, Target const& target,
                          records::Urgency urgency) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        begun.root().urgency = urgency;
        return begun.commit({.action = "urgency", .reason = std::string(name_of(urgency))});
    });
}

Outcome<Done> hand_over(Desk& desk, vault::Session& session, Target const& target,
                        std::optional<records::PersonId> const& to, std::string_view note) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        auto const fault = fault_in(note, kMaxNoteCodePoints);
        if (is_optional_fault(fault)) {
            return refused<Done>(*fault);
        }
        auto const colleagues = Colleagues::of(desk);
        if (!colleagues) {
            return tl::unexpected(colleagues.error());
        }
        if (to && !colleagues->is_officer(*to)) {
            return refused<Done>(Refusal::role);
        }
        begun.root().handler = to;
        return begun.commit(
            {.action = "hand-over",
             .reason = to ? colleagues->name_of(*to) : std::string("whoever-is-here")},
            note_of(begun, NoteKind::hand_over, fault ? std::string_view() : note));
    });
}

Outcome<Done> set_aside(Desk& desk, vault::Session& session, Target const& target,
                        records::Seconds until, std::string_view reason) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        if (auto const fault = fault_in(reason, kMaxNoteCodePoints)) {
            return refused<Done>(*fault);
        }
        if (auto const fault = begun.fault_in_step(Status::set_aside)) {
            return refused<Done>(*fault);
        }
        if (until <= begun.now()) {
            return refused<Done>(Refusal::step);
        }
        step(begun.root(), Status::set_aside, begun.now());
        begun.root().set_aside_until = until;
        return begun.commit({.action = "set-aside"}, note_of(begun, NoteKind::set_aside, reason));
    });
}

Outcome<Done> refer(Desk& desk, vault::Session& session, Target const& target,
                    std::string_view body, std::string_view note) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        auto const fault = fault_in(note, kMaxNoteCodePoints);
        if (is_optional_fault(fault)) {
            return refused<Done>(*fault);
        }
        if (auto const no = begun.fault_in_step(Status::referred)) {
            return refused<Done>(*no);
        }
        if (desk.assets.facts.find(body) == nullptr) {
            return refused<Done>(Refusal::step);
        }
        step(begun.root(), Status::referred, begun.now());
        return begun.commit(
            {.action = "refer", .reason = std::string(body)}, [&]() -> Result<void> {
                auto text = SecretText::with_capacity(body.size() + note.size() + 1);
                if (!text) {
                    return tl::unexpected(text.error());
                }
                bool const fits =
                    text->insert(0, body) && (fault || (text->insert(text->size(), "\n") &&
                                                        text->insert(text->size(), note)));
                return fits ? begun.keep_note(NoteKind::referral, text->view())
                            : fail(ErrorCode::invalid_input, "the note of a referral is not text");
            });
    });
}

Outcome<Done> set_nonsense(Desk& desk, vault::Session& session, Target const& target,
                           bool nonsense) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        records::Entry& root = begun.root();
        bool const is_nonsense = root.closing == entries::Closing::nonsense;
        if (is_nonsense == nonsense) {
            return refused<Done>(Refusal::step);
        }
        if (nonsense) {
            close(root, entries::Closing::nonsense, begun.now());
        } else {
            step(root, Status::in_hand, begun.now());
        }
        return begun.commit({.action = "nonsense", .reason = nonsense ? "yes" : "no"});
    });
}

} // namespace inloop::desk
