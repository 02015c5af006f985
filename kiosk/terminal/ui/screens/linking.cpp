// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/screens/wait_page.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace inloop::ui {

using flow::PairingFailure;
using flow::screen::Linking;
using flow::screen::PairingStep;
using pages::Phrase;

namespace {

// What a log on the same network takes to answer.
constexpr float kUsualSeconds = 2.5F;

Phrase reason_phrase(PairingFailure reason) {
    switch (reason) {
    case PairingFailure::no_contact:
        return Phrase::pairing_no_contact;
    case PairingFailure::wrong_code:
        return Phrase::pairing_wrong_code;
    case PairingFailure::letters_wait:
        return Phrase::pairing_letters_wait;
    case PairingFailure::words_differ:
        return Phrase::pairing_words_differ;
    case PairingFailure::other:
        break;
    }
    return Phrase::pairing_other;
}

Outcome wait(ScreenContext const& context, Linking const& screen, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.wipe = false, .back = true});
    bool const asking = screen.step == PairingStep::asking;
    wait_page(ui, {.title = context.phrases.plain(asking ? Phrase::pairing_asking
                                                         : Phrase::pairing_confirming),
                   .text = context.phrases.rich(Phrase::looking_up_wait),
                   .share = share_since(ui, screen.since, kUsualSeconds)});
    return std::move(outer.event);
}

void word_cell(Ui& ui, Rect place, int position, std::string const& word) {
    Theme const& theme = ui.theme();
    bool const rows = theme.shape == Shape::tall;
    float const disc = std::min(2 * theme.type.button, place.h * 0.6F);
    Rect numbered =
        rows ? place.take_left(disc, theme.px(20)) : place.take_top(std::round(place.h * 0.46F));
    float const radius = std::round(disc / 2);
    number(ui, {.x = numbered.x + (rows ? radius : numbered.w / 2),
                .y = rows ? numbered.y + numbered.h / 2 : numbered.bottom() - radius,
                .radius = radius,
                .number = position,
                .disc = theme.high_contrast() ? theme.palette.ink : theme.palette.tint,
                .letter = theme.high_contrast() ? theme.palette.paper : theme.palette.blue,
                .size_px = radius});
    ui.text({.place = place,
             .size_px = theme.type.code,
             .smallest_px = std::round(theme.type.code * 0.5F),
             .colour = theme.palette.ink,
             .ground = theme.palette.card,
             .align = rows ? text::Align::start : text::Align::centre,
             .stand = Stand::middle,
             .line_height = 1.2F,
             .bold = true,
             .one_line = true},
            word);
}

// Numbered as on the other screen.
void words_card(Ui& ui, std::vector<std::string> const& words, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::plain);
    bool const rows = theme.shape == Shape::tall;
    Rect const inside = place.grown(-theme.px(rows ? 28 : 8), -theme.px(8, 4, 8));
    auto const count = static_cast<int>(words.size());
    for (int i = 0; i < count; ++i) {
        Rect const cell =
            rows ? inside.cell(0, i, 1, count, 0, 0) : inside.cell(i, 0, count, 1, 0, 0);
        float const line = theme.space.border;
        if (i > 0) {
            ui.fill(rows ? Rect{cell.x, std::round(cell.y), cell.w, line}
                         : Rect{std::round(cell.x), cell.y, line, cell.h},
                    theme.palette.line);
        }
        word_cell(ui, cell.grown(rows ? 0 : -theme.px(8, 4, 0), 0), i + 1,
                  words[static_cast<std::size_t>(i)]);
    }
}

RowSpec same_row(ScreenContext const& context) {
    return {.id = "pairing.same",
            .label = context.phrases.plain(Phrase::pairing_same),
            .icon = text::Icon::check};
}

RowSpec differ_row(ScreenContext const& context) {
    return {.id = "pairing.differ", .label = context.phrases.plain(Phrase::pairing_differ)};
}

Outcome words_large(ScreenContext const& context, Linking const& screen, Ui& ui) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::pairing_words));
    int n = 0;
    for (std::string const& word : screen.words) {
        pages::RichText line;
        pages::append(line, std::to_string(++n) + ".  ", false);
        pages::append(line, word, true);
        column.text(line);
    }
    column.row(same_row(context), flow::event::AnswerPairing{true});
    column.row(differ_row(context), flow::event::AnswerPairing{false});
    return column.draw();
}

Outcome words_normal(ScreenContext const& context, Linking const& screen, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    reading_heading(ui, content, context.phrases.plain(Phrase::pairing_words));
    float const height = std::max(theme.space.button, theme.mm(kSmallestTargetMm) + 1);
    Rect answers = content.take_bottom(height, theme.px(24, 12, 28));
    Outcome outcome;
    RowSpec const same = same_row(context);
    RowSpec const differ = differ_row(context);
    Rect const yes = answers.take_left((answers.w - theme.space.gap_x) / 2, theme.space.gap_x);
    if (button(ui, {.id = same.id, .rect = yes, .label = same.label, .icon = same.icon})) {
        outcome = flow::event::AnswerPairing{true};
    }
    if (button(ui, {.id = differ.id, .rect = answers, .label = differ.label})) {
        outcome = flow::event::AnswerPairing{false};
    }
    content.h = std::min(content.h, theme.px(260, 160, 520));
    words_card(ui, screen.words, content);
    return outcome;
}

Outcome words(ScreenContext const& context, Linking const& screen, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.wipe = false, .back = true});
    Outcome tapped =
        ui.theme().large() ? words_large(context, screen, ui) : words_normal(context, screen, ui);
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

Outcome done(ScreenContext const& context, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.wipe = false,
               .main = MainAction{"pairing.done", context.phrases.plain(Phrase::service_done),
                                  text::Icon::check}});
    Outcome tapped = message_page(ui, context,
                                  {.icon = text::Icon::link,
                                   .tone = MessagePage::Tone::done,
                                   .title = context.phrases.plain(Phrase::pairing_done_title),
                                   .text = context.phrases.rich(Phrase::pairing_done_text)});
    if (outer.main) {
        return flow::event::Back{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

Outcome failed(ScreenContext const& context, Linking const& screen, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.wipe = false, .back = true, .clock = true});
    MessagePage page{.icon = text::Icon::info_outline,
                     .title = context.phrases.plain(Phrase::pairing_failed),
                     .text = context.phrases.rich(reason_phrase(screen.reason))};
    page.actions.push_back({.id = "pairing.again",
                            .label = context.phrases.plain(Phrase::pairing_again),
                            .icon = text::Icon::edit,
                            .event = flow::event::OpenPairing{}});
    Outcome tapped = message_page(ui, context, std::move(page));
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace

// Asking a log, the words that both sides show, and how it ended.
Outcome draw_linking(ScreenContext const& context, Linking const& screen, Ui& ui) {
    switch (screen.step) {
    case PairingStep::asking:
    case PairingStep::confirming:
        return wait(context, screen, ui);
    case PairingStep::words:
        return words(context, screen, ui);
    case PairingStep::done:
        return done(context, ui);
    case PairingStep::failed:
        break;
    }
    return failed(context, screen, ui);
}

} // namespace inloop::ui
