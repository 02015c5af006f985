// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/page_view.h"

#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/pictures.h"
#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

namespace {

// Puts blocks under each other.
class Column {
public:
    Column(Ui& ui, ScreenContext const& context, Rect const& place, float offset)
        : m_ui(ui)
        , m_context(context)
        , m_theme(ui.theme())
        , m_place(place)
        , m_y(place.y - std::round(offset)) {}

    void operator()(pages::Heading const& heading) {
        m_y += m_theme.px(10);
        float const size =
            heading.level <= 2 ? m_theme.type.heading : std::round(m_theme.type.heading * 0.88F);
        paragraph(heading.text, size, true, m_place.x, m_place.w);
        m_y += m_theme.px(8);
    }
    void operator()(pages::Paragraph const& block) {
        paragraph(block.text, m_theme.type.body, false, m_place.x, m_place.w);
        m_y += m_theme.px(14);
    }
    void operator()(pages::BulletList const& list) {
        for (pages::RichText const& item : list.items) {
            float const indent = m_theme.px(36);
            float const radius = std::max(3.0F, m_theme.px(5));
            m_ui.disc(m_place.x + m_theme.px(14), m_y + m_theme.type.body * 0.68F, radius,
                      m_theme.palette.blue);
            paragraph(item, m_theme.type.body, false, m_place.x + indent, m_place.w - indent);
            m_y += m_theme.px(8);
        }
        m_y += m_theme.px(8);
    }
    void operator()(pages::Steps const& steps) {
        int n = 0;
        for (pages::RichText const& item : steps.items) {
            step(item, ++n);
        }
        m_y += m_theme.px(4);
    }
    void operator()(pages::Picture const& picture) {
        float const height = std::round(std::min(m_place.w * 0.185F, m_place.h * 0.3F));
        Rect const place{m_place.x, m_y, m_place.w, height};
        auto const size = platform::PixelSize{static_cast<int>(place.w), static_cast<int>(place.h)};
        if (auto const ready =
                m_ui.pictures().covering(m_context.assets.pictures / picture.file, size,
                                         static_cast<int>(m_theme.space.radius))) {
            m_ui.picture(ready->texture,
                         {std::round(place.x), std::round(place.y), static_cast<float>(size.width),
                          static_cast<float>(size.height)});
            m_y += height + m_theme.px(16);
        }
    }
    void operator()(pages::FactReference const& reference) {
        if (pages::Fact const* fact = m_context.assets.facts.find(reference.id)) {
            Rect const place{m_place.x, m_y, std::min(m_place.w, m_theme.px(560)), m_place.h};
            m_y += FactCard(m_ui, m_context, *fact, place).draw() + m_theme.px(16);
        }
    }
    void operator()(pages::Notice const& notice) {
        float const pad = m_theme.space.padding;
        float const inner = m_place.w - 2 * pad;
        float const height =
            m_ui.text_height(spec(m_theme.type.body), notice.text, inner) + 2 * pad * 0.7F;
        card(m_ui, {m_place.x, m_y, m_place.w, height}, CardLook::information);
        TextSpec text = spec(m_theme.type.body);
        text.ground = m_theme.palette.tint;
        text.place = {m_place.x + pad, m_y + pad * 0.7F, inner, height};
        m_ui.text(text, notice.text);
        m_y += height + m_theme.px(16);
    }
    [[nodiscard]] float bottom() const { return m_y; }

private:
    [[nodiscard]] TextSpec spec(float size) const {
        return {.size_px = size,
                .colour = m_theme.palette.ink,
                .ground = m_theme.palette.paper,
                .line_height = 1.38F};
    }
    void paragraph(pages::RichText const& words, float size, bool bold, float x, float width) {
        TextSpec text = spec(size);
        text.bold = bold;
        float const height = m_ui.text_height(text, words, width);
        text.place = {x, m_y, width, height};
        m_ui.text(text, words);
        m_y += height;
    }
    void step(pages::RichText const& words, int n) {
        float const radius = std::round(m_theme.type.body * 0.78F);
        float const indent = 2 * radius + m_theme.px(16);
        float const top = m_y;
        number(m_ui, {.x = m_place.x + radius,
                      .y = top + radius,
                      .radius = radius,
                      .number = n,
                      .disc = m_theme.palette.blue,
                      .letter = m_theme.palette.on_blue,
                      .size_px = std::round(m_theme.type.body * 0.82F)});
        m_y += std::max(0.0F, radius - m_theme.type.body * 0.69F);
        paragraph(words, m_theme.type.body, false, m_place.x + indent, m_place.w - indent);
        m_y = std::max(m_y, top + 2 * radius) + m_theme.px(12);
    }

    Ui& m_ui;
    ScreenContext const& m_context;
    Theme const& m_theme;
    Rect m_place;
    float m_y;
};

} // namespace

float page_blocks(Ui& ui, ScreenContext const& context, pages::Page const& page, Rect const& place,
                  float offset) {
    Ui::Clip const clip(ui, place);
    Column column(ui, context, place, offset);
    for (pages::Block const& block : page.blocks) {
        std::visit(column, block);
    }
    return column.bottom() + std::round(offset) - place.y;
}

} // namespace inloop::ui
