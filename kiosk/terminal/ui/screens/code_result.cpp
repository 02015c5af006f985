// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/answer_view.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/scroll.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inloop::ui {

using entries::Closing;
using entries::Status;
using flow::CodeState;
using flow::FollowUpAction;
using pages::Phrase;

namespace {

constexpr char const* kScrollId = "code_result.scroll";

struct Words {
    text::Icon icon;
    MessagePage::Tone tone;
    Phrase title;
    Phrase text;
};

// What was set apart as nonsense reads as what was done: nobody learns from it how to do better.
Words words_of_closed(Closing closing) {
    using Tone = MessagePage::Tone;
    switch (closing) {
    case Closing::withdrawn:
        return {text::Icon::undo, Tone::information, Phrase::code_result_withdrawn_title,
                Phrase::code_result_withdrawn_text};
    case Closing::expired:
        return {text::Icon::delete_sweep, Tone::information, Phrase::code_result_expired_title,
                Phrase::code_result_expired_text};
    case Closing::open:
    case Closing::done:
    case Closing::nonsense:
        break;
    }
    return {text::Icon::check_circle_outline, Tone::done, Phrase::code_result_closed_title,
            Phrase::code_result_closed_text};
}

Words words_with_police(flow::LetterNews const& news) {
    using Tone = MessagePage::Tone;
    switch (news.status) {
    case Status::arrived:
        break;
    case Status::in_hand:
        return {text::Icon::visibility, Tone::done, Phrase::code_result_in_hand_title,
                Phrase::code_result_in_hand_text};
    case Status::asked:
        return {text::Icon::help_outline, Tone::information, Phrase::code_result_asked_title,
                Phrase::code_result_asked_text};
    case Status::set_aside:
        return {text::Icon::schedule, Tone::information, Phrase::code_result_set_aside_title,
                Phrase::code_result_set_aside_text};
    case Status::referred:
        return {text::Icon::call_split, Tone::done, Phrase::code_result_referred_title,
                Phrase::code_result_referred_text};
    case Status::taken_over:
        return {text::Icon::verified_user, Tone::done, Phrase::code_result_taken_over_title,
                Phrase::code_result_taken_over_text};
    case Status::closed:
        return words_of_closed(news.closing);
    }
    return {text::Icon::check_circle, Tone::done, Phrase::code_result_arrived_title,
            Phrase::code_result_arrived_text};
}

// A mistyped code and one of which nothing is known yet look the same: nobody can find out by
// trying which codes exist.
Words words_of(flow::LetterNews const& news) {
    using Tone = MessagePage::Tone;
    switch (news.state) {
    case CodeState::stored:
        return {text::Icon::lock_outline, Tone::done, Phrase::code_result_stored_title,
                Phrase::code_result_stored_text};
    case CodeState::with_police:
        return words_with_police(news);
    case CodeState::unreadable:
        return {text::Icon::schedule, Tone::information, Phrase::code_result_unreadable_title,
                Phrase::code_result_unreadable_text};
    case CodeState::nothing_to_see:
        break;
    }
    return {text::Icon::help_outline, Tone::information, Phrase::code_result_nothing_title,
            Phrase::code_result_nothing_text};
}

// What can be done here, all of it calm.
std::vector<MessagePage::Action> actions_of(ScreenContext const& context,
                                            flow::LetterNews const& news) {
    std::vector<MessagePage::Action> actions;
    auto const add = [&](char const* id, Phrase label, text::Icon icon, flow::Event event) {
        actions.push_back({id, context.phrases.plain(label), icon, std::move(event)});
    };
    flow::FollowUps const possible = flow::follow_ups_of(news);
    if (possible.more) {
        add("code_result.more", Phrase::code_result_more, text::Icon::edit,
            flow::event::FollowUp{FollowUpAction::more});
    }
    if (possible.not_solved) {
        add("code_result.not_solved", Phrase::code_result_not_solved,
            text::Icon::chat_bubble_outline, flow::event::FollowUp{FollowUpAction::not_solved});
    }
    if (possible.withdraw) {
        add("code_result.withdraw", Phrase::code_result_withdraw, text::Icon::undo,
            flow::event::FollowUp{FollowUpAction::withdraw});
    }
    bool const in_vain =
        news.state == CodeState::nothing_to_see || news.state == CodeState::unreadable;
    if (in_vain) {
        add("code_result.again", Phrase::code_result_again, text::Icon::edit, flow::event::Back{});
    }
    return actions;
}

// Under an answer only what it does not say itself.
bool says_more(flow::LetterNews const& news) {
    return news.state == CodeState::with_police && news.status == Status::asked;
}

// The screen of a letter that was answered, in normal letters.
class Answered {
public:
    Answered(ScreenContext const& context, Ui& ui, flow::LetterNews const& news, Privacy privacy)
        : m_context(context)
        , m_ui(ui)
        , m_news(news)
        , m_privacy(privacy)
        , m_actions(actions_of(context, news)) {}

