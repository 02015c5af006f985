// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/page_view.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/scroll.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

// How far one touch of "Meer" goes: a page less a line or two, so that the eye finds its place
// again.
float page_step(Theme const& theme, Rect const& viewport) {
    return std::max(viewport.h * 0.5F, viewport.h - 2 * theme.type.body * 1.38F);
}

void paging(ScreenContext const& context, Ui& ui, Rect place, Rect const& viewport, float height,
            float& offset) {
    Theme const& theme = ui.theme();
    float const gap = theme.px(16);
    float const lowest = std::max(0.0F, height - viewport.h);
    bool const up = offset > 0.5F;
    bool const down = offset < lowest - 0.5F;
    Rect const left = place.take_left((place.w - gap) / 2, gap);
    if (button(ui, {.id = "information.previous",
                    .rect = left,
                    .label = context.phrases.plain(Phrase::information_previous),
                    .icon = text::Icon::keyboard_arrow_up,
                    .enabled = up})) {
        offset = std::max(0.0F, offset - page_step(theme, viewport));
    }
    if (button(ui, {.id = "information.more",
                    .rect = place,
                    .label = context.phrases.plain(Phrase::information_more),
                    .icon = text::Icon::keyboard_arrow_down,
                    .enabled = down})) {
        offset = std::min(lowest, offset + page_step(theme, viewport));
    }
}

// The number to call stands beside every page, where there is room for it.
void side_card(ScreenContext const& context, Ui& ui, Rect const& place) {
    if (pages::Fact const* police = context.assets.facts.find(pages::kNotUrgentFact)) {
        FactCard const fact(ui, context, *police, place);
        if (fact.height() <= place.h) {
            (void)fact.draw();
        }
    }
}

} // namespace

Outcome draw_information(ScreenContext const& context, flow::screen::Information& screen, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"information.ask", context.phrases.plain(Phrase::information_ask)}});
    pages::Page const* page = context.assets.page(context.language, screen.page);
    Rect content = content_of(theme);
    if (page != nullptr) {
        float const button_height = std::max(theme.space.bar_button, theme.mm(kSmallestTargetMm));
        Rect buttons;
        if (theme.shape == Shape::tall) {
            buttons = content.take_bottom(button_height, theme.px(16));
        } else {
            Rect side = content.take_right(std::round(content.w * 0.296F), theme.px(32));
            buttons = side.take_bottom(button_height, theme.px(16));
            side_card(context, ui, side);
        }
        TextSpec title =
            body_text(theme, content.take_top(std::round(theme.type.title * 1.32F), theme.px(8)),
                      theme.type.title);
        title.bold = true;
        title.line_height = 1.2F;
        title.smallest_px = std::round(title.size_px * 0.6F);
        ui.text(title, page->title);
        float const height = page_blocks(ui, context, *page, content, screen.scroll_px);
        scroll(ui, {.id = "information.scroll", .viewport = content, .content_height = height},
               screen.scroll_px);
        paging(context, ui, buttons, content, height, screen.scroll_px);
    }
    if (outer.main) {
        return flow::event::Next{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
