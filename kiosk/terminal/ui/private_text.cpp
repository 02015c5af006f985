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

text::ParagraphStyle style_of(Ui& ui, TextSpec const& spec, float size) {
    text::ParagraphStyle style;
    style.size_px = size;
    style.line_height_px = std::round(size * spec.line_height);
    style.width_px = spec.one_line ? 0 : spec.place.w;
    style.language = ui.language();
    return style;
}

std::array<text::Span, 1> span_of(TextSpec const& spec, std::string_view words) {
    return {{{words, spec.bold ? text::Weight::bold : text::Weight::regular, 0}}};
}

bool fits(TextSpec const& spec, text::Layout const& layout) {
    return layout.width() <= spec.place.w + 0.5F && layout.height() <= spec.place.h + 0.5F;
}

// The largest size at which the words stand in their place, or the smallest allowed.
float fitting_size(Ui& ui, TextSpec const& spec, std::string_view words) {
    float const smallest = spec.smallest_px > 0 ? spec.smallest_px : spec.size_px;
    float size = spec.size_px;
    while (size > smallest && !fits(spec, ui.typesetter().measure_private(
                                              span_of(spec, words), style_of(ui, spec, size)))) {
        size = std::max(smallest, size - 1);
    }
    return size;
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
    return ui.typesetter()
        .measure_private(span_of(spec, words), style_of(ui, placed, spec.size_px))
        .height();
}

void private_text(Ui& ui, TextSpec const& spec, std::string_view words, Privacy privacy) {
    if (words.empty()) {
        return;
    }
    if (privacy == Privacy::barred) {
        draw_bar(ui, spec);
        return;
    }
    float const size = fitting_size(ui, spec, words);
    text::Layout const layout =
        ui.typesetter().lay_out_private(span_of(spec, words), style_of(ui, spec, size));
    Rect const used{
        std::round(spec.place.x + (spec.place.w - layout.width()) * share_before(spec.align)),
        std::round(spec.place.y + (spec.place.h - layout.height()) * share_above(spec.stand)),
        layout.width(), layout.height()};
    ui.layout(layout, used.x, used.y, spec.colour, ui.clip());
    ui.record({.text = "",
               .place = spec.place,
               .used = used,
               .cut = !fits(spec, layout),
               .covered = ui.covered(),
               .colour = spec.colour,
               .ground = spec.ground,
               .size_px = size});
}

PrivateLines::PrivateLines(Ui& ui, TextSpec const& spec, std::string_view words, float width)
    : m_spec(spec) {
    m_spec.place.w = width;
    m_layout = ui.typesetter().lay_out_private(span_of(m_spec, words),
                                               style_of(ui, m_spec, m_spec.size_px));
}

void PrivateLines::draw(Ui& ui, Rect const& place, std::size_t first, std::size_t last,
                        Privacy privacy) const {
    if (first >= last) {
        return;
    }
    float const height = static_cast<float>(last - first) * line_height();
    float const y = place.y - m_layout.lines()[first].top;
    if (privacy == Privacy::barred) {
        for (text::Line const& line : m_layout.lines().subspan(first, last - first)) {
            if (line.width > 0) {
                ui.fill({place.x + line.left, y + line.top + line_height() * 0.2F, line.width,
                         line_height() * 0.6F},
                        ui.theme().palette.off, ui.theme().space.radius_chip);
            }
        }
        return;
    }
    // A pixel less at both ends: no letter of another line reaches so far into these.
    ui.layout(m_layout, place.x, y, m_spec.colour, Rect{place.x, place.y, 0, height}.grown(0, -1));
    Rect const used{place.x, place.y, m_layout.width(), height};
    ui.record({.text = "",
               .place = {place.x, place.y, m_spec.place.w, height},
               .used = used,
               .cut = m_layout.width() > m_spec.place.w + 0.5F,
               .covered = ui.covered(),
               .colour = m_spec.colour,
               .ground = m_spec.ground,
               .size_px = m_spec.size_px});
}

} // namespace inloop::ui
