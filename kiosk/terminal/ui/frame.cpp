// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/frame.h"

#include "kiosk/terminal/ui/bar.h"
#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

// The mark: a door frame with an amber leaf that stands open.
void mark(Ui& ui, Rect const& place) {
    Theme const& theme = ui.theme();
    float const line = std::max(2.0F, std::round(place.w / 10));
    ui.outline(place, theme.palette.on_strip, line);
    Rect const hole = place.grown(-line);
    ui.fill(hole, theme.palette.strip);
    float const hinge = hole.right();
    float const free = hole.x + hole.w * 0.32F;
    float const slant = hole.h * 0.1F;
    std::array<platform::Point, 4> const leaf{{{free, hole.y + slant},
                                               {hinge, hole.y},
                                               {hinge, hole.bottom()},
                                               {free, hole.bottom() - slant}}};
    ui.polygon(leaf, rgb(0xF4B13A));
    float const knob = std::max(2.0F, std::round(line * 0.8F));
    ui.fill({free + hole.w * 0.16F, hole.y + hole.h * 0.46F, knob, knob * 1.6F},
            theme.palette.strip);
}

// A piece of the line in the strip.
struct StripPiece {
    std::string words;
    Colour colour;
    bool bold = false;
    bool badge = false; // on red, in a box
};

// What the pieces of the strip take at one size of letters.
class StripLine {
public:
    StripLine(Ui& ui, float size) : m_ui(ui), m_size(size) {}

    [[nodiscard]] float width(StripPiece const& piece) const {
        float const around = piece.badge ? 2 * gap() : 1;
        return m_ui.text_width(spec(piece), piece.words) + around;
    }
    [[nodiscard]] float total(std::vector<StripPiece> const& pieces) const {
        float sum = 0;
        for (StripPiece const& piece : pieces) {
            sum += width(piece) + gap();
        }
        return sum;
    }
    void draw(std::vector<StripPiece> const& pieces, Rect place) const {
        for (StripPiece const& piece : pieces) {
            Rect const at = place.take_left(width(piece), gap());
            TextSpec text = spec(piece);
            text.place = at;
            if (piece.badge) {
                float const inset = m_ui.theme().large() ? 0.07F : 0.16F;
                Rect const box = at.grown(0, -std::round(at.h * inset));
                m_ui.fill(box, text.ground, m_ui.theme().space.radius_chip);
                text.align = text::Align::centre;
            }
            m_ui.text(text, piece.words);
        }
    }

private:
    [[nodiscard]] float gap() const { return std::round(m_size * 0.48F); }
    [[nodiscard]] TextSpec spec(StripPiece const& piece) const {
        Palette const& p = m_ui.theme().palette;
        return {.size_px = m_size,
                .colour = piece.colour,
                .ground = piece.badge ? p.red : p.strip,
                .stand = Stand::middle,
                .line_height = 1.2F,
                .bold = piece.bold,
                .one_line = true};
    }
    Ui& m_ui;
    float m_size;
};

std::vector<StripPiece> urgent_pieces(ScreenContext const& context, Palette const& p) {
    return {{context.phrases.plain(Phrase::strip_urgent), p.on_strip},
            {.words = emergency_number(context), .colour = p.on_red, .bold = true, .badge = true}};
}

void add_not_urgent(std::vector<StripPiece>& pieces, ScreenContext const& context,
                    Palette const& p) {
    if (pages::Fact const* police = current_fact(context, pages::kNotUrgentFact)) {
        pieces.push_back({.words = "·", .colour = p.on_strip_soft});
        pieces.push_back(
            {.words = context.phrases.plain(Phrase::strip_not_urgent), .colour = p.on_strip});
        pieces.push_back({.words = police->value, .colour = p.on_strip, .bold = true});
    }
}

// The mark, with the name where there is room. Takes its part off the line.
void strip_mark(Ui& ui, ScreenContext const& context, Rect& line_place) {
    Theme const& theme = ui.theme();
    float const mark_height = std::round(theme.space.strip * 0.54F);
    float const mark_width = std::round(mark_height * 0.78F);
    Rect mark_place = line_place.take_right(mark_width);
    if (theme.shape != Shape::tall) {
        TextSpec name{.size_px = theme.type.strip,
                      .colour = theme.palette.on_strip,
                      .ground = theme.palette.strip,
                      .align = text::Align::end,
                      .stand = Stand::middle,
                      .line_height = 1.2F,
                      .bold = true,
                      .one_line = true};
        std::string const word = context.phrases.plain(Phrase::app_name);
        float const width = ui.text_width(name, word);
        name.place = {mark_place.right() - width, line_place.y, width + 1, line_place.h};
        ui.text(name, word);
        mark_place.x -= width + theme.px(10);
        line_place.take_right(width + theme.px(20));
    }
    mark(ui, mark_place.centred(mark_width, mark_height));
}

