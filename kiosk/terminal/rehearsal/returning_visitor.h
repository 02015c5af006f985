// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/flow/follow_up.h"
#include "kiosk/terminal/flow/kept_code.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/visitor.h"
#include "kiosk/terminal/rehearsal/waiting.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace inloop::rehearsal {

struct VisitorSpec {
    // Keeps a picture of what is seen, "04-subjects". A name that comes again is made anew.
    std::function<Result<void>(std::string const& name)> keep;
    Pause wait; // until the display is woken, kLookEvery at the most
};

// Whether the one answer to the letter is `typed`, to the last byte. Errors: corrupt, which tells
// how many answers there are and where the texts part, and nothing of their words.
[[nodiscard]] Result<void> is_the_answer(flow::LetterNews const& news, std::string_view typed);

// A visitor who leaves a question at a real kiosk and comes back for the answer. Touches what is on
// the screen, whatever the subjects and questions of the site are, and stops at the first thing
// that does not happen. Keeps a picture of each screen. One thread, that of the terminal.
class ReturningVisitor {
public:
    // Both outlive this; the terminal is at its first screen.
    ReturningVisitor(loop::Terminal& terminal, loop::SteppedClock& clock, VisitorSpec spec);

    // From the first screen to the receipt, whose code he takes along.
    [[nodiscard]] Result<void> ask(std::string_view question);
    // Stays at the receipt until it says that the police have the letter; then leaves.
    [[nodiscard]] Result<void> see_it_arrive();
    // Comes back with the code. True: an answer is on the screen; false: none was, he has left.
    [[nodiscard]] Result<bool> look_for_answer();
    // Compares the screen with what the officer typed.
    [[nodiscard]] Result<void> read(std::string_view typed);
    // Goes, and looks whether the answer went too.
    [[nodiscard]] Result<void> leave();

private:
    // Until `seen` on the screen, which goes on meanwhile.
    [[nodiscard]] Result<void> await(std::string_view what, Milliseconds limit,
                                     std::function<bool()> const& seen);
    [[nodiscard]] Result<void> keep(std::string const& name);
    [[nodiscard]] Result<void> tap(std::string_view id);
    [[nodiscard]] Result<void> tap_first(std::string_view prefix);
    [[nodiscard]] Result<void> keep_and_tap(std::string const& name, std::string_view id);
    [[nodiscard]] Result<void> go_on(std::string_view question);
    [[nodiscard]] Result<void> write(std::string_view question);
    [[nodiscard]] Result<void> choose_place();
    [[nodiscard]] Result<void> type_code();
    [[nodiscard]] Result<void> keep_answer();

    template <class Screen>
    [[nodiscard]] Screen const* seen() const {
        return std::get_if<Screen>(&m_terminal.journey().screen());
    }

    loop::Terminal& m_terminal;
    loop::SteppedClock& m_clock;
    VisitorSpec m_spec;
    loop::Visitor m_finger;
    flow::KeptCode m_code;
    std::map<std::string, std::size_t> m_numbers; // of the pictures, by name
};

} // namespace inloop::rehearsal
