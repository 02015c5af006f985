// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/bar.h"

#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace inloop::ui {

using pages::Phrase;
namespace event = flow::event;

namespace {

// Where everything stands. What is absent has a place all the same, in normal letters.
struct BarPlaces {
    Rect wipe{}, back{}, settings{}, main{};
    float size_px = 0; // of the words of the buttons; 0: the theme's
    bool wipe_icon = true;
    bool back_icon = true;
};

// In large letters there is no room for all settings beside other buttons, on a small display
// never: the rest is in a sheet.
bool folded(Theme const& theme, FrameSpec const& spec) {
    return theme.large() ? spec.back || spec.main.has_value() : theme.shape == Shape::compact;
}

float setting_gap(Theme const& theme) {
    return theme.large() ? theme.px(18, 10, 18) : theme.px(12, 24, 24);
}

float settings_width(Theme const& theme, FrameSpec const& spec) {
    float const count = folded(theme, spec) ? 2 : 4;
    float const width = std::max(theme.space.setting, theme.mm(kSmallestTargetMm));
    return count * width + (count - 1) * setting_gap(theme);
}

BarPlaces normal_places(Theme const& theme, Rect bar) {
    Space const& s = theme.space;
    BarPlaces places;
    if (theme.shape == Shape::tall) {
        bar = bar.grown(-s.margin, -s.small);
        places.settings = bar.take_top(theme.px(104), theme.px(10));
        Rect row = bar.take_top(s.bar_button);
        places.wipe = row.take_left(s.wipe, theme.px(16));
        places.main = row.take_right(s.main, theme.px(16));
        places.back = row.take_left(s.back);
        return places;
    }
    Rect row = bar.grown(-s.margin, 0).centred(bar.w - 2 * s.margin, s.bar_button);
    row.y -= theme.px(3);
    places.wipe = row.take_left(s.wipe, theme.px(16));
    places.back = row.take_left(s.back, theme.px(8));
    places.main = row.take_right(s.main, theme.px(8));
    places.settings = row;
    return places;
}

// The buttons of a row in large letters, whose widths follow their words.
class WordRow {
public:
    explicit WordRow(Ui& ui) : m_ui(ui) {}

    void add(std::string const& word) { m_words.push_back(word); }
    // The largest size of letters at which the buttons leave `others` of the width free.
    [[nodiscard]] float fitting(float width, float others) const {
        float size = m_ui.theme().type.button;
        float const least = m_ui.theme().type.smallest * 0.7F;
        while (size > least && total(size) + others > width) {
            size -= 1;
        }
        return size;
    }
    [[nodiscard]] float width(std::size_t index, float size) const {
        TextSpec const spec{.size_px = size, .bold = true};
        return std::ceil(m_ui.text_width(spec, m_words[index])) + around();
    }

private:
    [[nodiscard]] float around() const { return m_ui.theme().px(40, 26, 40); }
    [[nodiscard]] float total(float size) const {
        float sum = 0;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            sum += width(i, size);
        }
        return sum;
    }

    Ui& m_ui;
    std::vector<std::string> m_words;
};

// What an icon and its gap add to a button.
float icon_room(float size) {
    return std::round(size * 1.8F);
}

// One row: words without icons where there is more than "Wis en stop".
BarPlaces large_row(Ui& ui, ScreenContext const& context, FrameSpec const& spec, Rect row) {
    Theme const& theme = ui.theme();
    float const gap = setting_gap(theme);
    WordRow words(ui);
    float others = spec.settings ? settings_width(theme, spec) + gap : 0;
    if (spec.wipe) {
        words.add(context.phrases.plain(Phrase::bar_wipe));
    }
    if (spec.back) {
        words.add(context.phrases.plain(Phrase::bar_back));
        others += gap;
    }
    if (spec.main) {
        words.add(spec.main->label);
        others += gap;
    }
    float const size = words.fitting(row.w, others);
    BarPlaces places{.size_px = size, .back_icon = false};
    places.wipe_icon = spec.wipe && !spec.back && !spec.main;
    std::size_t n = 0;
    if (spec.wipe) {
        float const icon = places.wipe_icon ? icon_room(size) : 0;
        places.wipe = row.take_left(words.width(n++, size) + icon, gap);
    }
    if (spec.back) {
        places.back = row.take_left(words.width(n++, size), gap);
    }
    if (spec.main) {
        float const spare = row.w - (spec.settings ? settings_width(theme, spec) + gap : 0);
        places.main = row.take_right(std::min(spare, words.width(n, size) + icon_room(size)), gap);
    }
    if (spec.settings) {
        places.settings = row.take_right(settings_width(theme, spec), gap);
    }
    if (!spec.wipe) {
        places.wipe = row;
    }
    return places;
}

