// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/private_text.h"
#include "kiosk/terminal/ui/qr.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace inloop::ui {

using pages::Phrase;

namespace {

// One word of the code with its number and its digits. Never put on record as text: a code opens
// the answer.
struct CodeWord {
    int position = 1;
    std::string_view word;
    std::string_view digits;
};

// In large letters the code is as large as everything else, and stands in rows.
float word_size(Theme const& theme) {
    return theme.large() ? std::max(theme.type.code, theme.type.body) : theme.type.code;
}

float digits_size(Theme const& theme) {
    return theme.large() ? std::max(theme.type.digits, theme.type.body) : theme.type.digits;
}

bool in_rows(Theme const& theme) {
    return theme.large() || theme.shape == Shape::tall;
}

void code_number(Ui& ui, float x, float y, float radius, int position) {
    Theme const& theme = ui.theme();
    number(ui, {.x = x,
                .y = y,
                .radius = radius,
                .number = position,
                .disc = theme.high_contrast() ? theme.palette.ink : theme.palette.tint,
                .letter = theme.high_contrast() ? theme.palette.paper : theme.palette.blue,
                .size_px = std::round(radius)});
}

void code_column(Ui& ui, CodeWord const& code, Rect place) {
    Theme const& theme = ui.theme();
    float const disc = 2 * theme.type.button;
    float const height = disc + theme.type.code * 1.35F + theme.type.digits * 1.3F + theme.px(8);
    place = place.centred(place.w - theme.px(26), std::min(place.h, height));
    code_number(ui, place.x + place.w / 2, place.y + disc / 2, std::round(disc / 2), code.position);
    place.take_top(disc + theme.px(8));
    TextSpec text{.place = place.take_top(std::round(theme.type.code * 1.35F)),
                  .size_px = theme.type.code,
                  .smallest_px = std::round(theme.type.code * 0.6F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.card,
                  .align = text::Align::centre,
                  .stand = Stand::middle,
                  .line_height = 1.2F,
                  .bold = true,
                  .one_line = true};
    private_text(ui, text, code.word, Privacy::readable);
    text.place = place;
    text.size_px = theme.type.digits;
    text.bold = false;
    private_text(ui, text, code.digits, Privacy::readable);
}

void code_row(Ui& ui, CodeWord const& code, Rect place) {
    Theme const& theme = ui.theme();
    float const radius = std::round(std::min(theme.type.button, place.h * 0.36F));
    code_number(ui, place.x + radius, place.y + place.h / 2, radius, code.position);
    place.take_left(2 * radius, theme.px(20));
    TextSpec text{.place = place,
                  .size_px = word_size(theme),
                  .smallest_px = std::round(word_size(theme) * 0.6F),
                  .colour = theme.palette.ink,
                  .ground = theme.palette.card,
                  .stand = Stand::middle,
                  .line_height = 1.2F,
                  .bold = true,
                  .one_line = true};
    text.place.w = place.w * 0.68F;
    private_text(ui, text, code.word, Privacy::readable);
    text.place = place;
    text.place.take_left(place.w * 0.68F);
    text.size_px = digits_size(theme);
    text.bold = false;
    text.align = text::Align::end;
    private_text(ui, text, code.digits, Privacy::readable);
}

void code_card(ScreenContext const& context, Ui& ui, flow::screen::Receipt const& screen,
               Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::plain);
    bool const rows = in_rows(theme);
    std::array<char, 20> digits = screen.code.digits();
    std::string_view const all(digits.data(), digits.size());
    Rect const inside = place.grown(-theme.px(rows ? 28 : 8), -theme.px(rows ? 6 : 16));
    constexpr int kWords = static_cast<int>(entries::kReceiptWords);
    for (int i = 0; i < kWords; ++i) {
        auto const n = static_cast<std::size_t>(i);
        CodeWord const code{i + 1, context.words.word(screen.code.words[n]), all.substr(n * 4, 4)};
        Rect const cell =
            rows ? inside.cell(0, i, 1, kWords, 0, 0) : inside.cell(i, 0, kWords, 1, 0, 0);
        float const line = theme.space.border;
        if (i > 0) {
            ui.fill(rows ? Rect{cell.x, cell.y, cell.w, line}
                         : Rect{std::round(cell.x), cell.y, line, cell.h},
                    theme.palette.line);
        }
        if (rows) {
            code_row(ui, code, cell);
        } else {
            code_column(ui, code, cell);
        }
    }
    digits.fill('\0');
}

void covered_code(Ui& ui, Rect const& place) {
    card(ui, place, CardLook::plain);
    Rect const bar = place.centred(place.w * 0.8F, place.h * 0.3F);
    ui.fill(bar, ui.theme().palette.off, ui.theme().space.radius_chip);
}

void qr_card(Ui& ui, flow::screen::Receipt const& screen, Rect const& place) {
    std::array<char, 20> digits = screen.code.digits();
    qr_code(ui, place, {digits.data(), digits.size()});
    digits.fill('\0');
}

// Two honest lines: kept here is not the same as arrived at the police.
class StateLines {
public:
    StateLines(ScreenContext const& context, Ui& ui, bool arrived)
        : m_context(context)
        , m_ui(ui)
        , m_arrived(arrived)
        , m_icon(std::round(ui.theme().type.body * 1.36F)) {}

