// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"
#include "kiosk/entries/status.h"
#include "kiosk/terminal/flow/kept_code.h"

#include <cstdint>
#include <vector>

namespace inloop::flow {

// What a visitor does with a letter he left before. It travels as a letter of its own under the
// same code; the log decides what comes of it.
enum class FollowUpAction : std::uint8_t {
    more, // a further message
    not_solved, // opens the letter again, with or without words
    withdraw, // the police need not read it any more
};

// One of them, ready to go. `text` is empty for a withdrawal and may be for `not_solved`.
struct FollowUpToSend {
    KeptCode code;
    FollowUpAction action = FollowUpAction::more;
    entries::EntryFacts facts; // as of a question left now
    SecretText text;
};

// What this kiosk knows of the letter with a code.
enum class CodeState : std::uint8_t {
    nothing_to_see, // no such letter here, or nothing is known of it yet: the same to a visitor
    stored, // on this device, not yet with the police
    with_police, // there; LetterNews::status says how far it is
    unreadable, // this kiosk cannot look now
};

// The same with all a visitor may see of it.
struct LetterNews {
    CodeState state = CodeState::nothing_to_see;
    entries::Status status = entries::Status::arrived; // while with_police
    entries::Closing closing = entries::Closing::open; // while closed
    std::vector<SecretText> answers{}; // the newest first
};

// What makes sense with such a letter. Nothing once its text is gone for good.
struct FollowUps {
    bool more = false;
    bool not_solved = false;
    bool withdraw = false;

    [[nodiscard]] bool has(FollowUpAction action) const;
};
[[nodiscard]] FollowUps follow_ups_of(LetterNews const& news);

// A visitor who came back: his code and what is known of his letter.
struct CodeVisit {
    bool here = false; // false: nobody did, and the rest is empty
    KeptCode code{};
    LetterNews news{};

    void clear(); // overwrites code and answers
};

} // namespace inloop::flow
