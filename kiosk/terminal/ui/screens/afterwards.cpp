// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/message_page.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace inloop::ui {

using flow::AfterwardsStep;
using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr char const* kSkip = "afterwards.skip";

// One of three answers; none weighs more than another.
struct Answer {
    char const* id;
    Phrase label;
    std::optional<text::Icon> icon;
    flow::Event event;
};

std::vector<Answer> answers(AfterwardsStep step) {
    std::vector<Answer> all;
    if (step == AfterwardsStep::would_go) {
        using flow::WouldGo;
        all.push_back({"afterwards.yes", Phrase::afterwards_yes, std::nullopt,
                       event::WouldHaveGone{WouldGo::yes}});
        all.push_back({"afterwards.no", Phrase::afterwards_no, std::nullopt,
                       event::WouldHaveGone{WouldGo::no}});
        all.push_back({"afterwards.unsure", Phrase::afterwards_unsure, std::nullopt,
                       event::WouldHaveGone{WouldGo::unsure}});
    } else {
        using flow::Smile;
        all.push_back({"afterwards.glad", Phrase::afterwards_glad, text::Icon::sentiment_satisfied,
                       event::Smiled{Smile::glad}});
        all.push_back({"afterwards.neutral", Phrase::afterwards_neutral,
                       text::Icon::sentiment_neutral, event::Smiled{Smile::neutral}});
        all.push_back({"afterwards.sad", Phrase::afterwards_sad, text::Icon::sentiment_dissatisfied,
                       event::Smiled{Smile::sad}});
    }
    return all;
}

Phrase question_of(AfterwardsStep step) {
    return step == AfterwardsStep::would_go ? Phrase::afterwards_would_go
                                            : Phrase::afterwards_smile;
}

// A face over its word, or a word alone, in the middle of a tile.
bool answer_tile(Ui& ui, Answer const& answer, std::string const& label, Rect const& rect) {
    Theme const& theme = ui.theme();
    Touch const touch = ui.touch({.id = answer.id,
                                  .role = Role::tile,
                                  .label = label,
                                  .rect = rect,
                                  .margin = theme.space.gap_y / 2});
    TouchLook const look = touch_look(theme, {.pressed = touch.pressed});
    Rect face = box(ui, rect, look.box, touch.pressed);
    bool const above = face.h > theme.type.tile * 2.6F;
    if (answer.icon && above) {
        float const icon = std::round(std::min(face.h * 0.46F, face.h - theme.type.tile * 1.6F));
        face = face.centred(face.w, icon + theme.type.tile * 1.6F);
        ui.icon(*answer.icon, face.take_top(icon, theme.px(4)), icon, look.icon);
    } else if (answer.icon) {
        float const icon = std::round(face.h * 0.6F);
        face = face.grown(-theme.space.small, 0);
        ui.icon(*answer.icon, face.take_left(icon), icon, look.icon);
    }
    ui.text({.place = face.grown(-theme.space.small, 0),
             .size_px = theme.type.tile,
             .smallest_px = std::round(theme.type.tile * 0.5F),
             .colour = look.words,
             .ground = look.ground,
             .align = text::Align::centre,
             .stand = Stand::middle,
             .line_height = 1.2F,
             .bold = true},
            label);
    return touch.tapped;
}

struct Places {
    Rect answers, skip;
    int columns = 3;
};

Places places_of(Theme const& theme, Rect content) {
    Places places;
    if (!theme.low_reach() && !theme.large()) {
        content.take_top(theme.px(12, 0, 16));
    }
    bool const stacked = theme.large() && theme.shape == Shape::tall && !theme.low_reach();
    places.columns = stacked ? 1 : 3;
    float const skip = std::max(theme.space.button, theme.mm(kSmallestTargetMm) + 1);
    float const tallest = stacked ? theme.px(380) : theme.px(188, 116, 220);
    float const height = std::min(tallest, content.h - skip - theme.space.gap_y);
    places.answers = content.take_top(height, theme.space.gap_y);
    float const width = theme.large() ? theme.px(400, 260, 360) : theme.px(220, 150, 236);
    places.skip = {content.right() - width, content.y, width, skip};
    return places;
}

Outcome tiles(ScreenContext const& context, AfterwardsStep step, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    std::string const question = context.phrases.plain(question_of(step));
    if (theme.large() && !theme.low_reach()) {
        TextSpec title = body_text(theme, content, theme.type.title);
        title.bold = true;
        title.line_height = 1.2F;
        content.take_top(ui.text(title, question).h, theme.px(20, 12, 24));
    } else {
        heading(ui, content, question,
                theme.large() ? std::string() : context.phrases.plain(Phrase::afterwards_under));
    }
    Places const places = places_of(theme, content);
    int const rows = 3 / places.columns;
    Outcome outcome;
    int place = 0;
    for (Answer& answer : answers(step)) {
        Rect const at =
            places.answers.cell(place % places.columns, place / places.columns, places.columns,
                                rows, theme.space.gap_x, theme.space.gap_y);
        ++place;
        if (answer_tile(ui, answer, context.phrases.plain(answer.label), at)) {
            outcome = std::move(answer.event);
        }
    }
    if (button(ui, {.id = kSkip,
                    .rect = places.skip,
                    .label = context.phrases.plain(Phrase::afterwards_skip)})) {
        outcome = event::Skip{};
    }
    return outcome;
}

Outcome thanks(ScreenContext const& context, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.wipe = false,
               .main = MainAction{"afterwards.done", context.phrases.plain(Phrase::afterwards_done),
                                  text::Icon::check}});
    Outcome tapped = message_page(ui, context,
                                  {.icon = text::Icon::check,
                                   .tone = MessagePage::Tone::done,
                                   .title = context.phrases.plain(Phrase::afterwards_thanks),
                                   .text = context.phrases.rich(Phrase::afterwards_thanks_text)});
    if (outer.main) {
        return event::WipeAndStop{};
    }
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace

// After the letter is kept and everything is wiped: two questions of one touch, then goodbye.
Outcome draw_afterwards(ScreenContext const& context, flow::screen::Afterwards const& screen,
                        Ui& ui) {
    if (screen.step == AfterwardsStep::thanks) {
        return thanks(context, ui);
    }
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.clock = true});
    if (!theme.large() && !theme.low_reach() && theme.shape != Shape::compact) {
        street(ui, content_bleed(theme).lower(street_height_of(theme)));
    }
    Outcome tapped = tiles(context, screen.step, ui);
    return outer.event ? std::move(outer.event) : std::move(tapped);
}

} // namespace inloop::ui
