// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/page_view.h"

#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/pictures.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace inloop::ui {

using pages::Phrase;

namespace {

constexpr float kBodyLine = 1.38F;

} // namespace

// Nothing that is drawn later may hold on to the visitor of the blocks itself.
struct PageView::Blocks {
    PageView& view;
    Theme const& theme;

    void operator()(pages::Heading const& heading) const {
        view.space(theme.px(10));
        bool const second = heading.level <= 2;
        TextSpec spec =
            view.spec(second ? theme.type.heading : std::round(theme.type.heading * 0.88F));
        spec.bold = true;
        std::size_t const first = view.m_cuts.size();
        view.words(heading.text, spec);
        for (std::size_t line = first; line < view.m_cuts.size(); ++line) {
            view.m_cuts[line].stays_with_next = true;
        }
        view.space(theme.px(8));
    }
    void operator()(pages::Paragraph const& block) const {
        view.words(block.text, view.spec(theme.type.body));
        view.space(theme.px(14));
    }
    void operator()(pages::BulletList const& list) const {
        for (pages::RichText const& item : list.items) {
            view.words(item, view.spec(theme.type.body), theme.px(36),
                       [&ui = view.m_ui, &theme = theme](Rect const& at) {
                           ui.disc(at.x + theme.px(14), at.y + theme.type.body * 0.68F,
                                   std::max(3.0F, theme.px(5)), theme.palette.blue);
                       });
            view.space(theme.px(8));
        }
        view.space(theme.px(8));
    }
    void operator()(pages::Steps const& steps) const {
        int n = 0;
        for (pages::RichText const& item : steps.items) {
            step(item, ++n);
        }
        view.space(theme.px(4));
    }
    void operator()(pages::Picture const& picture) const {
        Rect const& place = view.m_place;
        float const height = std::round(std::min(place.w * 0.185F, place.h * 0.3F));
        platform::PixelSize const size{static_cast<int>(place.w), static_cast<int>(height)};
        auto const ready =
            view.m_ui.pictures().covering(view.m_context.assets.picture(picture.file), size,
                                          static_cast<int>(theme.space.radius));
        if (!ready || theme.high_contrast()) { // there a picture would be the only pale thing
            return;
        }
        view.whole(height, [&ui = view.m_ui, texture = ready->texture, size](Rect const& at) {
            ui.picture(texture, {std::round(at.x), std::round(at.y), static_cast<float>(size.width),
                                 static_cast<float>(size.height)});
        });
        view.space(theme.px(16));
    }
    void operator()(pages::FactReference const& reference) const {
        if (pages::Fact const* fact = view.m_context.assets.facts.find(reference.id)) {
            float const width = std::min(view.m_place.w, theme.px(560));
            Rect const measured{view.m_place.x, 0, width, view.m_place.h};
            float const height = FactCard(view.m_ui, view.m_context, *fact, measured).height();
            view.whole(height,
                       [&ui = view.m_ui, &context = view.m_context, fact, width](Rect const& at) {
                           (void)FactCard(ui, context, *fact, {at.x, at.y, width, at.h}).draw();
                       });
            view.space(theme.px(16));
        }
    }
    void operator()(pages::Notice const& notice) const { view.notice(notice.text); }
    void operator()(pages::Live const& live) const {
        if (live.kind == pages::LiveKind::letters) {
            view.notice(letters_line(view.m_context));
        } else {
            view.shifts();
        }
    }

private:
    void step(pages::RichText const& words, int n) const {
        float const radius = std::round(theme.type.body * 0.78F);
        float const down = std::max(0.0F, radius - theme.type.body * 0.69F);
        view.space(down);
        float const before = view.m_y;
        std::size_t const first = view.m_cuts.size();
        view.words(words, view.spec(theme.type.body), 2 * radius + theme.px(16),
                   [&ui = view.m_ui, &theme = theme, radius, down, n](Rect const& at) {
                       number(ui, {.x = at.x + radius,
                                   .y = at.y - down + radius,
                                   .radius = radius,
                                   .number = n,
                                   .disc = theme.palette.blue,
                                   .letter = theme.palette.on_blue,
                                   .size_px = std::round(theme.type.body * 0.82F)});
                   });
        // The disc is higher than a line.
        view.m_cuts[first].top -= down;
        view.m_y = std::max(view.m_y, before + 2 * radius - down);
        view.m_cuts.back().bottom = view.m_y;
        view.space(theme.px(12));
    }
};

PageView::PageView(Ui& ui, ScreenContext const& context, pages::Page const& page, Rect const& place)
    : m_ui(ui)
    , m_context(context)
    , m_place(place) {
    if (page.language != context.language) {
        notice(context.phrases.rich(Phrase::information_in_dutch));
    }
    Blocks const blocks{*this, ui.theme()};
    for (pages::Block const& block : page.blocks) {
        std::visit(blocks, block);
    }
    // The air after the last block belongs to it: what is read to its end rests calmly.
    if (!m_cuts.empty()) {
        m_cuts.front().top = 0;
        m_y = m_cuts.back().bottom;
    }
}

