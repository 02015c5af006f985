// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/private_text.h"

#include "kiosk/terminal/text/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

namespace {

// What a bar takes of its place: about the width of a word.
constexpr float kBarShare = 0.72F;

struct Fitted {
    text::Layout layout;
    float size_px = 0;
    bool fits = false;
};

text::Layout lay_out(Ui& ui, TextSpec const& spec, std::string_view words, float size) {
    std::array<text::Span, 1> const spans{
        {{words, spec.bold ? text::Weight::bold : text::Weight::regular, 0}}};
    text::ParagraphStyle style;
    style.size_px = size;
    style.line_height_px = std::round(size * spec.line_height);
    style.width_px = spec.one_line ? 0 : spec.place.w;
    style.language = ui.language();
    return ui.typesetter().lay_out_private(spans, style);
}

Fitted fit(Ui& ui, TextSpec const& spec, std::string_view words) {
    float const smallest = spec.smallest_px > 0 ? spec.smallest_px : spec.size_px;
    Fitted fitted;
    for (float size = spec.size_px;; size = std::max(smallest, size - 1)) {
        fitted.layout = lay_out(ui, spec, words, size);
        fitted.size_px = size;
        fitted.fits = fitted.layout.width() <= spec.place.w + 0.5F &&
                      fitted.layout.height() <= spec.place.h + 0.5F;
        if (fitted.fits || size <= smallest) {
            return fitted;
        }
    }
}

float share_before(text::Align align) {
    return align == text::Align::start ? 0 : (align == text::Align::centre ? 0.5F : 1.0F);
}

float share_above(Stand stand) {
    return stand == Stand::top ? 0 : (stand == Stand::middle ? 0.5F : 1.0F);
}

void draw_bar(Ui& ui, TextSpec const& spec) {
    float const width = std::round(spec.place.w * kBarShare);
    float const height = std::round(std::min(spec.place.h, spec.size_px * 0.84F));
    ui.fill({spec.place.x + (spec.place.w - width) * share_before(spec.align),
             spec.place.y + (spec.place.h - height) * share_above(spec.stand), width, height},
            ui.theme().palette.off, ui.theme().space.radius_chip);
}

} // namespace

float private_text_height(Ui& ui, TextSpec const& spec, std::string_view words, float width) {
    TextSpec placed = spec;
    placed.place.w = width;
    return lay_out(ui, placed, words, spec.size_px).height();
}

void private_text(Ui& ui, TextSpec const& spec, std::string_view words, Privacy privacy) {
    if (words.empty()) {
        return;
    }
    if (privacy == Privacy::barred) {
        draw_bar(ui, spec);
        return;
    }
    Fitted const fitted = fit(ui, spec, words);
    text::Layout const& layout = fitted.layout;
    Rect const used{
        std::round(spec.place.x + (spec.place.w - layout.width()) * share_before(spec.align)),
        std::round(spec.place.y + (spec.place.h - layout.height()) * share_above(spec.stand)),
        layout.width(), layout.height()};
    ui.layout(layout, used.x, used.y, spec.colour, ui.clip());
    ui.record({.text = "",
               .place = spec.place,
               .used = used,
               .cut = !fitted.fits,
               .covered = ui.covered(),
               .colour = spec.colour,
               .ground = spec.ground,
               .size_px = fitted.size_px});
}

} // namespace inloop::ui
