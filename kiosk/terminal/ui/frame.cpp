// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/frame.h"

#include "kiosk/terminal/ui/widgets.h"

#include <array>
#include <chrono>
#include <cmath>
#include <vector>

namespace inloop::ui {

using pages::Phrase;

namespace {

Phrase weekday_name(int weekday) {
    constexpr std::array<Phrase, 7> kNames{
        Phrase::date_sunday,   Phrase::date_monday, Phrase::date_tuesday, Phrase::date_wednesday,
        Phrase::date_thursday, Phrase::date_friday, Phrase::date_saturday};
    return kNames[static_cast<std::size_t>(weekday) % kNames.size()];
}

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
                Rect const box = at.grown(0, -std::round(at.h * 0.16F));
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

std::vector<StripPiece> strip_pieces(ScreenContext const& context, Palette const& p) {
    std::vector<StripPiece> pieces{{context.phrases.plain(Phrase::strip_urgent), p.on_strip}};
    if (pages::Fact const* emergency = context.assets.facts.find(pages::kEmergencyFact)) {
        // 112 is law: it is shown whatever its date of checking.
        pieces.push_back(
            {.words = emergency->value, .colour = p.on_red, .bold = true, .badge = true});
    }
    if (pages::Fact const* police = current_fact(context, pages::kNotUrgentFact)) {
        pieces.push_back({.words = "·", .colour = p.on_strip_soft});
        pieces.push_back(
            {.words = context.phrases.plain(Phrase::strip_not_urgent), .colour = p.on_strip});
        pieces.push_back({.words = police->value, .colour = p.on_strip, .bold = true});
    }
    return pieces;
}

void strip_words(Ui& ui, ScreenContext const& context, Rect line_place) {
    Theme const& theme = ui.theme();
    float const mark_height = std::round(theme.space.strip * 0.54F);
    float const mark_width = std::round(mark_height * 0.78F);
    Rect mark_place = line_place.take_right(mark_width);
    if (theme.shape != Shape::tall) {
        TextSpec const name{.size_px = theme.type.strip,
                            .colour = theme.palette.on_strip,
                            .ground = theme.palette.strip,
                            .align = text::Align::end,
                            .stand = Stand::middle,
                            .line_height = 1.2F,
                            .bold = true,
                            .one_line = true};
        std::string const word = context.phrases.plain(Phrase::app_name);
        float const width = ui.text_width(name, word);
        TextSpec placed = name;
        placed.place = {mark_place.right() - width, line_place.y, width + 1, line_place.h};
        ui.text(placed, word);
        mark_place.x -= width + theme.px(10);
        line_place.take_right(width + theme.px(20));
    }
    mark(ui, mark_place.centred(mark_width, mark_height));
    std::vector<StripPiece> const pieces = strip_pieces(context, theme.palette);
    float size = theme.type.strip;
    while (size > 8 && StripLine(ui, size).total(pieces) > line_place.w) {
        size -= 1; // a longer language: the whole line at once, so that it stays even
    }
    StripLine(ui, size).draw(pieces, line_place);
}

// The strip is lower than a finger needs: its touch area reaches a little into the margin below.
bool strip(Ui& ui, ScreenContext const& context) {
    Theme const& theme = ui.theme();
    Rect const band{0, 0, ui.screen().w, theme.space.strip};
    float const touch_height = std::max(theme.mm(kSmallestTargetMm) + 1, theme.space.strip);
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

struct BarPlaces {
    Rect left; // wipe and back
    Rect settings;
    Rect main;
};

BarPlaces bar_places(Theme const& theme, Rect bar, FrameSpec const& spec) {
    Space const& s = theme.space;
    if (theme.shape == Shape::tall) {
        bar = bar.grown(-s.margin, -s.small);
        Rect const settings = bar.take_top(theme.px(104), theme.px(10));
        Rect row = bar.take_top(s.bar_button);
        float const gap = theme.px(16);
        float const left = s.wipe + (spec.back ? gap + s.back : 0);
        Rect const left_part = row.take_left(left, gap);
        return {left_part, settings, row};
    }
    Rect row = bar.grown(-s.margin, 0).centred(bar.w - 2 * s.margin, s.bar_button);
    row.y -= theme.px(3);
    Rect const left = row.take_left(s.wipe + theme.px(16) + s.back, theme.px(8));
    Rect const main = row.take_right(s.main, theme.px(8));
    return {left, row, main};
}

std::optional<flow::Event> settings_row(Ui& ui, ScreenContext const& context, Rect const& place) {
    namespace event = flow::event;
    Theme const& theme = ui.theme();
    float const gap = theme.px(24);
    float const width = std::max(theme.space.setting, theme.mm(kSmallestTargetMm));
    Rect row = place.centred(2 * width + gap, place.h);
    if (setting(ui, {"bar.language", row.take_left(width, gap),
                     context.phrases.plain(Phrase::bar_language), text::Icon::language, false})) {
        return event::OpenLanguages{};
    }
    if (setting(ui, {"bar.contrast", row.take_left(width, gap),
                     context.phrases.plain(Phrase::bar_contrast), text::Icon::tonality,
                     context.settings.high_contrast})) {
        return event::ToggleContrast{};
    }
    return std::nullopt;
}

void clock_place(Ui& ui, ScreenContext const& context, Rect place) {
    if (context.trust == ClockTrust::unset) {
        return;
    }
    Theme const& theme = ui.theme();
    Rect middle = place.centred(place.w, theme.type.button * 2.7F);
    TextSpec text{.size_px = theme.type.button,
                  .smallest_px = theme.type.label * 0.8F,
                  .colour = theme.palette.ink_soft,
                  .ground = theme.palette.bar,
                  .align = text::Align::end,
                  .one_line = true};
    text.place = middle.take_top(middle.h / 2);
    ui.text(text, long_date(context));
    text.place = middle;
    text.bold = true;
    text.colour = theme.palette.ink;
    ui.text(text, time_of_day(context));
}

void wiped_note(Ui& ui, ScreenContext const& context, Rect place) {
    Theme const& theme = ui.theme();
    Rect const check = place.take_left(theme.space.icon, theme.space.small);
    ui.icon(text::Icon::check_circle, check, theme.space.icon * 0.95F, theme.palette.green);
    ui.text({.place = place,
             .size_px = theme.type.button,
             .smallest_px = theme.type.label,
             .colour = theme.palette.green,
             .ground = theme.palette.bar,
             .stand = Stand::middle,
             .bold = true,
             .one_line = true},
            context.phrases.plain(Phrase::bar_wiped));
}

bool main_button(Ui& ui, MainAction const& main, Rect const& place) {
    return button(ui, {.id = main.id,
                       .rect = place,
                       .label = main.label,
                       .icon = main.icon,
                       .icon_side = IconSide::after,
                       .look = ButtonLook::main_action,
                       .enabled = main.enabled});
}

FrameOutcome bar(Ui& ui, ScreenContext const& context, FrameSpec const& spec) {
    namespace event = flow::event;
    Theme const& theme = ui.theme();
    Rect const screen = ui.screen();
    Rect const band{0, screen.h - theme.space.bar, screen.w, theme.space.bar};
    ui.fill(band, theme.palette.bar);
    ui.fill({0, band.y, band.w, theme.space.border}, theme.palette.line);
    BarPlaces places = bar_places(theme, band, spec);
    FrameOutcome outcome;
    if (spec.settings) {
        outcome.event = settings_row(ui, context, places.settings);
    }
    if (spec.wiped_note) {
        wiped_note(ui, context, places.left);
    }
    if (spec.wipe && button(ui, {.id = "bar.wipe",
                                 .rect = places.left.take_left(theme.space.wipe, theme.px(16)),
                                 .label = context.phrases.plain(Phrase::bar_wipe),
                                 .icon = text::Icon::delete_sweep})) {
        outcome.event = event::WipeAndStop{};
    }
    if (spec.back && button(ui, {.id = "bar.back",
                                 .rect = places.left.take_left(theme.space.back),
                                 .label = context.phrases.plain(Phrase::bar_back),
                                 .icon = text::Icon::arrow_back})) {
        outcome.event = event::Back{};
    }
    if (spec.main && !context.warned) {
        outcome.main = main_button(ui, *spec.main, places.main);
    } else if (spec.clock || context.warned) {
        clock_place(ui, context, places.main);
    }
    return outcome;
}

} // namespace

Rect content_bleed(Theme const& theme) {
    auto const w = static_cast<float>(theme.spec.size.width);
    auto const h = static_cast<float>(theme.spec.size.height);
    return {0, theme.space.strip, w, std::max(1.0F, h - theme.space.strip - theme.space.bar)};
}

Rect content_of(Theme const& theme) {
    float const above = theme.shape == Shape::compact ? theme.px(12) : theme.px(24);
    return content_bleed(theme).grown(-theme.space.margin, -above);
}

FrameOutcome frame(Ui& ui, ScreenContext const& context, FrameSpec const& spec) {
    ui.fill(ui.screen(), ui.theme().palette.paper);
    bool const emergency = strip(ui, context);
    FrameOutcome outcome = bar(ui, context, spec);
    ui.set_covered(context.warned);
    if (emergency) {
        outcome = {.event = flow::event::OpenEmergency{}};
    }
    return outcome;
}

pages::Phrase month_name(int month) {
    constexpr std::array<Phrase, 12> kNames{
        Phrase::date_january, Phrase::date_february, Phrase::date_march,
        Phrase::date_april,   Phrase::date_may,      Phrase::date_june,
        Phrase::date_july,    Phrase::date_august,   Phrase::date_september,
        Phrase::date_october, Phrase::date_november, Phrase::date_december};
    return kNames[static_cast<std::size_t>(month + 11) % kNames.size()];
}

std::string long_date(ScreenContext const& context) {
    std::string const weekday = context.phrases.plain(weekday_name(context.time.weekday));
    std::string const month = context.phrases.plain(month_name(context.time.month));
    return context.phrases.plain(
        Phrase::date_weekday_day_month,
        {{"weekday", weekday}, {"day", std::to_string(context.time.day)}, {"month", month}});
}

std::string time_of_day(ScreenContext const& context) {
    std::string minute = std::to_string(context.time.minute);
    if (minute.size() < 2) {
        minute.insert(minute.begin(), '0');
    }
    return context.phrases.plain(Phrase::date_clock,
                                 {{"hour", std::to_string(context.time.hour)}, {"minute", minute}});
}

pages::Fact const* current_fact(ScreenContext const& context, std::string_view id) {
    pages::Fact const* fact = context.assets.facts.find(id);
    if (fact == nullptr || context.trust == ClockTrust::unset) {
        return fact; // without a clock nothing can be said to have expired
    }
    std::chrono::year_month_day const today{
        std::chrono::year(context.time.year),
        std::chrono::month(static_cast<unsigned>(context.time.month)),
        std::chrono::day(static_cast<unsigned>(context.time.day))};
    return pages::is_current(*fact, today) ? fact : nullptr;
}

} // namespace inloop::ui