// Portrait: the settings and the main action, under them "Wis en stop" and back.
BarPlaces large_rows(Ui& ui, ScreenContext const& context, FrameSpec const& spec, Rect bar) {
    Theme const& theme = ui.theme();
    float const gap = setting_gap(theme);
    bar = bar.grown(-theme.space.margin, -theme.space.small);
    Rect upper = bar.take_top(theme.space.setting, theme.space.small);
    Rect lower = bar.take_top(theme.space.bar_button);
    WordRow words(ui);
    words.add(context.phrases.plain(Phrase::bar_wipe));
    if (spec.back) {
        words.add(context.phrases.plain(Phrase::bar_back));
    }
    BarPlaces places{.wipe_icon = !spec.back, .back_icon = false};
    float const icon = places.wipe_icon ? icon_room(theme.type.button) : gap;
    float const size = words.fitting(lower.w, icon);
    places.size_px = size;
    places.wipe =
        spec.wipe ? lower.take_left(words.width(0, size) + (spec.back ? 0 : icon), gap) : lower;
    if (spec.back) {
        places.back = lower.take_right(words.width(1, size));
    }
    if (spec.settings) {
        places.settings = upper.take_left(settings_width(theme, spec), gap);
    }
    places.main = upper;
    return places;
}

BarPlaces places_of(Ui& ui, ScreenContext const& context, FrameSpec const& spec, Rect const& bar) {
    Theme const& theme = ui.theme();
    if (!theme.large()) {
        return normal_places(theme, bar);
    }
    if (theme.shape == Shape::tall) {
        return large_rows(ui, context, spec, bar);
    }
    Rect row = bar.centred(bar.w - 2 * theme.space.margin, theme.space.bar_button);
    return large_row(ui, context, spec, row);
}

std::vector<SettingSpec> settings_of(ScreenContext const& context, bool fold) {
    flow::ViewSettings const& on = context.settings;
    auto const words = [&](Phrase phrase) { return context.phrases.plain(phrase); };
    std::vector<SettingSpec> all{
        {"bar.language", {}, words(Phrase::bar_language), text::Icon::language, false}};
    if (fold) {
        all.push_back({"bar.view",
                       {},
                       words(Phrase::bar_view),
                       text::Icon::format_size,
                       on != flow::ViewSettings{}});
        return all;
    }
    all.push_back(
        {"bar.letters", {}, words(Phrase::bar_letters), text::Icon::format_size, on.large_letters});
    all.push_back(
        {"bar.contrast", {}, words(Phrase::bar_contrast), text::Icon::tonality, on.high_contrast});
    all.push_back(
        {"bar.low", {}, words(Phrase::bar_low), text::Icon::vertical_align_bottom, on.low_reach});
    return all;
}

flow::Event event_of(std::string const& id) {
    if (id == "bar.language") {
        return event::OpenLanguages{};
    }
    if (id == "bar.view") {
        return event::OpenViewSettings{};
    }
    if (id == "bar.letters") {
        return event::ToggleLargeLetters{};
    }
    if (id == "bar.contrast") {
        return event::ToggleContrast{};
    }
    return event::ToggleLowReach{};
}

std::optional<flow::Event> settings_row(Ui& ui, ScreenContext const& context, FrameSpec const& spec,
                                        Rect const& place) {
    Theme const& theme = ui.theme();
    std::vector<SettingSpec> all = settings_of(context, folded(theme, spec));
    auto const count = static_cast<float>(all.size());
    float const width = std::max(theme.space.setting, theme.mm(kSmallestTargetMm));
    float const spread = theme.shape == Shape::tall && !theme.large()
                             ? std::floor((place.w - count * width) / (count - 1))
                             : setting_gap(theme);
    Rect row = place.centred(count * width + (count - 1) * spread, place.h);
    row.x = std::round(row.x);
    std::optional<flow::Event> outcome;
    for (SettingSpec& one : all) {
        one.rect = row.take_left(width, spread);
        if (setting(ui, one)) {
            outcome = event_of(one.id);
        }
    }
    return outcome;
}

