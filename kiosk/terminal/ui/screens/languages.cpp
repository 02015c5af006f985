// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <cmath>

namespace inloop::ui {

using pages::Phrase;

Outcome draw_languages(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    FrameOutcome outer = frame(ui, context, {.back = true});
    Rect content = content_of(theme);
    TextSpec title = body_text(theme, content, theme.type.title);
    title.bold = true;
    title.line_height = 1.2F;
    content.take_top(ui.text(title, context.phrases.plain(Phrase::language_title)).h, theme.px(24));
    int const columns = 2;
    float const gap = theme.px(24);
    float const height = std::max(theme.px(104, 64, 104), theme.mm(kSmallestTargetMm));
    int n = 0;
    Outcome outcome;
    for (pages::Language const& language : context.assets.languages) {
        int const row = n / columns;
        float const width = (content.w - gap) / static_cast<float>(columns);
        Rect const rect{content.x + static_cast<float>(n % columns) * (width + gap),
                        content.y + static_cast<float>(row) * (height + theme.px(20)), width,
                        height};
        if (button(ui, {.id = "language." + language.code,
                        .rect = rect,
                        .label = language.own_name,
                        .icon = language.code == context.language ? std::optional(text::Icon::check)
                                                                  : std::nullopt,
                        .size_px = theme.type.tile,
                        .chosen = language.code == context.language})) {
            outcome = flow::event::ChooseLanguage{language.code};
        }
        ++n;
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