    void draw(Rect const& place) const {
        Theme const& theme = m_ui.theme();
        bool const boxed = !in_rows(theme);
        if (boxed) {
            card(m_ui, place, CardLook::plain);
        }
        TextSpec text{.size_px = theme.type.body,
                      .smallest_px = std::round(theme.type.body * 0.62F),
                      .ground = boxed ? theme.palette.card : theme.palette.paper,
                      .stand = Stand::middle,
                      .line_height = 1.2F,
                      .one_line = true};
        Rect inside = place.grown(-(boxed ? theme.px(28, 16, 28) : theme.px(6)), 0);
        float const line = std::round(theme.type.body * 1.9F);
        inside = inside.centred(inside.w, std::min(inside.h, 2 * line));
        text.place = inside.take_top(inside.h / 2);
        done(text, Phrase::receipt_stored);
        text.place = inside;
        if (m_arrived) {
            done(text, Phrase::receipt_arrived);
        } else {
            not_yet(text);
        }
    }

private:
    void done(TextSpec text, Phrase words) const {
        Colour const green = m_ui.theme().palette.green;
        Rect const check = text.place.take_left(m_icon, m_ui.theme().px(18));
        m_ui.icon(text::Icon::check_circle, check, m_icon, green);
        text.bold = true;
        text.colour = green;
        m_ui.text(text, m_context.phrases.plain(words));
    }

    void not_yet(TextSpec text) const {
        Theme const& theme = m_ui.theme();
        Rect const ring = text.place.take_left(m_icon, theme.px(18));
        m_ui.ring(ring.x + m_icon / 2, ring.y + ring.h / 2, m_icon * 0.42F, theme.palette.edge,
                  std::max(2.0F, theme.px(4)));
        bool const brief = theme.large() || theme.shape == Shape::compact;
        text.colour = theme.palette.ink;
        m_ui.text(text, m_context.phrases.plain(brief ? Phrase::receipt_arrived_not_short
                                                      : Phrase::receipt_arrived_not) +
                            " " + m_context.phrases.plain(Phrase::receipt_not_yet));
    }

    ScreenContext const& m_context;
    Ui& m_ui;
    bool m_arrived;
    float m_icon;
};

// Only what the roster says; without it nothing is promised.
pages::RichText promise_words(ScreenContext const& context, bool arrived) {
    if (!context.presence.read_by) {
        return context.phrases.rich(Phrase::receipt_read_unknown);
    }
    return context.phrases.rich(arrived ? Phrase::receipt_read_by_arrived : Phrase::receipt_read_by,
                                {{"by", read_by_words(context, *context.presence.read_by)}});
}

void promise(ScreenContext const& context, Ui& ui, bool arrived, Rect const& place) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.px(26, 18, 26), -theme.px(10));
    if (theme.shape != Shape::tall) {
        Rect const icon = inside.take_left(theme.space.icon * 1.3F, theme.px(24));
        ui.icon(text::Icon::schedule, icon, std::round(theme.space.icon * 1.35F),
                theme.palette.blue);
    }
    ui.text({.place = inside,
             .size_px = theme.type.body,
             .smallest_px = std::round(theme.type.body * 0.7F),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .stand = Stand::middle,
             .line_height = 1.3F},
            promise_words(context, arrived));
}

