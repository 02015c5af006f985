// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/screens/code_places.h"
#include "kiosk/terminal/ui/screens/code_slot.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace inloop::ui {

using flow::CodeMode;
using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr int kPlaces = static_cast<int>(entries::kReceiptWords);
constexpr std::size_t kGroup = 4; // digits of one word

// Everything the parts of this screen share for one frame.
struct Drawing {
    ScreenContext const& context;
    flow::CodeDraft const& code;
    CodePlaces const& places;
    Privacy privacy;
    Ui& ui;

    [[nodiscard]] bool words() const { return code.mode() == CodeMode::words; }
    [[nodiscard]] Theme const& theme() const { return ui.theme(); }
};

// The words to choose from: none until they are few.
entries::WordRange choices_of(Drawing const& d) {
    if (!d.words() || d.code.letters().empty() || d.code.complete()) {
        return {};
    }
    entries::WordRange const all = d.context.words.complete(d.code.letters());
    bool const few = d.code.letters().size() >= kLettersToChoose || all.count <= kFewWords;
    return few && all.count <= d.places.columns * d.places.rows ? all : entries::WordRange{};
}

std::string_view typed_at(Drawing const& d, int place) {
    auto const n = static_cast<std::size_t>(place);
    if (d.words()) {
        if (n < d.code.words()) {
            return d.context.words.word(d.code.word(n));
        }
        return n == d.code.words() ? d.code.letters() : std::string_view();
    }
    std::string_view const digits = d.code.digits();
    return n * kGroup < digits.size() ? digits.substr(n * kGroup, kGroup) : std::string_view();
}

int current_place(Drawing const& d) {
    return static_cast<int>(d.words() ? d.code.words() : d.code.digits().size() / kGroup);
}

// In large letters the words do not fit beside each other: the one that is typed shows alone, and
// all of them when there are five.
void draw_slots(Drawing const& d) {
    Theme const& theme = d.theme();
    int const current = current_place(d);
    bool const alone = theme.large() && d.words() && !d.code.complete();
    float const size =
        theme.large() ? theme.type.body : (d.words() ? theme.type.code * 0.75F : theme.type.digits);
    int const columns = d.places.slot_columns;
    int const rows = (kPlaces + columns - 1) / columns;
    float const gap = theme.px(12, 8, 12);
    for (int i = 0; i < kPlaces; ++i) {
        if (alone && i != current) {
            continue;
        }
        Rect const place =
            alone ? d.places.slot
                  : d.places.slots.cell(i % columns, i / columns, columns, rows, gap, gap);
        code_slot(d.ui, place,
                  {.number = i + 1,
                   .typed = typed_at(d, i),
                   .current = i == current,
                   .bold = d.words(),
                   .size_px = std::round(size)},
                  d.privacy);
    }
}

// One size for all words to choose from, at which the longest fits: the words themselves are
// measured only where they leave no trace.
float choice_size(Drawing const& d, entries::WordRange const& range, float width) {
    constexpr float kLetterWidth = 0.66F; // of a bold letter, of its size
    std::size_t longest = 1;
    for (int i = 0; i < range.count; ++i) {
        auto const index = static_cast<std::uint16_t>(range.first + i);
        longest = std::max(longest, d.context.words.word(index).size());
    }
    Theme const& theme = d.theme();
    float const usual = theme.large() ? theme.type.body : theme.type.card;
    return std::floor(std::min(usual, (width - theme.px(16, 10, 16)) /
                                          (kLetterWidth * static_cast<float>(longest))));
}

Outcome draw_choices(Drawing const& d, entries::WordRange const& range) {
    Theme const& theme = d.theme();
    int const count = range.count;
    int const columns =
        count <= d.places.one_row ? std::max(count, d.places.one_row) : d.places.columns;
    int const rows = count <= d.places.one_row ? 1 : (count + columns - 1) / columns;
    Rect area = d.places.choices;
    float const gap = theme.space.key_gap_y;
    float const tallest = theme.px(theme.large() ? 140 : 92, theme.large() ? 84 : 56, 110);
    area.h =
        std::min(area.h, tallest * static_cast<float>(rows) + gap * static_cast<float>(rows - 1));
    float const size =
        choice_size(d, range, area.cell(0, 0, columns, rows, theme.space.key_gap_x, gap).w);
    Outcome outcome;
    for (int i = 0; i < count; ++i) {
        auto const index = static_cast<std::uint16_t>(range.first + i);
        std::string const label = d.context.phrases.plain(
            Phrase::code_choice, {{"position", std::to_string(current_place(d) + 1)},
                                  {"choice", std::to_string(i + 1)}});
        if (secret_button(d.ui,
                          {.id = "code.word." + std::to_string(i),
                           .label = label,
                           .rect = area.cell(i % columns, i / columns, columns, rows,
                                             theme.space.key_gap_x, gap),
                           .word = d.context.words.word(index),
                           .size_px = size},
                          d.privacy)) {
            outcome = event::CodeWord{index};
        }
    }
    return outcome;
}

