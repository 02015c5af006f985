// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/answer_view.h"

#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inloop::ui {

using pages::Phrase;

namespace {

constexpr float kBodyLine = 1.38F;

} // namespace

std::string answer_label(ScreenContext const& context, std::size_t position) {
    return context.phrases.plain(position == 0 ? Phrase::code_result_answer
                                               : Phrase::code_result_answer_earlier);
}

AnswerView::AnswerView(Ui& ui, ScreenContext const& context, std::span<SecretText const> answers,
                       Rect const& place, Privacy privacy)
    : m_ui(ui)
    , m_place(place)
    , m_privacy(privacy) {
    Theme const& theme = ui.theme();
    TextSpec body = body_text(theme, {}, theme.type.body);
    body.ground = theme.palette.card;
    body.line_height = kBodyLine;
    float const label = std::round(label_spec().size_px * label_spec().line_height);
    float y = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        y += i > 0 ? theme.px(26, 14, 26) : 0;
        m_cuts.push_back({y, y + label, true});
        Part part{answer_label(context, i), y, y + label + theme.px(4, 2, 4),
                  PrivateLines(ui, body, answers[i].view(), place.w)};
        y = part.top;
        for (std::size_t line = 0; line < part.lines.count(); ++line) {
            float const top = y;
            y += part.lines.line_height();
            m_cuts.push_back({top, y, alone_at_an_end(line, part.lines.count())});
        }
        m_parts.push_back(std::move(part));
    }
}

TextSpec AnswerView::label_spec() const {
    Theme const& theme = m_ui.theme();
    TextSpec spec = body_text(theme, {}, theme.type.hint);
    spec.colour = theme.palette.blue;
    spec.ground = theme.palette.card;
    spec.bold = true;
    spec.line_height = 1.3F;
    return spec;
}

void AnswerView::draw_part(Part const& part, float y, Rect const& seen) {
    TextSpec label = label_spec();
    label.place = {m_place.x, y + part.label_top, m_place.w,
                   std::round(label.size_px * label.line_height)};
    if (label.place.y + 1 > seen.y && label.place.bottom() < seen.bottom() + 1) {
        m_ui.text(label, part.label);
    }
    float const line = part.lines.line_height();
    auto const count = static_cast<float>(part.lines.count());
    float const above = std::floor((seen.y - y - part.top) / line + 0.01F);
    float const below = std::ceil((seen.bottom() - y - part.top) / line - 0.01F);
    auto const first = static_cast<std::size_t>(std::clamp(above, 0.0F, count));
    auto const last = static_cast<std::size_t>(std::clamp(below, 0.0F, count));
    float const top = y + part.top + static_cast<float>(first) * line;
    part.lines.draw(m_ui, {m_place.x, top, m_place.w, 0}, first, last, m_privacy);
}

void AnswerView::draw(float offset, float height) {
    Rect const seen{m_place.x, m_place.y, m_place.w, std::min(height, m_place.h)};
    Ui::Clip const clip(m_ui, seen);
    for (Part const& part : m_parts) {
        draw_part(part, m_place.y - std::round(offset), seen);
    }
}

} // namespace inloop::ui