    Outcome draw(float& offset) {
        Theme const& theme = m_ui.theme();
        Rect content = content_of(theme);
        Words const words = words_of(m_news);
        reading_heading(m_ui, content, m_context.phrases.plain(words.title),
                        says_more(m_news) ? m_context.phrases.plain(words.text) : std::string());
        float const height = buttons_height();
        float const gap = theme.px(20, 10, 22);
        Rect room = content;
        Rect foot = room.take_bottom(height, height > 0 ? gap : 0);
        Rect const inside = inside_of(room);
        AnswerView whole(m_ui, m_context, m_news.answers, inside, m_privacy);
        if (Resting(whole.cuts(), inside.h).lowest() >= 1) {
            read(room, offset);
            return buttons(foot);
        }
        offset = 0;
        room.h = std::min(room.h, whole.cuts().back().bottom + room.h - inside.h);
        card(m_ui, room, CardLook::plain);
        whole.draw(0, inside.h);
        if (!theme.low_reach()) { // below a short answer, and the street below them
            foot.y = room.bottom() + gap;
            street_below(foot.bottom());
        }
        return buttons(foot);
    }

private:
    [[nodiscard]] float button_height() const {
        Theme const& theme = m_ui.theme();
        return std::max(theme.space.button, theme.mm(kSmallestTargetMm) + 1);
    }

    [[nodiscard]] int columns() const {
        auto const count = static_cast<int>(m_actions.size());
        return m_ui.theme().shape == Shape::tall ? std::min(count, 2) : count;
    }

    [[nodiscard]] float buttons_height() const {
        if (m_actions.empty()) {
            return 0;
        }
        int const count = static_cast<int>(m_actions.size());
        int const full_rows = (count + columns() - 1) / columns();
        auto const rows = static_cast<float>(full_rows);
        return rows * button_height() + (rows - 1) * m_ui.theme().space.gap_y;
    }

    // The actions in a row, in portrait in two columns.
    Outcome buttons(Rect const& place) {
        Theme const& theme = m_ui.theme();
        bool const tall = theme.shape == Shape::tall;
        auto const count = static_cast<int>(m_actions.size());
        float const gap = theme.space.gap_x;
        auto const wide = static_cast<float>(std::max(1, columns()));
        float const share = (place.w - gap * (wide - 1)) / wide;
        float const width = tall ? share : std::min(share, theme.px(420, 380, 0));
        Outcome outcome;
        int n = 0;
        for (MessagePage::Action& action : m_actions) {
            int const column = n % columns();
            int const row = n / columns();
            ++n;
            bool const alone = tall && n == count && column == 0; // the last of an odd number
            Rect const rect{place.x + static_cast<float>(column) * (width + gap),
                            place.y +
                                static_cast<float>(row) * (button_height() + theme.space.gap_y),
                            alone ? place.w : width, button_height()};
            if (button(
                    m_ui,
                    {.id = action.id, .rect = rect, .label = action.label, .icon = action.icon})) {
                outcome = std::move(action.event);
            }
        }
        return outcome;
    }

    void street_below(float y) {
        Theme const& theme = m_ui.theme();
        Rect const bleed = content_bleed(theme);
        float const height = street_height_of(theme);
        bool const room = bleed.bottom() - height >= y + theme.px(24, 12, 28);
        if (theme.shape != Shape::compact && room) {
            street(m_ui, bleed.lower(height));
        }
    }

    // Where the letters of an answer stand in its card.
    [[nodiscard]] Rect inside_of(Rect const& card) const {
        Theme const& theme = m_ui.theme();
        return card.grown(-theme.px(28, 16, 28), -theme.px(20, 10, 20));
    }

    [[nodiscard]] bool paging_below() const {
        return m_ui.theme().shape == Shape::tall || m_ui.theme().low_reach();
    }