void clock_place(Ui& ui, ScreenContext const& context, Rect place) {
    if (context.trust == ClockTrust::unset || ui.theme().large()) {
        return;
    }
    Theme const& theme = ui.theme();
    Rect middle = place.centred(place.w, theme.type.button * 2.7F);
    TextSpec text{.size_px = theme.type.button,
                  .smallest_px = theme.type.smallest,
                  .colour = theme.palette.ink_soft,
                  .ground = theme.palette.bar,
                  .align = text::Align::end,
                  .one_line = true};
    text.place = middle.take_top(middle.h / 2);
    ui.text(text, theme.shape == Shape::wide ? long_date(context) : short_date(context));
    text.place = middle;
    text.bold = true;
    text.colour = theme.palette.ink;
    ui.text(text, time_of_day(context));
}

void wiped_note(Ui& ui, ScreenContext const& context, BarPlaces const& places) {
    Theme const& theme = ui.theme();
    Rect place = places.wipe;
    if (!theme.large()) { // the place of back is free as well
        place.w = places.back.right() - place.x;
    }
    Rect const check = place.take_left(theme.space.icon, theme.space.small);
    ui.icon(text::Icon::check_circle, check, theme.space.icon * 0.95F, theme.palette.green);
    ui.text({.place = place,
             .size_px = theme.type.button,
             .smallest_px = theme.type.smallest,
             .colour = theme.palette.green,
             .ground = theme.palette.bar,
             .stand = Stand::middle,
             .line_height = 1.1F,
             .bold = true,
             .one_line = !theme.large()},
            context.phrases.plain(Phrase::bar_wiped));
}

bool main_button(Ui& ui, MainAction const& main, BarPlaces const& places) {
    return button(ui, {.id = main.id,
                       .rect = places.main,
                       .label = main.label,
                       .icon = main.icon,
                       .icon_side = IconSide::after,
                       .look = ButtonLook::main_action,
                       .size_px = places.size_px,
                       .enabled = main.enabled});
}

std::optional<flow::Event> left_buttons(Ui& ui, ScreenContext const& context, FrameSpec const& spec,
                                        BarPlaces const& places) {
    using Icon = std::optional<text::Icon>;
    std::optional<flow::Event> outcome;
    if (spec.wipe && button(ui, {.id = "bar.wipe",
                                 .rect = places.wipe,
                                 .label = context.phrases.plain(Phrase::bar_wipe),
                                 .icon = places.wipe_icon ? Icon(text::Icon::delete_sweep) : Icon(),
                                 .size_px = places.size_px})) {
        outcome = event::WipeAndStop{};
    }
    if (spec.back && button(ui, {.id = "bar.back",
                                 .rect = places.back,
                                 .label = context.phrases.plain(Phrase::bar_back),
                                 .icon = places.back_icon ? Icon(text::Icon::arrow_back) : Icon(),
                                 .size_px = places.size_px})) {
        outcome = event::Back{};
    }
    return outcome;
}

} // namespace

FrameOutcome bar(Ui& ui, ScreenContext const& context, FrameSpec const& spec) {
    Theme const& theme = ui.theme();
    Rect const screen = ui.screen();
    Rect const band{0, screen.h - theme.space.bar, screen.w, theme.space.bar};
    ui.fill(band, theme.palette.bar);
    ui.fill({0, band.y, band.w, theme.space.border}, theme.palette.line);
    BarPlaces const places = places_of(ui, context, spec, band);
    FrameOutcome outcome;
    if (spec.settings) {
        outcome.event = settings_row(ui, context, spec, places.settings);
    }
    if (spec.wiped_note) {
        wiped_note(ui, context, places);
    }
    if (auto tapped = left_buttons(ui, context, spec, places)) {
        outcome.event = std::move(tapped);
    }
    if (spec.main && !context.warned) {
        outcome.main = main_button(ui, *spec.main, places);
    } else if (spec.clock || context.warned) {
        clock_place(ui, context, places.main);
    }
    return outcome;
}

} // namespace inloop::ui
