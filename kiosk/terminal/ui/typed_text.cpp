// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/typed_text.h"

#include "kiosk/terminal/ui/scroll.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

TypedText::TypedText(Ui& ui, std::string_view words, Rect const& place, ScrollRail rail)
    : m_ui(ui)
    , m_inside(place)
    , m_layout(lay_out(words, place.w)) {
    if (m_layout.height() > place.h && rail == ScrollRail::where_needed) {
        m_scrolls = true;
        m_inside.w -= scroll_rail(ui.theme()) + ui.theme().space.small;
        m_layout = lay_out(words, m_inside.w);
    }
}

text::Layout TypedText::lay_out(std::string_view words, float width) const {
    text::ParagraphStyle style;
    style.size_px = m_ui.theme().type.typed;
    style.line_height_px = std::round(style.size_px * 1.38F);
    style.width_px = width;
    style.language = m_ui.language();
    std::array<text::Span, 1> const spans{{{words, text::Weight::regular, 0}}};
    return m_ui.typesetter().lay_out_private(spans, style);
}

float TypedText::to_line(float offset) const {
    float const line = std::max(1.0F, m_layout.line_height());
    return std::ceil(offset / line - 0.01F) * line;
}

float TypedText::lowest() const {
    return to_line(std::max(0.0F, m_layout.height() - m_inside.h));
}

void TypedText::scroll(std::string const& id, Rect const& frame, ScrollLabels const& labels,
                       float& offset, std::optional<Rect> const& buttons) {
    ScrollSpec const spec{.id = id, .viewport = frame, .content_height = lowest() + frame.h};
    ui::scroll(m_ui, spec, offset);
    if (m_scrolls || buttons) {
        float const inset = m_ui.theme().space.border_focus * 2;
        float const before = offset;
        scroll_buttons(m_ui, spec, buttons.value_or(frame.grown(-inset)), labels.up, labels.down,
                       offset);
        if (offset != before) { // a button leaves no line cut
            offset = std::min(lowest(), to_line(offset));
        }
    }
}

void TypedText::show(std::size_t byte, float& offset) const {
    text::Caret const caret = m_layout.caret(byte);
    float const to_see_its_foot = std::max(0.0F, caret.top + caret.height - m_inside.h);
    offset = std::clamp(offset, to_see_its_foot, std::max(to_see_its_foot, caret.top));
    offset = std::min(lowest(), to_line(offset));
}

void TypedText::draw(Privacy privacy, float offset) const {
    Palette const& p = m_ui.theme().palette;
    float const top = m_inside.y - std::round(offset);
    if (privacy == Privacy::readable) {
        m_ui.layout(m_layout, m_inside.x, top, p.ink, m_ui.clip());
        return;
    }
    for (text::Line const& line : m_layout.lines()) {
        if (line.width > 0) {
            m_ui.fill({m_inside.x + line.left, top + line.top + m_layout.line_height() * 0.2F,
                       line.width, m_layout.line_height() * 0.6F},
                      p.off, m_ui.theme().space.radius_chip);
        }
    }
}

} // namespace inloop::ui