void headline(ScreenContext const& context, Ui& ui, Rect& content) {
    Theme const& theme = ui.theme();
    TextSpec title = body_text(theme, content, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    content.take_top(ui.text(title, context.phrases.plain(Phrase::receipt_title)).h);
    TextSpec under =
        body_text(theme, content, theme.shape == Shape::wide ? theme.type.body : theme.type.card);
    under.colour = theme.palette.ink_soft;
    under.smallest_px = std::round(under.size_px * 0.7F);
    Phrase const words =
        theme.shape == Shape::wide ? Phrase::receipt_subtitle : Phrase::receipt_subtitle_short;
    content.take_top(ui.text(under, context.phrases.plain(words)).h, theme.px(14, 8, 14));
}

// The code in one of its two shapes, or a bar while it is covered.
enum class Part : std::uint8_t { words, qr };
class CodePainter {
public:
    CodePainter(ScreenContext const& context, Ui& ui, flow::screen::Receipt const& screen,
                Privacy privacy)
        : m_context(context)
        , m_ui(ui)
        , m_screen(screen)
        , m_privacy(privacy) {}

    void operator()(Rect const& place, Part part) const {
        if (m_privacy == Privacy::barred) {
            covered_code(m_ui, place);
        } else if (part == Part::qr) {
            qr_card(m_ui, m_screen, place);
        } else {
            code_card(m_context, m_ui, m_screen, place);
        }
    }

private:
    ScreenContext const& m_context;
    Ui& m_ui;
    flow::screen::Receipt const& m_screen;
    Privacy m_privacy;
};

// As tall as its words like, but no taller than what the title leaves of the first page.
float large_code_height(ScreenContext const& context, Ui& ui, float width) {
    Theme const& theme = ui.theme();
    auto const lines = static_cast<float>(entries::kReceiptWords);
    float const usual = std::round(word_size(theme) * 1.34F) * lines + theme.px(12);
    TextSpec title = body_text(theme, {}, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    std::string const words = context.phrases.plain(Phrase::receipt_title);
    float const above = ui.text_height(title, {{words, true}}, width) + theme.px(24, 14, 24);
    float const left = content_of(theme).h - above;
    return left >= word_size(theme) * lines ? std::min(usual, left) : usual;
}

// The whole code on the first page, before everything that is only to be read.
Outcome large(ScreenContext const& context, Ui& ui, flow::screen::Receipt const& screen,
              Privacy privacy) {
    Theme const& theme = ui.theme();
    CodePainter const code_or_bar(context, ui, screen, privacy);
    PagedColumn column(ui, context, content_of(theme));
    column.title(context.phrases.plain(Phrase::receipt_title));
    bool const beside = theme.shape != Shape::tall; // the QR code beside the words
    float const height = large_code_height(context, ui, column.width());
    column.picture(height, [&](Rect place) {
        if (beside) {
            code_or_bar(place.take_right(std::min(place.h, place.w * 0.32F), theme.px(20, 12, 0)),
                        Part::qr);
        }
        code_or_bar(place, Part::words);
    });
    column.text(context.phrases.plain(Phrase::receipt_subtitle));
    column.picture(std::round(theme.type.body * 3.2F),
                   [&](Rect const& place) { StateLines(context, ui, screen.arrived).draw(place); });
    column.notice(promise_words(context, screen.arrived));
    if (!beside) {
        column.picture(theme.px(420), [&](Rect const& place) { code_or_bar(place, Part::qr); });
    }
    return column.draw();
}

void normal(ScreenContext const& context, Ui& ui, flow::screen::Receipt const& screen,
            Privacy privacy) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    headline(context, ui, content);
    Rect code;
    Rect qr;
    Rect kept;
    Rect read;
    float const gap = theme.px(18, 12, 18);
    if (theme.shape == Shape::tall) {
        code = content.take_top(std::round(content.h * 0.49F), theme.px(14));
        kept = content.take_bottom(std::round(content.h * 0.36F), theme.px(14));
        qr = content.take_left(content.h, theme.px(20));
        read = content;
    } else {
        Rect upper = content.take_top(std::round((content.h - gap) * 0.52F), gap);
        qr = upper.take_right(upper.h, theme.px(24));
        code = upper;
        kept = content.take_left(std::round((content.w - theme.px(24)) * 0.5F), theme.px(24));
        read = content;
    }
    CodePainter const code_or_bar(context, ui, screen, privacy);
    code_or_bar(code, Part::words);
    code_or_bar(qr, Part::qr);
    StateLines(context, ui, screen.arrived).draw(kept);
    promise(context, ui, screen.arrived, read);
}

} // namespace

// The code to write down, and what is true of the letter: kept here, and read when.
Outcome draw_receipt(ScreenContext const& context, flow::screen::Receipt const& screen,
                     Privacy privacy, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.main = MainAction{"receipt.done", context.phrases.plain(Phrase::receipt_done),
                                  text::Icon::check}});
    Outcome outcome;
    if (ui.theme().large()) {
        outcome = large(context, ui, screen, privacy);
    } else {
        normal(context, ui, screen, privacy);
    }
    if (outer.main) {
        return flow::event::HasCode{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
