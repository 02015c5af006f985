// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/message_page.h"

#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inloop::ui {

namespace {

// Lines longer than this are hard to find the next one of (in pixels of the design).
constexpr float kReadableWidth = 900;
// Beside each other buttons are at least this wide (in pixels of the design).
constexpr float kLeastButton = 280;

Outcome column(Ui& ui, ScreenContext const& context, MessagePage& page) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(page.title);
    column.text(page.text);
    for (MessagePage::Action& action : page.actions) {
        column.row({.id = action.id, .label = action.label, .icon = action.icon},
                   std::move(action.event));
    }
    return column.draw();
}

void picture(Ui& ui, MessagePage const& page, Rect const& square) {
    Theme const& theme = ui.theme();
    Palette const& p = theme.palette;
    bool const done = page.tone == MessagePage::Tone::done;
    float const radius = square.w / 2;
    ui.disc(square.x + radius, square.y + radius, radius, done ? p.green_tint : p.tint);
    if (theme.high_contrast()) {
        ui.ring(square.x + radius, square.y + radius, radius, p.line, theme.space.border_focus);
    }
    ui.icon(page.icon, square, std::round(square.w * 0.58F), done ? p.green : p.blue);
}

Rect words(Ui& ui, MessagePage const& page, Rect place) {
    Theme const& theme = ui.theme();
    TextSpec title = body_text(theme, place, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    title.smallest_px = std::round(title.size_px * 0.7F);
    place.take_top(ui.text(title, page.title).h, theme.px(16, 8, 20));
    TextSpec text = body_text(theme, place, theme.type.body);
    text.smallest_px = std::round(text.size_px * 0.75F);
    place.take_top(ui.text(text, page.text).h);
    return place;
}

Outcome buttons(Ui& ui, MessagePage& page, Rect const& place) {
    Theme const& theme = ui.theme();
    Outcome outcome;
    float const height = std::max(theme.space.button, theme.mm(kSmallestTargetMm));
    float const gap = theme.space.gap_x;
    bool const stacked = theme.shape == Shape::tall;
    auto const count = static_cast<int>(page.actions.size());
    float const least = theme.px(kLeastButton, kLeastButton, 0);
    int const fit = stacked ? 1 : std::max(1, static_cast<int>((place.w + gap) / (least + gap)));
    int const columns = std::min(count, fit);
    float const share =
        (place.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float const width = stacked ? share : std::min(theme.px(420, 320, 0), share);
    int n = 0;
    for (MessagePage::Action& action : page.actions) {
        int const row = n / columns;
        Rect const rect{place.x + static_cast<float>(n % columns) * (width + gap),
                        place.y + static_cast<float>(row) * (height + theme.space.gap_y), width,
                        height};
        ++n;
        if (button(ui,
                   {.id = action.id, .rect = rect, .label = action.label, .icon = action.icon})) {
            outcome = std::move(action.event);
        }
    }
    return outcome;
}

} // namespace

Outcome message_page(Ui& ui, ScreenContext const& context, MessagePage page) {
    Theme const& theme = ui.theme();
    if (theme.large()) {
        return column(ui, context, page);
    }
    Rect content = content_of(theme);
    if (theme.shape != Shape::compact && !theme.low_reach()) {
        float const street_height = street_height_of(theme);
        street(ui, content_bleed(theme).lower(street_height));
        content.take_bottom(street_height);
    }
    content.take_top(theme.px(24, 4, 24));
    float const side = theme.px(104, 60, 108);
    Rect place = content;
    Rect square = theme.shape == Shape::tall ? place.take_top(side, theme.px(28))
                                             : place.take_left(side, theme.px(32, 18, 0));
    picture(ui, page, {square.x, square.y, side, side});
    place.w = std::min(place.w, theme.px(kReadableWidth));
    Rect rest = words(ui, page, place);
    rest.take_top(theme.px(32, 14, 40));
    Rect const reach = within_reach(theme, rest);
    return page.actions.empty() ? std::nullopt : buttons(ui, page, reach);
}

} // namespace inloop::ui
