// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/fact_card.h"
#include "kiosk/terminal/ui/page_view.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/scroll.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

constexpr char const* kScrollId = "information.scroll";

void paging(ScreenContext const& context, Ui& ui, Rect place, Resting const& resting,
            float& offset) {
    float const gap = ui.theme().px(16);
    float const now = offset;
    Rect const left = place.take_left((place.w - gap) / 2, gap);
    if (button(ui, {.id = "information.previous",
                    .rect = left,
                    .label = context.phrases.plain(Phrase::information_previous),
                    .icon = text::Icon::keyboard_arrow_up,
                    .enabled = now > 0.5F})) {
        offset = resting.previous(now);
    }
    if (button(ui, {.id = "information.more",
                    .rect = place,
                    .label = context.phrases.plain(Phrase::information_more),
                    .icon = text::Icon::keyboard_arrow_down,
                    .enabled = now < resting.lowest() - 0.5F})) {
        offset = resting.next(now);
    }
}

// When somebody is here next, flat as all that is only read.
void shift_card(ScreenContext const& context, Ui& ui, Rect place, entries::Shift const& shift) {
    Theme const& theme = ui.theme();
    float const pad = theme.space.padding;
    TextSpec text = body_text(theme, {}, theme.type.hint);
    text.ground = theme.palette.card;
    text.smallest_px = theme.type.smallest;
    text.line_height = 1.3F;
    TextSpec when = text;
    when.size_px = std::round(theme.type.body * 0.98F);
    when.bold = true;
    float const high = std::round(text.size_px * text.line_height) +
                       2 * std::round(when.size_px * when.line_height) + theme.px(6);
    if (place.h < high + 2 * pad * 0.8F) {
        return;
    }
    place.h = high + 2 * pad * 0.8F;
    card(ui, place, CardLook::plain);
    Rect inside = place.grown(-pad, -pad * 0.8F);
    text.colour = theme.palette.ink_soft;
    text.one_line = when.one_line = true;
    text.place = inside.take_top(std::round(text.size_px * text.line_height), theme.px(6));
    ui.text(text, context.phrases.plain(Phrase::pages_next_here));
    when.place = inside.take_top(std::round(when.size_px * when.line_height));
    ui.text(when, sentence_case(shift_day(context, shift)));
    when.place = inside;
    ui.text(when, shift_hours(context, shift));
}

// The number to call and the next shift stand beside every page, where there is room for them.
void side_cards(ScreenContext const& context, Ui& ui, Rect place) {
    if (pages::Fact const* police = context.assets.facts.find(pages::kNotUrgentFact)) {
        FactCard const fact(ui, context, *police, place);
        if (fact.height() <= place.h) {
            place.take_top(fact.draw(), ui.theme().px(20, 10, 20));
        }
    }
    if (!context.presence.next.empty()) {
        shift_card(context, ui, place, context.presence.next.front());
    }
}

// Where a finger lets go of it, a page moves on to where no line is seen by half.
bool rests(Ui& ui) {
    return !(ui.pointer().down && ui.pointer().dragged) && ui.throw_speed(kScrollId) == 0;
}

void read_page(ScreenContext const& context, pages::Page const& page, float& offset, Rect content,
               Ui& ui) {
    Theme const& theme = ui.theme();
    float const button_height = std::max(theme.space.bar_button, theme.mm(kSmallestTargetMm));
    Rect buttons;
    if (theme.shape == Shape::tall) {
        buttons = content.take_bottom(button_height, theme.px(16));
    } else {
        Rect side = content.take_right(
            std::round(content.w * (theme.shape == Shape::compact ? 0.335F : 0.296F)),
            theme.px(32, 20, 32));
        buttons = side.take_bottom(button_height, theme.px(16));
        side_cards(context, ui, side);
    }
    reading_heading(ui, content, page.title);
    PageView view(ui, context, page, content);
    Resting const resting(view.cuts(), content.h);
    scroll(ui,
           {.id = kScrollId, .viewport = content, .content_height = resting.lowest() + content.h},
           offset);
    bool const still = rests(ui);
    offset = still ? resting.nearest(offset) : offset;
    view.draw(offset, still ? resting.seen_until(offset) - offset : content.h);
    paging(context, ui, buttons, resting, offset);
}

// The blocks of a page as texts of a column.
struct LargeBlocks {
    ScreenContext const& context;
    PagedColumn& column;

    void operator()(pages::Heading const& heading) const {
        column.text({{pages::plain_text(heading.text), true}});
    }
    void operator()(pages::Paragraph const& block) const { column.text(block.text); }
    void operator()(pages::BulletList const& list) const {
        for (pages::RichText const& item : list.items) {
            marked("•  ", false, item);
        }
    }
    void operator()(pages::Steps const& steps) const {
        int n = 0;
        for (pages::RichText const& item : steps.items) {
            marked(std::to_string(++n) + ".  ", true, item);
        }
    }
    void operator()(pages::Picture const& /*picture*/) const {} // no room beside such letters
    void operator()(pages::FactReference const& reference) const {
        if (pages::Fact const* fact = context.assets.facts.find(reference.id)) {
            column.notice(fact_words(context, *fact));
        }
    }
    void operator()(pages::Notice const& notice) const { column.notice(notice.text); }
    void operator()(pages::Live const& live) const {
        if (live.kind == pages::LiveKind::letters) {
            column.notice(letters_line(context));
            return;
        }
        for (pages::RichText const& line : shift_lines(context)) {
            marked("•  ", false, line);
        }
    }

private:
    void marked(std::string const& mark, bool bold, pages::RichText const& item) const {
        pages::RichText words;
        pages::append(words, mark, bold);
        for (pages::Span const& span : item) {
            pages::append(words, span.text, span.bold);
        }
        column.text(words);
    }
};

void read_large(ScreenContext const& context, pages::Page const& page, Rect const& content,
                Ui& ui) {
    PagedColumn column(ui, context, content);
    column.title(page.title);
    if (page.language != context.language) {
        column.notice(context.phrases.rich(Phrase::information_in_dutch));
    }
    LargeBlocks const blocks{context, column};
    for (pages::Block const& block : page.blocks) {
        std::visit(blocks, block);
    }
    (void)column.draw(); // nothing in it can be tapped
}

} // namespace

Outcome draw_information(ScreenContext const& context, flow::screen::Information& screen, Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"information.ask", context.phrases.plain(Phrase::information_ask)}});
    Rect content = content_of(ui.theme());
    pages::Page const* page = context.assets.page(context.language, screen.page);
    if (page == nullptr) { // a file that went away while the kiosk runs
        reading_heading(ui, content, context.phrases.plain(Phrase::information_unreadable));
    } else if (ui.theme().large()) {
        read_large(context, *page, content, ui);
    } else {
        read_page(context, *page, screen.scroll_px, content, ui);
    }
    if (outer.main) {
        return flow::event::Next{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
