// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/code_places.h"

#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/keyboard.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

namespace {

float mode_height(Theme const& theme) {
    return std::max(theme.large() ? theme.px(96, 60, 92) : theme.px(60, 49, 78),
                    theme.mm(kSmallestTargetMm) + 1);
}

float mode_width(Theme const& theme) {
    return theme.px(380, 270, 672);
}

float word_keys(Theme const& theme) {
    int const rows = theme.shape == Shape::tall ? 5 : 3;
    float const most = keyboard_height(theme, rows);
    return std::min(most, theme.px(theme.large() ? 276 : 334, theme.large() ? 172 : 164, 420));
}

// Two rows of words to choose from, three in portrait.
float choices_height(Theme const& theme) {
    return theme.px(134, 98, 254);
}

// Words in normal letters: title and ways to type, the five places, the choice, the letters. In low
// reach the choice lies under the letters, where the ways to type have their place too.
CodePlaces words_places(Theme const& theme) {
    CodePlaces places;
    bool const tall = theme.shape == Shape::tall;
    bool const low = theme.low_reach();
    Rect bleed = content_bleed(theme);
    float const pad = theme.px(12, 4, 14);
    if (low) {
        Rect foot = bleed.take_bottom(choices_height(theme) + 2 * pad);
        places.choices = foot.grown(-theme.space.margin, -pad);
    }
    places.keys = bleed.take_bottom(word_keys(theme));
    Rect content = bleed.grown(-theme.space.margin, 0);
    float const below_strip = theme.mm(kSmallestTargetMm) + 2; // so far its touch area may reach
    content.take_top(std::max(pad, below_strip - content.y));
    places.title_size = std::round(theme.type.heading * 1.1F);
    Rect line =
        content.take_top(low || tall ? std::round(theme.type.heading * 1.4F) : mode_height(theme),
                         theme.px(10, 4, 10));
    if (!low && !tall) {
        places.mode = line.take_right(mode_width(theme), theme.space.gap_x);
    } else if (!low) {
        places.mode = content.take_top(mode_height(theme), theme.px(14));
    }
    places.title = line;
    places.slots = content.take_top(theme.px(84, 44, 104), theme.px(12, 4, 14));
    if (!low) {
        content.take_bottom(pad);
        places.choices = content;
    }
    places.hint = places.choices;
    if (low) {
        places.mode_gives_way = true;
        Rect side = places.choices;
        float const height = mode_height(theme);
        places.mode =
            tall ? side.take_bottom(height) : side.take_right(mode_width(theme), theme.space.gap_x);
        places.mode.h = height;
        places.hint = side;
    }
    if (tall) {
        places.one_row = 3;
        places.columns = 5;
        places.rows = 3;
    }
    return places;
}

// Words in large letters: the word that is typed alone, and below it the choice or what to do; in
// low reach that lies under the letters. Five words show together.
CodePlaces large_words_places(Theme const& theme, bool complete) {
    CodePlaces places;
    bool const tall = theme.shape == Shape::tall;
    Rect content = content_bleed(theme).grown(0, -theme.px(12, 6, 16));
    float const gap = theme.px(14, 8, 16);
    float const keys = word_keys(theme);
    places.slot_columns = tall ? 2 : 3;
    places.one_mode = true;
    places.one_row = tall ? 3 : 4;
    places.columns = places.one_row;
    places.rows = tall ? 4 : 2;
    bool const low = theme.low_reach() && !complete;
    if (low) {
        places.slot = content.take_top(mode_height(theme), gap);
        places.keys = content.take_top(keys, gap);
    } else {
        places.keys = content.take_bottom(keys, gap);
        places.keys.h += theme.px(12, 6, 16); // the bed reaches the bar
    }
    places.slot = places.slot.grown(-theme.space.margin, 0);
    content = content.grown(-theme.space.margin, 0);
    places.slots = content;
    if (complete) {
        return places;
    }
    float const mode = theme.px(320, 200, 220);
    if (low) {
        places.mode_gives_way = true;
        places.choices = content;
        places.mode = content.take_right(mode, theme.space.gap_x).lower(mode_height(theme));
    } else {
        places.slot = content.take_top(mode_height(theme), gap);
        places.mode = places.slot.take_right(mode, theme.space.gap_x);
        places.choices = content;
    }
    places.hint = content;
    return places;
}

// As low as low reach asks, but never so low that its keys become small.
Rect keypad_place(Theme const& theme, Rect const& column) {
    Rect const reach = within_reach(theme, column);
    float const row = theme.mm(kSmallestTargetMm) + 1;
    float const least = 4 * row + 2 * theme.space.key_gap_y;
    return reach.h >= least ? reach : column.lower(std::min(column.h, least));
}

// In large letters what to do is the title.
CodePlaces digits_places(Theme const& theme) {
    CodePlaces places;
    Rect bleed = content_bleed(theme);
    bool const tall = theme.shape == Shape::tall;
    bool const large = theme.large();
    Rect content = content_of(theme);
    if (tall) {
        float const below = theme.low_reach() ? mode_height(theme) + theme.px(14) : 0;
        places.keys = bleed.take_bottom(theme.px(large ? 400 : 500) + below);
        content.h = places.keys.y - theme.px(16) - content.y;
    } else {
        float const width = large ? theme.px(460, 320, 0) : theme.px(540, 330, 0);
        places.keys = keypad_place(theme, bleed.take_right(width));
        content.w = places.keys.x - theme.space.gap_x - content.x;
    }
    if (!large) {
        places.title_size = theme.type.title;
        places.title = content.take_top(std::round(theme.type.title * 1.25F), theme.px(14, 8, 14));
    }
    bool const low = theme.low_reach();
    float const height = mode_height(theme);
    if (low && tall) { // above the keypad is too high
        places.mode = places.keys.take_bottom(height + theme.px(12), theme.px(2));
        places.mode = places.mode.grown(-theme.space.margin, 0).take_top(height);
    } else if (low) {
        places.mode = content.take_bottom(height, theme.px(14, 8, 14));
    } else {
        places.mode = content.take_top(height, theme.px(20, 10, 20));
    }
    places.mode.w = std::min(places.mode.w, large ? places.mode.w : mode_width(theme));
    places.one_mode = large;
    places.slot_columns = large ? 3 : 5;
    float const slots =
        large ? 2 * mode_height(theme) + theme.px(12, 8, 12) : theme.px(132, 84, 128);
    places.slots = content.take_top(slots, theme.px(18, 8, 18));
    places.hint = content;
    return places;
}

} // namespace

CodePlaces code_places(Theme const& theme, flow::CodeDraft const& code) {
    if (code.mode() == flow::CodeMode::digits) {
        return digits_places(theme);
    }
    return theme.large() ? large_words_places(theme, code.complete()) : words_places(theme);
}

} // namespace inloop::ui
