// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/row_sizes.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

RowSizes row_sizes(Theme const& theme, bool icon, bool chosen) {
    RowSizes sizes;
    sizes.pad_x = theme.large() ? theme.px(28, 14, 20) : theme.px(22, 12, 20);
    sizes.icon = std::round(theme.space.icon * (theme.large() ? 1.0F : 1.1F));
    sizes.gap = theme.large() ? theme.px(26, 14, 18) : theme.px(18, 12, 18);
    sizes.around = 2 * sizes.pad_x + (icon ? sizes.icon + sizes.gap : 0) +
                   (chosen ? sizes.icon + sizes.gap : 0);
    return sizes;
}

bool row(Ui& ui, RowSpec const& spec, Rect const& rect, float size_px) {
    Theme const& theme = ui.theme();
    Touch const touch = ui.touch({.id = spec.id,
                                  .role = Role::button,
                                  .label = spec.label,
                                  .rect = rect,
                                  .margin = theme.space.small / 2,
                                  .enabled = spec.enabled,
                                  .chosen = spec.chosen});
    TouchLook const look = touch_look(
        theme, {.enabled = spec.enabled, .chosen = spec.chosen, .pressed = touch.pressed});
    Rect const face = box(ui, rect, look.box, touch.pressed);
    RowSizes const sizes = row_sizes(theme, spec.icon.has_value(), spec.chosen);
    Rect inside = face.grown(-sizes.pad_x, -theme.px(4, 2, 4));
    if (spec.icon) {
        Rect const place = inside.take_left(sizes.icon, sizes.gap);
        ui.icon(*spec.icon, place, sizes.icon, look.icon);
    }
    if (spec.chosen) {
        Rect const place = inside.take_right(sizes.icon, sizes.gap);
        ui.icon(text::Icon::check, place, sizes.icon, look.icon);
    }
    float const size = size_px > 0 ? size_px : theme.type.tile;
    ui.text({.place = inside,
             .size_px = size,
             .smallest_px = std::round(size * kRowSmallest),
             .colour = look.words,
             .ground = look.ground,
             .stand = Stand::middle,
             .line_height = kRowLine,
             .bold = spec.bold || spec.chosen},
            spec.label);
    return touch.tapped;
}

} // namespace inloop::ui
