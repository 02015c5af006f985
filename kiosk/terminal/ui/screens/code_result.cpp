// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"

namespace inloop::ui {

using flow::CodeState;
using pages::Phrase;

namespace {

struct Words {
    text::Icon icon;
    MessagePage::Tone tone;
    Phrase title;
    Phrase text;
};

// A mistyped code and one of which nothing is known yet look the same: nobody can find out by
// trying which codes exist.
Words words_of(CodeState state) {
    using Tone = MessagePage::Tone;
    switch (state) {
    case CodeState::stored:
        return {text::Icon::lock_outline, Tone::done, Phrase::code_result_stored_title,
                Phrase::code_result_stored_text};
    case CodeState::arrived:
        return {text::Icon::check_circle, Tone::done, Phrase::code_result_arrived_title,
                Phrase::code_result_arrived_text};
    case CodeState::closed:
        return {text::Icon::check_circle_outline, Tone::done, Phrase::code_result_closed_title,
                Phrase::code_result_closed_text};
    case CodeState::unreadable:
        return {text::Icon::schedule, Tone::information, Phrase::code_result_unreadable_title,
                Phrase::code_result_unreadable_text};
    case CodeState::nothing_to_see:
        break;
    }
    return {text::Icon::help_outline, Tone::information, Phrase::code_result_nothing_title,
            Phrase::code_result_nothing_text};
}

} // namespace

// What this kiosk knows of the letter with the code that was typed.
Outcome draw_code_result(ScreenContext const& context, flow::screen::CodeResult const& screen,
                         Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"code_result.done", context.phrases.plain(Phrase::code_result_done),
                            text::Icon::check}});
    Words const words = words_of(screen.state);
    MessagePage page{.icon = words.icon,
                     .tone = words.tone,
                     .title = context.phrases.plain(words.title),
                     .text = context.phrases.rich(words.text)};
    if (words.tone == MessagePage::Tone::information) {
        page.actions.push_back({.id = "code_result.again",
                                .label = context.phrases.plain(Phrase::code_result_again),
                                .icon = text::Icon::edit,
                                .event = flow::event::Back{}});
    }
    Outcome tapped = message_page(ui, context, std::move(page));
    if (outer.main) {
        return flow::event::WipeAndStop{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
