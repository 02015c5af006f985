// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/wait_page.h"

#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace inloop::ui {

namespace {

// Then the bar has come as far as it gets.
constexpr Milliseconds kMovesFor{15'000};

struct Parts {
    TextSpec title, text, note;
};

Parts parts(Theme const& theme) {
    auto const centred = [](TextSpec spec) {
        spec.align = text::Align::centre;
        spec.smallest_px = std::round(spec.size_px * 0.6F);
        return spec;
    };
    Parts all{centred(body_text(theme, {}, theme.type.title)),
              centred(body_text(theme, {}, theme.type.body)),
              centred(body_text(theme, {}, theme.type.body))};
    all.title.bold = true;
    all.title.line_height = 1.2F;
    all.text.line_height = all.note.line_height = 1.3F;
    all.note.colour = theme.palette.ink_soft;
    return all;
}

void bar(Ui& ui, Rect place, float share) {
    Theme const& theme = ui.theme();
    ui.fill(place, theme.palette.bed, place.h / 2);
    if (theme.high_contrast()) {
        ui.outline(place, theme.palette.line, theme.space.border, place.h / 2);
    }
    place.w = std::max(place.h, std::round(place.w * std::clamp(share, 0.0F, 1.0F)));
    ui.fill(place, theme.palette.blue, place.h / 2);
}

} // namespace

void wait_page(Ui& ui, WaitPage const& page) {
    Theme const& theme = ui.theme();
    Rect const content = content_of(theme);
    float const width = std::min(content.w, theme.px(theme.large() ? 1200 : 940, 680, 672));
    float const bar_height = theme.px(16, 12, 20);
    float const gap = theme.px(28, 16, 36);
    Parts all = parts(theme);
    pages::RichText const title{{page.title, true}};
    pages::RichText const note{{page.note, false}};
    float const title_height = ui.text_height(all.title, title, width);
    float const text_height = ui.text_height(all.text, page.text, width);
    float const note_height = page.note.empty() ? 0 : gap + ui.text_height(all.note, note, width);
    float const small = theme.space.small;
    float const total = title_height + small + text_height + gap + bar_height + note_height;
    Rect place = content.centred(width, std::min(content.h, total));
    all.title.place = place.take_top(title_height, small);
    ui.text(all.title, title);
    all.text.place = place.take_top(text_height, gap);
    ui.text(all.text, page.text);
    Rect const line = place.take_top(bar_height, gap);
    bar(ui, line.centred(std::min(line.w, theme.px(720, 520, 620)), line.h), page.share);
    if (!page.note.empty()) {
        all.note.place = place;
        ui.text(all.note, note);
    }
}

float share_since(Ui& ui, Instant since, float usual_seconds) {
    if (ui.now() - since < kMovesFor) {
        ui.keep_moving();
    }
    float const seconds = std::chrono::duration<float>(ui.now() - since).count();
    return 1 - std::exp(-1.6F * std::max(0.0F, seconds) / usual_seconds);
}

} // namespace inloop::ui
