// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/loop/tour.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::loop {

// Leads one visitor through a part of a tour in one language, and stops at the first thing that
// does not happen. Private to the tour.
class Guide {
public:
    Guide(Terminal& terminal, SteppedClock& clock, TourSpec const& spec, std::string language)
        : m_terminal(terminal)
        , m_clock(clock)
        , m_spec(spec)
        , m_visitor(terminal, clock)
        , m_language(std::move(language)) {}

    Guide& tap(std::string_view id);
    // Where the arrangement has no such button, nothing happens.
    Guide& tap_if_there(std::string_view id);
    Guide& type(std::string_view text);
    Guide& wait(Milliseconds time);
    // Until a letter is stored or a code looked up.
    Guide& await();
    // What comes of the code that is being looked up is `news`, whatever the services say.
    Guide& find(flow::LetterNews news);
    // Such news with answers, the newest first.
    [[nodiscard]] flow::LetterNews answered(entries::Status status,
                                            std::initializer_list<std::string_view> answers);
    // The letter of this receipt arrives at the police.
    Guide& arrive();
    // Anything else a service says or a setting does.
    Guide& tell(flow::Event event);
    // Holds the mark of the first screen as long as it takes.
    Guide& hold_mark();
    // From the first screen to home, in the language of this visitor.
    Guide& begin();
    // Types the code of the receipt that was shown last, as words or as digits.
    Guide& type_code();
    Guide& type_code_digits();
    // One picture of what is seen now.
    Guide& keep(std::string_view name);
    // The same in every view.
    Guide& keep_views(std::string_view name);
    // Waits for the warning and answers it, as it is and in large letters: setting a view is an
    // answer too.
    Guide& keep_warning(std::string_view name, Milliseconds idle);

    [[nodiscard]] std::string const& language() const { return m_language; }
    [[nodiscard]] flow::Journey& journey() { return m_terminal.journey(); }
    [[nodiscard]] Result<void> const& result() const { return m_result; }
    [[nodiscard]] std::vector<TourPicture> pictures() && { return std::move(m_pictures); }

private:
    template <class Step>
    Guide& then(Step const& step) {
        if (m_result) {
            m_result = step();
        }
        return *this;
    }
    Result<void> picture(std::string const& name);
    Result<void> all_pages(std::string const& name);

    Terminal& m_terminal;
    SteppedClock& m_clock;
    TourSpec const& m_spec;
    Visitor m_visitor;
    std::string m_language;
    std::vector<TourPicture> m_pictures;
    Result<void> m_result;
    entries::ReceiptCode m_code;
};

} // namespace inloop::loop
