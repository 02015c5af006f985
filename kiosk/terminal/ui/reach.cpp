// SPDX-License-Identifier: EUPL-1.2
// Where things stand for who cannot reach high: reading above, touching below.
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/street.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

namespace {

constexpr float kTitleLine = 1.2F;
// A title becomes this much smaller to stay on one line; beyond, it takes two.
constexpr float kOneLineShare = 0.82F;
constexpr float kSmallestLowShare = 0.6F;
// A street lower than this share of its height is not worth its room.
constexpr float kSmallestStreet = 0.55F;

TextSpec title_spec(Ui& ui, std::string_view title, float width, float size_px) {
    TextSpec spec = body_text(ui.theme(), {0, 0, width, 0}, size_px);
    spec.bold = true;
    spec.line_height = kTitleLine;
    float const full = spec.size_px;
    pages::RichText const words{{std::string(title), true}};
    auto const lines_at = [&](float size) {
        spec.size_px = size;
        TextLines const lines = ui.text_lines(spec, words, width);
        return lines.whole_words ? lines.starts.size() : std::size_t{99};
    };
    float size = full;
    while (size >= full * kOneLineShare) {
        if (lines_at(size) == 1) {
            return spec;
        }
        size -= 1;
    }
    size = full;
    while (lines_at(size) > 2 && size > full * kSmallestLowShare) {
        size -= 1;
    }
    return spec;
}

void draw_title(Ui& ui, Rect& place, std::string_view title, std::string_view under,
                float title_px = 0) {
    Theme const& theme = ui.theme();
    TextSpec spec = title_spec(ui, title, place.w, title_px > 0 ? title_px : theme.type.title);
    spec.place = place;
    place.take_top(ui.text(spec, title).h, under.empty() ? 0 : theme.px(4, 2, 6));
    if (!under.empty()) {
        TextSpec line = body_text(theme, place, theme.type.card);
        line.smallest_px = std::round(theme.type.card * 0.8F);
        line.colour = theme.palette.ink_soft;
        line.line_height = 1.3F;
        place.take_top(ui.text(line, under).h);
    }
}

} // namespace

Rect within_reach(Theme const& theme, Rect const& content) {
    if (!theme.low_reach()) {
        return content;
    }
    float const half =
        std::ceil(static_cast<float>(theme.spec.size.height) / 2) + theme.px(8, 4, 8);
    float const top = std::max(content.y, half);
    return {content.x, top, content.w, std::max(1.0F, content.bottom() - top)};
}

void reading_heading(Ui& ui, Rect& content, std::string_view title, std::string_view under) {
    draw_title(ui, content, title, under);
    content.take_top(ui.theme().px(18, 10, 18));
}

void heading(Ui& ui, Rect& content, std::string_view title, std::string_view under,
             float title_px) {
    Theme const& theme = ui.theme();
    if (!theme.low_reach()) {
        draw_title(ui, content, title, under, title_px);
        content.take_top(theme.px(18, 10, 18));
        return;
    }
    Rect const reach = within_reach(theme, content);
    Rect above{content.x, content.y, content.w, std::max(1.0F, reach.y - content.y)};
    draw_title(ui, above, title, under, title_px);
    street_above(ui, above);
    content = reach;
}

void street_above(Ui& ui, Rect const& room) {
    Theme const& theme = ui.theme();
    float const air = theme.px(18, 9, 24);
    Rect place{0, room.y + air, ui.screen().w, room.h - 2 * air - theme.px(8, 4, 8)};
    float const height = street_height_of(theme);
    if (height >= 1 && place.h >= height * kSmallestStreet) {
        street(ui, place.take_bottom(std::min(place.h, height)));
    }
}

} // namespace inloop::ui