// Under this share of their size the large letters of the strip say 112 alone.
constexpr float kLargeStripShare = 0.72F;

void strip_words(Ui& ui, ScreenContext const& context, Rect line_place) {
    Theme const& theme = ui.theme();
    if (!theme.large()) {
        strip_mark(ui, context, line_place);
    }
    std::vector<StripPiece> pieces = urgent_pieces(context, theme.palette);
    std::vector<StripPiece> const urgent = pieces;
    add_not_urgent(pieces, context, theme.palette);
    float size = theme.type.strip;
    float const least = theme.large() ? size * kLargeStripShare : 8;
    while (size > least && StripLine(ui, size).total(pieces) > line_place.w) {
        size -= 1; // a longer language: the whole line at once, so that it stays even
    }
    if (theme.large() && StripLine(ui, size).total(pieces) > line_place.w) {
        pieces = urgent;
        size = theme.type.strip;
        while (size > 8 && StripLine(ui, size).total(pieces) > line_place.w) {
            size -= 1;
        }
    }
    StripLine(ui, size).draw(pieces, line_place);
}

// Not something a visitor can find or needs, so it is no button: the registry, the audit and
// reading aloud do not know of it. A tap on it is a tap on the strip.
bool mark_is_held(Ui& ui) {
    Theme const& theme = ui.theme();
    PointerState const& pointer = ui.pointer();
    float const width = theme.space.margin + 2 * theme.mm(kSmallestTargetMm);
    Rect const place{ui.screen().w - width, 0, width, theme.space.strip};
    if (!pointer.down || pointer.dragged || !place.contains(pointer.start.x, pointer.start.y)) {
        return false;
    }
    ui.keep_moving(); // no event says that time has passed
    return ui.now() - pointer.time >= kServiceHold;
}

// The strip is lower than a finger needs: its touch area reaches a little into the margin below,
// and never over the content.
bool strip(Ui& ui, ScreenContext const& context) {
    Theme const& theme = ui.theme();
    Rect const band{0, 0, ui.screen().w, theme.space.strip};
    float const touch_height =
        std::min(std::max(theme.mm(kSmallestTargetMm) + 1, theme.space.strip), content_of(theme).y);
    Touch const touch = ui.touch({.id = "strip.emergency",
                                  .role = Role::button,
                                  .label = context.phrases.plain(Phrase::strip_urgent) + " 112",
                                  .rect = {0, 0, band.w, touch_height}});
    ui.fill(band, theme.palette.strip);
    if (theme.high_contrast()) {
        ui.fill({0, band.bottom() - theme.space.border, band.w, theme.space.border},
                theme.palette.line);
    }
    strip_words(ui, context, band.grown(-theme.space.margin, 0));
    return touch.tapped;
}

} // namespace

Rect content_bleed(Theme const& theme) {
    auto const w = static_cast<float>(theme.spec.size.width);
    auto const h = static_cast<float>(theme.spec.size.height);
    return {0, theme.space.strip, w, std::max(1.0F, h - theme.space.strip - theme.space.bar)};
}

Rect content_of(Theme const& theme) {
    float const above = theme.large() ? theme.px(16, 8, 18) : theme.px(24, 12, 24);
    return content_bleed(theme).grown(-theme.space.margin, -above);
}

FrameOutcome frame(Ui& ui, ScreenContext const& context, FrameSpec const& spec) {
    ui.fill(ui.screen(), ui.theme().palette.paper);
    bool const emergency = strip(ui, context);
    FrameOutcome outcome = bar(ui, context, spec);
    ui.set_covered(context.warned);
    if (emergency) {
        outcome = {.event = flow::event::OpenEmergency{}};
    } else if (spec.service && mark_is_held(ui)) {
        outcome = {.event = flow::event::OpenService{}};
    }
    return outcome;
}

} // namespace inloop::ui