    // Where the buttons for a long answer stand: beside it, or where they are low enough.
    [[nodiscard]] Rect take_paging(Rect& content) const {
        Theme const& theme = m_ui.theme();
        if (paging_below()) {
            return content.take_bottom(button_height(), theme.px(16, 8, 16));
        }
        float const width = std::max(theme.mm(kSmallestTargetMm) + 1, theme.px(128, 78, 0));
        return content.take_right(width, theme.px(20, 12, 0));
    }

    void read(Rect content, float& offset) {
        Rect const paging = take_paging(content);
        card(m_ui, content, CardLook::plain);
        scrolled(inside_of(content), offset, paging);
    }

    void scrolled(Rect const& inside, float& offset, Rect const& paging) {
        AnswerView view(m_ui, m_context, m_news.answers, inside, m_privacy);
        Resting const resting(view.cuts(), inside.h);
        scroll(m_ui,
               {.id = kScrollId, .viewport = inside, .content_height = resting.lowest() + inside.h},
               offset);
        PointerState const& pointer = m_ui.pointer();
        bool const still = !(pointer.down && pointer.dragged) && m_ui.throw_speed(kScrollId) == 0;
        offset = still ? resting.nearest(offset) : offset;
        view.draw(offset, still ? resting.seen_until(offset) - offset : inside.h);
        page_buttons(paging, resting, offset);
    }

    void page_buttons(Rect place, Resting const& resting, float& offset) {
        Theme const& theme = m_ui.theme();
        bool const lying = paging_below();
        float const gap = lying ? theme.space.gap_x : theme.space.gap_y;
        float const now = offset;
        float const half = ((lying ? place.w : place.h) - gap) / 2;
        Rect const first = lying ? place.take_left(half, gap) : place.take_top(half, gap);
        ButtonFace const face = lying ? ButtonFace::word : ButtonFace::icon_only;
        if (button(m_ui, {.id = "code_result.previous",
                          .rect = first,
                          .label = m_context.phrases.plain(Phrase::information_previous),
                          .icon = text::Icon::keyboard_arrow_up,
                          .face = face,
                          .enabled = now > 0.5F})) {
            offset = resting.previous(now);
        }
        if (button(m_ui, {.id = "code_result.next",
                          .rect = place,
                          .label = m_context.phrases.plain(Phrase::information_more),
                          .icon = text::Icon::keyboard_arrow_down,
                          .face = face,
                          .enabled = now < resting.lowest() - 0.5F})) {
            offset = resting.next(now);
        }
    }

    ScreenContext const& m_context;
    Ui& m_ui;
    flow::LetterNews const& m_news;
    Privacy m_privacy;
    std::vector<MessagePage::Action> m_actions;
};

Outcome answered_large(ScreenContext const& context, Ui& ui, flow::LetterNews const& news,
                       Privacy privacy) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    Words const words = words_of(news);
    column.title(context.phrases.plain(words.title));
    if (says_more(news)) {
        column.text(context.phrases.rich(words.text));
    }
    for (std::size_t i = 0; i < news.answers.size(); ++i) {
        column.text({{answer_label(context, i), true}});
        column.secret(news.answers[i].view(), privacy);
    }
    for (MessagePage::Action& action : actions_of(context, news)) {
        column.row({.id = action.id, .label = action.label, .icon = action.icon},
                   std::move(action.event));
    }
    return column.draw();
}

Outcome unanswered(ScreenContext const& context, Ui& ui, flow::LetterNews const& news) {
    Words const words = words_of(news);
    return message_page(ui, context,
                        {.icon = words.icon,
                         .tone = words.tone,
                         .title = context.phrases.plain(words.title),
                         .text = context.phrases.rich(words.text),
                         .actions = actions_of(context, news)});
}

} // namespace

// What this kiosk knows of the letter with the code that was typed, and the answers to it.
Outcome draw_code_result(ScreenContext const& context, flow::screen::CodeResult& screen,
                         flow::LetterNews const& news, Privacy privacy, Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"code_result.done", context.phrases.plain(Phrase::code_result_done),
                            text::Icon::check}});
    Outcome tapped;
    if (news.answers.empty()) {
        tapped = unanswered(context, ui, news);
    } else if (ui.theme().large()) {
        tapped = answered_large(context, ui, news, privacy);
    } else {
        tapped = Answered(context, ui, news, privacy).draw(screen.scroll_px);
    }
    if (outer.main) {
        return flow::event::WipeAndStop{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
