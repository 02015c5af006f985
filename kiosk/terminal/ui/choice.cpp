// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/choice.h"

#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::ui {

namespace {

// Where the icon stands.
enum class IconPlace : std::uint8_t { above, beside, small_beside, nowhere };

// How all cards of one group are set.
struct Setting {
    float square = 0; // side of the square of the icon
    float icon = 0;
    float title = 0; // sizes of letters
    float words = 0;
    float foot = 0;
    float gap = 0; // between title and words
    float pad = 0; // around everything, left and right
    IconPlace place = IconPlace::above;
    [[nodiscard]] bool above() const { return place == IconPlace::above; }
};

// From this size of a card (in pixels of the design) its letters are those of a gate.
constexpr std::array<float, 3> kGateWidth{420, 300, 500};
constexpr std::array<float, 3> kGateHeight{220, 110, 300};
// From this width there is room for a check beside the words of a chosen card.
constexpr std::array<float, 3> kCheckWidth{340, 280, 400};

// How much smaller the letters may become before the icon takes less room. Only a card without an
// icon keeps no more than this.
struct Attempt {
    IconPlace place;
    float least;
};
constexpr std::array<Attempt, 4> kAttempts{{{IconPlace::above, 0.85F},
                                            {IconPlace::beside, 0.8F},
                                            {IconPlace::small_beside, 0.74F},
                                            {IconPlace::nowhere, 0.55F}}};
constexpr float kScaleStep = 0.03F;

constexpr float kTitleLine = 1.22F;
constexpr float kWordsLine = 1.32F;

float length(Theme const& theme, std::array<float, 3> const& designs) {
    return theme.px(designs[0], designs[1], designs[2]);
}

Setting full_size(Theme const& theme, std::span<ChoiceSpec const> specs) {
    TypeScale const& type = theme.type;
    bool const gate = std::all_of(specs.begin(), specs.end(), [&](ChoiceSpec const& spec) {
        return spec.rect.w >= length(theme, kGateWidth) &&
               spec.rect.h >= length(theme, kGateHeight);
    });
    if (gate) {
        return {.square = theme.px(96, 56, 96),
                .icon = theme.px(58, 34, 58),
                .title = std::round(type.tile * 1.34F),
                .words = type.body,
                .foot = type.card,
                .gap = theme.px(6, 3, 6),
                .pad = theme.px(32, 16, 28)};
    }
    return {.square = theme.px(72, 44, 68),
            .icon = theme.px(42, 26, 42),
            .title = std::round(type.tile * 0.9F),
            .words = type.hint,
            .foot = type.hint,
            .gap = theme.px(4, 2, 4),
            .pad = theme.px(20, 12, 20)};
}

// The same smaller, but never under the smallest lettering of the kiosk.
Setting made(Theme const& theme, Setting full, IconPlace place, float scale) {
    for (float* size : {&full.title, &full.words, &full.foot}) {
        *size = std::max(std::min(*size, theme.type.label), std::round(*size * scale));
    }
    full.place = place;
    if (place == IconPlace::small_beside) {
        full.square = std::round(full.square * 0.6F);
        full.icon = std::round(full.icon * 0.7F);
    }
    if (place == IconPlace::small_beside) {
        full.pad = std::round(full.pad * 0.6F);
    } else if (place == IconPlace::nowhere) {
        full.pad = theme.px(12, 7, 9);
    }
    return full;
}

float check_size(Setting const& set) {
    return std::round(set.title * 1.2F);
}

TextSpec title_spec(Setting const& set) {
    return {.size_px = set.title, .line_height = kTitleLine, .bold = true};
}

TextSpec words_spec(Setting const& set) {
    return {.size_px = set.words, .line_height = kWordsLine};
}

// Edges of cells of a grid fall between pixels and would be blurred.
Rect whole_pixels(Rect const& rect) {
    float const x = std::round(rect.x);
    float const y = std::round(rect.y);
    return {x, y, std::round(rect.right()) - x, std::round(rect.bottom()) - y};
}

// What the parts of one card take.
struct Parts {
    Rect square, text, foot, check;
};

Parts parts_of(Theme const& theme, Setting const& set, ChoiceSpec const& spec, Rect const& face) {
    Parts parts;
    Rect inside = face;
    if (!spec.foot.empty()) {
        parts.foot = inside.take_bottom(std::round(set.foot * (set.above() ? 2.7F : 1.8F)));
    }
    bool const tight = set.place == IconPlace::small_beside || set.place == IconPlace::nowhere;
    float const pad_y = tight ? theme.px(6, 4, 4) : theme.px(10, 5, 10);
    inside = inside.grown(-set.pad, set.above() ? -set.pad : -pad_y);
    if (set.above()) {
        Rect row = inside.take_top(set.square, std::round(set.pad * 0.65F));
        parts.square = row.take_left(set.square);
        parts.check = row.take_right(check_size(set));
        parts.text = inside;
        return parts;
    }
    if (set.place != IconPlace::nowhere) {
        parts.square = inside.take_left(set.square, std::max(theme.px(8), set.pad * 0.8F))
                           .centred(set.square, set.square);
    }
    if (spec.chosen && face.w >= length(theme, kCheckWidth)) {
        parts.check = inside.take_right(check_size(set), theme.px(8));
    }
    parts.text = inside;
    return parts;
}

// Whether the longest word of `words` stands on one line.
bool words_whole(Ui& ui, TextSpec const& spec, std::string_view words, float width) {
    while (!words.empty()) {
        std::size_t const end = std::min(words.find(' '), words.size());
        if (ui.text_width(spec, words.substr(0, end)) > width) {
            return false;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return true;
}

float title_height(Ui& ui, Setting const& set, ChoiceSpec const& spec, float width) {
    return ui.text_height(title_spec(set), {{spec.title, false}}, width);
}

float words_height(Ui& ui, Setting const& set, ChoiceSpec const& spec, float width) {
    return spec.words.empty()
               ? 0
               : set.gap + ui.text_height(words_spec(set), {{spec.words, false}}, width);
}

// The arrow of the foot and its words; a card that has no room for an icon has none for the arrow.
struct Foot {
    Rect arrow, words;
};

Foot foot_of(Theme const& theme, Setting const& set, Rect place) {
    Foot foot;
    place = place.grown(set.above() ? -std::round(place.h * 0.5F) : -set.pad, 0);
    if (set.place != IconPlace::nowhere) {
        foot.arrow = place.take_left(std::round(set.foot * 1.15F), theme.px(16, 8, 12));
    }
    foot.words = place;
    return foot;
}

bool fits(Ui& ui, Setting const& set, ChoiceSpec const& spec) {
    Theme const& theme = ui.theme();
    Rect const face{spec.rect.x, spec.rect.y, spec.rect.w, spec.rect.h - theme.space.edge};
    Parts const parts = parts_of(theme, set, spec, face);
    float const width = parts.text.w;
    bool const foot_fits = spec.foot.empty() || ui.text_width({.size_px = set.foot}, spec.foot) <=
                                                    foot_of(theme, set, parts.foot).words.w;
    bool const icon_fits =
        set.place == IconPlace::nowhere || set.above() || set.square <= parts.text.h + 1;
    return foot_fits && icon_fits && words_whole(ui, title_spec(set), spec.title, width) &&
           words_whole(ui, words_spec(set), spec.words, width) &&
           title_height(ui, set, spec, width) + words_height(ui, set, spec, width) <=
               parts.text.h + 0.5F;
}

// The largest setting in which every card holds all of its words.
Setting fitting(Ui& ui, std::span<ChoiceSpec const> specs) {
    Theme const& theme = ui.theme();
    Setting const full = full_size(theme, specs);
    Setting set;
    for (auto const& [place, least] : kAttempts) {
        float scale = 1;
        while (scale >= least) {
            set = made(theme, full, place, scale);
            if (std::all_of(specs.begin(), specs.end(),
                            [&](ChoiceSpec const& spec) { return fits(ui, set, spec); })) {
                return set;
            }
            scale -= kScaleStep;
        }
    }
    return set;
}

void draw_foot(Ui& ui, ChoiceSpec const& spec, Setting const& set, TouchLook const& look,
               Rect place) {
    Theme const& theme = ui.theme();
    float const border = theme.space.border;
    ui.fill({place.x + border, place.y, place.w - 2 * border, border},
            spec.chosen ? look.words : theme.palette.line);
    Foot const foot = foot_of(theme, set, place);
    if (foot.arrow.w > 0) {
        ui.icon(text::Icon::arrow_forward, foot.arrow, foot.arrow.w, look.icon);
    }
    ui.text({.place = foot.words,
             .size_px = set.foot,
             .colour = look.words,
             .ground = look.ground,
             .stand = Stand::middle,
             .one_line = true},
            spec.foot);
}

void draw_words(Ui& ui, ChoiceSpec const& spec, Setting const& set, TouchLook const& look,
                Rect place) {
    float const title = title_height(ui, set, spec, place.w);
    float const words = words_height(ui, set, spec, place.w);
    if (!set.above()) {
        place = place.centred(place.w, std::min(place.h, title + words));
    }
    TextSpec text = title_spec(set);
    text.place = place.take_top(title, set.gap);
    text.colour = look.words;
    text.ground = look.ground;
    ui.text(text, spec.title);
    if (!spec.words.empty()) {
        text = words_spec(set);
        text.place = place;
        text.colour = look.soft_words;
        text.ground = look.ground;
        ui.text(text, spec.words);
    }
}

bool draw_choice(Ui& ui, ChoiceSpec const& spec, Setting const& set) {
    Theme const& theme = ui.theme();
    std::string const spoken = spec.words.empty() ? spec.title : spec.title + ". " + spec.words;
    Touch const touch = ui.touch({.id = spec.id,
                                  .role = Role::tile,
                                  .label = spoken,
                                  .rect = spec.rect,
                                  .margin = theme.space.small / 2,
                                  .chosen = spec.chosen});
    TouchLook const look = touch_look(theme, {.chosen = spec.chosen, .pressed = touch.pressed});
    Rect const face = box(ui, spec.rect, look.box, touch.pressed);
    Parts const parts = parts_of(theme, set, spec, face);
    if (set.place != IconPlace::nowhere) {
        bool const emergency = spec.tone == ChoiceTone::emergency;
        ui.fill(parts.square, emergency ? theme.palette.red : look.square, theme.space.radius_icon);
        // Where there is no room for both, that it is chosen says more than what it is about.
        bool const check = spec.chosen && parts.check.w <= 0;
        ui.icon(check ? text::Icon::check : spec.icon, parts.square, set.icon,
                emergency ? theme.palette.on_red : look.icon);
    }
    if (spec.chosen && parts.check.w > 0) {
        ui.icon(text::Icon::check, parts.check, parts.check.w, look.words);
    }
    draw_words(ui, spec, set, look, parts.text);
    if (!spec.foot.empty()) {
        draw_foot(ui, spec, set, look, parts.foot);
    }
    return touch.tapped;
}

} // namespace

std::optional<std::size_t> choices(Ui& ui, std::span<ChoiceSpec const> specs) {
    std::vector<ChoiceSpec> sharp(specs.begin(), specs.end());
    for (ChoiceSpec& spec : sharp) {
        spec.rect = whole_pixels(spec.rect);
    }
    Setting const set = fitting(ui, sharp);
    std::optional<std::size_t> tapped;
    for (std::size_t n = 0; n < sharp.size(); ++n) {
        if (draw_choice(ui, sharp[n], set)) {
            tapped = n;
        }
    }
    return tapped;
}

} // namespace inloop::ui