TextSpec PageView::spec(float size_px) const {
    Theme const& theme = m_ui.theme();
    return {.size_px = size_px,
            .colour = theme.palette.ink,
            .ground = theme.palette.paper,
            .line_height = kBodyLine};
}

void PageView::words(pages::RichText const& words, TextSpec spec, float indent,
                     std::function<void(Rect const&)> mark) {
    float const width = m_place.w - indent;
    TextLines const lines = m_ui.text_lines(spec, words, width);
    float const height = lines.line_height * static_cast<float>(lines.starts.size());
    m_parts.push_back(
        {m_y, height, [this, words, spec, indent, width, mark = std::move(mark)](Rect const& at) {
             TextSpec placed = spec;
             placed.place = {at.x + indent, at.y, width, at.h};
             m_ui.text(placed, words);
             if (mark) {
                 mark(at);
             }
         }});
    for (std::size_t line = 0; line < lines.starts.size(); ++line) {
        float const top = m_y + static_cast<float>(line) * lines.line_height;
        m_cuts.push_back(
            {top, top + lines.line_height, alone_at_an_end(line, lines.starts.size())});
    }
    m_y += height;
}

void PageView::notice(pages::RichText const& words) {
    Theme const& theme = m_ui.theme();
    float const pad = theme.space.padding;
    float const inner = m_place.w - 2 * pad;
    TextSpec const text = spec(theme.type.body);
    float const height = m_ui.text_height(text, words, inner) + 2 * pad * 0.7F;
    whole(height, [this, text, words, pad, inner](Rect const& at) {
        card(m_ui, at, CardLook::information);
        TextSpec placed = text;
        placed.ground = m_ui.theme().palette.tint;
        placed.place = {at.x + pad, at.y + pad * 0.7F, inner, at.h};
        m_ui.text(placed, words);
    });
    space(theme.px(16));
}

void PageView::whole(float height, std::function<void(Rect const&)> draw) {
    m_parts.push_back({m_y, height, std::move(draw)});
    m_cuts.push_back({m_y, m_y + height, false});
    m_y += height;
}

void PageView::shifts() {
    Theme const& theme = m_ui.theme();
    bool first = m_context.presence.now.has_value();
    for (pages::RichText const& line : shift_lines(m_context)) {
        text::Icon const icon = first ? text::Icon::meeting_room : text::Icon::schedule;
        float const size = std::round(theme.space.icon * 0.95F);
        words(line, spec(theme.type.body), size + theme.px(18, 12, 18),
              [this, icon, size](Rect const& at) {
                  Theme const& now = m_ui.theme();
                  m_ui.icon(icon, {at.x, at.y, size, now.type.body * kBodyLine}, size,
                            now.palette.blue);
              });
        space(theme.px(8));
        first = false;
    }
    space(theme.px(8));
}

void PageView::draw(float offset, float height) {
    // A disc before a broken step reaches a little into the next line.
    float const air = m_ui.theme().px(3);
    Rect const seen{m_place.x, m_place.y, m_place.w, std::min(height + air, m_place.h)};
    Ui::Clip const clip(m_ui, seen);
    for (Part const& part : m_parts) {
        Rect const at{m_place.x, m_place.y + part.top - std::round(offset), m_place.w, part.height};
        if (at.bottom() > seen.y && at.y < seen.bottom()) {
            part.draw(at);
        }
    }
}

std::vector<pages::RichText> shift_lines(ScreenContext const& context) {
    std::vector<pages::RichText> lines;
    auto const talk = [&](pages::RichText& words, entries::Shift const& shift) {
        if (shift.kind == entries::ShiftKind::talk) {
            pages::append(words, " · " + context.phrases.plain(Phrase::pages_talk), false);
        }
    };
    if (context.presence.now && context.presence.by_hand) {
        lines.push_back(context.phrases.rich(Phrase::pages_here_now_by_hand));
    } else if (context.presence.now) {
        std::string const until = clock_words(context, context.presence.now->until);
        lines.push_back(context.phrases.rich(Phrase::pages_here_now, {{"until", until}}));
        talk(lines.back(), *context.presence.now);
    }
    for (entries::Shift const& shift : context.presence.next) {
        pages::RichText line;
        pages::append(line, sentence_case(shift_words(context, shift)), true);
        talk(line, shift);
        lines.push_back(std::move(line));
    }
    if (lines.empty()) {
        lines.push_back(context.phrases.rich(Phrase::pages_no_fixed_time));
    }
    return lines;
}

pages::RichText letters_line(ScreenContext const& context) {
    if (!context.letters_here) {
        return context.phrases.rich(Phrase::pages_letters_unknown);
    }
    if (*context.letters_here == 1) {
        return context.phrases.rich(Phrase::pages_letter_here);
    }
    return context.phrases.rich(Phrase::pages_letters_here,
                                {{"count", std::to_string(*context.letters_here)}});
}

} // namespace inloop::ui