// What to do now; kindly, when a group of digits is none.
void draw_hint(Drawing const& d, Rect place) {
    if (place.h <= 0) {
        return;
    }
    Theme const& theme = d.theme();
    std::optional<std::size_t> const wrong = d.code.wrong_group();
    std::string words;
    if (wrong) {
        words = d.context.phrases.plain(Phrase::code_group_wrong,
                                        {{"position", std::to_string(*wrong + 1)}});
    } else if (d.code.complete()) {
        words = d.context.phrases.plain(Phrase::code_complete);
    } else if (!d.words()) {
        words = d.context.phrases.plain(Phrase::code_under_digits);
    } else {
        words = d.context.phrases.plain(d.code.letters().empty() ? Phrase::code_under_words
                                                                 : Phrase::code_more);
    }
    bool const noted = wrong && d.privacy == Privacy::readable;
    if (noted) {
        place.h = std::min(place.h, theme.px(theme.large() ? 220 : 116, 76, 130));
        card(d.ui, place, CardLook::information);
        place = place.grown(-theme.px(20, 10, 20), -theme.px(10, 4, 10));
    }
    TextSpec text = body_text(theme, place, theme.type.card);
    text.colour = noted ? theme.palette.ink : theme.palette.ink_soft;
    text.ground = noted ? theme.palette.tint : theme.palette.paper;
    text.smallest_px = std::round(text.size_px * 0.5F);
    text.line_height = 1.28F;
    text.stand = noted ? Stand::middle : Stand::top;
    d.ui.text(text, words);
}

void draw_title(Drawing const& d) {
    Theme const& theme = d.theme();
    if (d.places.title.h <= 0) {
        return;
    }
    TextSpec title = body_text(theme, d.places.title, d.places.title_size);
    title.bold = true;
    title.line_height = 1.2F;
    title.stand = Stand::middle;
    title.smallest_px = std::round(title.size_px * 0.6F);
    title.one_line = true;
    d.ui.text(title, d.context.phrases.plain(Phrase::code_title));
}

// Both ways to type a code; where there is room for one button only, the other way.
Outcome draw_mode(Drawing const& d) {
    Theme const& theme = d.theme();
    Rect place = d.places.mode;
    Outcome outcome;
    if (place.h <= 0) {
        return outcome;
    }
    float const gap = theme.px(18, 16, 18);
    float const width = d.places.one_mode ? place.w : (place.w - gap) / 2;
    for (CodeMode const mode : {CodeMode::words, CodeMode::digits}) {
        bool const chosen = d.code.mode() == mode;
        if (d.places.one_mode && chosen) {
            continue;
        }
        bool const by_words = mode == CodeMode::words;
        if (button(d.ui, {.id = by_words ? "code.by_words" : "code.by_digits",
                          .rect = place.take_left(width, gap),
                          .label = d.context.phrases.plain(by_words ? Phrase::code_by_words
                                                                    : Phrase::code_by_digits),
                          .chosen = chosen})) {
            outcome = event::ChooseCodeMode{mode};
        }
    }
    return outcome;
}

Outcome draw_keys(Drawing const& d) {
    KeyboardSpec spec{.place = d.places.keys, .keys = d.words() ? KeySet::word : KeySet::digits};
    if (d.privacy == Privacy::readable) { // else the keys would tell of the word under the bar
        spec.available = [&d](std::string_view key) {
            return d.words() ? d.code.can_follow(key.front(), d.context.words) : !d.code.complete();
        };
    }
    spec.key_size = d.words() ? 0 : std::round(d.theme().type.key * 1.2F);
    std::optional<KeyPress> const key = keyboard(d.ui, d.context, spec);
    if (!key) {
        return std::nullopt;
    }
    if (key->action == KeyAction::backspace) {
        return event::CodeErase{};
    }
    return d.words() ? flow::Event(event::CodeLetter{key->insert.front()})
                     : flow::Event(event::CodeDigit{key->insert.front()});
}

Outcome draw_parts(Drawing const& d) {
    draw_title(d);
    draw_slots(d);
    Outcome outcome = draw_keys(d);
    entries::WordRange const range = choices_of(d);
    if (range.count > 0) {
        if (Outcome chosen = draw_choices(d, range)) {
            outcome = std::move(chosen);
        }
    } else {
        draw_hint(d, d.places.hint);
    }
    if (range.count == 0 || !d.places.mode_gives_way) {
        if (Outcome changed = draw_mode(d)) {
            outcome = std::move(changed);
        }
    }
    return outcome;
}

} // namespace

// A code is typed as its words, completed after a few letters, or as its digits.
Outcome draw_code_entry(ScreenContext const& context, flow::CodeDraft const& code, Privacy privacy,
                        Ui& ui) {
    FrameOutcome outer = frame(
        ui, context,
        {.back = true,
         .main = MainAction{"code.look", context.phrases.plain(Phrase::code_look),
                            text::Icon::arrow_forward, code.complete() && !code.wrong_group()}});
    CodePlaces const places = code_places(ui.theme(), code);
    Outcome outcome = draw_parts({context, code, places, privacy, ui});
    if (outer.main) {
        return event::Next{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
