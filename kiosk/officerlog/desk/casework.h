// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/shift.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::desk {

struct OpenedNote {
    records::Note note{};
    std::string author{};
    SecretText text;
};

// One line of "Wat er gebeurde".
struct Happened {
    records::Seconds at = 0; // 0: only the part of the day is known, see facts
    std::string who{};
    std::string action{}; // of vault::Act
};

// What might be about the same: proposed, never joined by itself.
struct Similar {
    Row row{};
    bool linked = false;
};

// Everything of one thread, opened for reading: the audit rows are written.
struct Case {
    Row row{};
    std::vector<vault::OpenedLetter> letters; // the oldest first
    std::vector<OpenedNote> notes; // copies of answers among them
    std::vector<Happened> history;
    std::vector<Similar> similar;
    std::vector<entries::Status> steps; // that are allowed now
    std::size_t answers = 0; // sent
};

// Opens a thread. The first reading takes "arrived" to "in hand" and is what a promise is about;
// it marks the visitor's replies as read. `not_found`: none, or destroyed.
[[nodiscard]] Result<Case> open_case(Desk& desk, vault::Session& session,
                                     seal::EntryId const& root);

// How an action on a thread ends, for the person. Nothing is changed unless it is done.
enum class Refusal : std::uint8_t {
    changed, // somebody else changed it since `version`: show both
    step, // not a step that is allowed
    no_consent, // the visitor did not say yes to passing it on
    gone, // the text is destroyed
    empty, // needs words
    too_long,
    quotes, // the answer repeats words of the letter: say so and ask again
    person, // a name, number or address of a person seems to stand in it: ask again
    role, // this person may not
};
template <class T>
using Outcome = Result<tl::expected<T, Refusal>>; // the outer one fails only for the store
struct Done {
    std::uint32_t version = 0; // of the thread now
};

// What an action is about: the thread and the version the person saw.
struct Target {
    seal::EntryId root{};
    std::uint32_t version = 0;
};

// All of the following write their audit row in the same transaction as the change, and end in
// `role` for who is not an officer, `gone` when there is no such thread or no text any more, and
// `changed` where that is not said otherwise.

// To in_hand, asked, referred or closed; `step` for the others, which need more than a click:
// set_aside() a date and a reason, take_over() the page on paper.
[[nodiscard]] Outcome<Done> change_status(Desk& desk, vault::Session& session, Target const& target,
                                          entries::Status to);
[[nodiscard]] Outcome<Done> set_urgency(Desk& desk, vault::Session& session, Target const& target,
                                        records::Urgency urgency);

struct AnswerDraft {
    std::string_view text; // at most 4,000 code points
    entries::Status then = entries::Status::closed; // asked, in_hand, referred or closed
    bool despite_warnings = false; // the person saw `quotes` and `person` and sends all the same
};
// A piece of an answer, bytes [begin, end), that should not stand in it.
struct AnswerWarning {
    Refusal why = Refusal::quotes; // or person
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(AnswerWarning const&, AnswerWarning const&) = default;
};
// All there are, in the order of the text. Numbers of assets/facts are nobody's: no warning.
[[nodiscard]] Result<std::vector<AnswerWarning>> warnings_about(Desk& desk, vault::Session& session,
                                                                seal::EntryId const& root,
                                                                std::string_view text);

// Seals to the receipt and signs; keeps a copy under the letter's key. A tip must not be quoted:
// who watches over a visitor's shoulder would learn of it. `step` also when the visitor wanted no
// answer: his receipt opens none.
[[nodiscard]] Outcome<Done> answer(Desk& desk, vault::Session& session, Target const& target,
                                   AnswerDraft const& draft);

// For colleagues only. Never `changed`: it overwrites nothing. `kind`: internal, or walk_in for a
// talk with the visitor who came back.
[[nodiscard]] Outcome<Done> add_note(Desk& desk, vault::Session& session, Target const& target,
                                     std::string_view text,
                                     records::NoteKind kind = records::NoteKind::internal);
// `to` empty: back to whoever is on shift. `role` also for a colleague who is no officer. The note
// may be empty.
[[nodiscard]] Outcome<Done> hand_over(Desk& desk, vault::Session& session, Target const& target,
                                      std::optional<records::PersonId> const& to,
                                      std::string_view note);
// `step` for a time that is over; `empty` without a reason.
[[nodiscard]] Outcome<Done> set_aside(Desk& desk, vault::Session& session, Target const& target,
                                      records::Seconds until, std::string_view reason);
// Only with the visitor's yes. `body` is an id of assets/facts ("municipality", ...), else `step`.
// The note may be empty.
[[nodiscard]] Outcome<Done> refer(Desk& desk, vault::Session& session, Target const& target,
                                  std::string_view body, std::string_view note);
// Both ways. Never `changed`: each thread stays what it is.
[[nodiscard]] Outcome<Done> link(Desk& desk, vault::Session& session, Target const& target,
                                 seal::EntryId const& other, bool linked);
// Stands in the police's system now: the text here is destroyed; the visitor's code still tells.
// Print first: there is no way back.
[[nodiscard]] Outcome<Done> take_over(Desk& desk, vault::Session& session, Target const& target);
// Destroys text, contact, notes and copies for good and closes. The visitor's answers stay
// readable. `reason` stays in the audit for ever, so it may not repeat the letter or name a person
// (`quotes`, `person`); `empty` without.
[[nodiscard]] Outcome<Done> redact(Desk& desk, vault::Session& session, Target const& target,
                                   std::string_view reason);
// Apart and closed, or back in hand.
[[nodiscard]] Outcome<Done> set_nonsense(Desk& desk, vault::Session& session, Target const& target,
                                         bool nonsense);

// A talk at the table, written down by the officer: an entry like a kiosk's, already read and his,
// sealed by the log's own device. Nobody has a code for it. `empty`, `too_long`, `role`.
struct WalkIn {
    entries::EntryFacts facts{};
    std::string_view text;
};
[[nodiscard]] Outcome<seal::EntryId> add_walk_in(Desk& desk, vault::Session& session,
                                                 WalkIn const& walk_in);

// Standard answers of assets/answers.toml for a status and a language (else in Dutch), in file
// order, filled in.
struct StandardAnswer {
    std::string id{};
    std::string title{};
    std::string text{};
};
[[nodiscard]] std::vector<StandardAnswer> standard_answers(Desk const& desk, entries::Status status,
                                                           std::string_view language);

} // namespace inloop::desk
