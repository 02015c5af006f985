// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/private_text.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inloop::ui {

using pages::Phrase;

namespace {

// The log shows the code in two groups.
constexpr int kGroup = 5;

struct Places {
    Rect title, signs, keys;
    bool under = true; // room for the line that says where the code stands
};

Places places_of(Theme const& theme) {
    Places places;
    bool const tall = theme.shape == Shape::tall;
    bool const large = theme.large();
    Rect content = content_bleed(theme);
    int const rows = tall ? 6 : 4;
    float const least =
        static_cast<float>(rows) * (theme.mm(kSmallestTargetMm) + 1 + theme.space.key_gap_y) +
        theme.space.key_gap_y;
    float const usual = std::min(keyboard_height(theme, rows), content.h * (tall ? 0.6F : 0.56F));
    places.keys = content.take_bottom(std::max(least, usual));
    content = content.grown(-theme.space.margin, 0);
    float const below_strip = theme.mm(kSmallestTargetMm) + 2; // so far its touch area may reach
    content.take_top(std::max(theme.px(18, 6, 24), below_strip - content.y));
    content.take_bottom(theme.px(18, 8, 28));
    places.under = !large && theme.shape != Shape::compact;
    places.signs = content.take_bottom(std::min(content.h * 0.5F, theme.px(104, 56, 128)),
                                       theme.px(16, 6, 28));
    places.title = content;
    return places;
}

void title(ScreenContext const& context, Ui& ui, Places const& places) {
    Theme const& theme = ui.theme();
    Rect place = places.title;
    TextSpec text = body_text(theme, place, theme.large() ? theme.type.title : theme.type.heading);
    text.bold = true;
    text.line_height = 1.2F;
    text.smallest_px = std::round(text.size_px * 0.5F);
    text.stand = places.under ? Stand::top : Stand::middle;
    place.take_top(ui.text(text, context.phrases.plain(Phrase::pairing_title)).h, theme.px(6));
    if (places.under) {
        TextSpec under = body_text(theme, place, theme.type.card);
        under.colour = theme.palette.ink_soft;
        under.smallest_px = std::round(under.size_px * 0.7F);
        ui.text(under, context.phrases.plain(Phrase::pairing_under));
    }
}

// Ten boxes in two groups; the one that comes next has the edge of a text box.
void signs(Ui& ui, Rect place, flow::PairingCodeDraft const& code, Privacy privacy) {
    Theme const& theme = ui.theme();
    float const gap = theme.px(10, 6, 8);
    float const between = theme.px(36, 20, 24);
    auto const count = static_cast<float>(flow::kPairingCodeLength);
    float const most = std::round(place.h * 0.9F);
    float const width = std::min(most, (place.w - between - gap * (count - 2)) / count);
    for (std::size_t i = 0; i < flow::kPairingCodeLength; ++i) {
        Rect const box = place.take_left(width, i + 1 == kGroup ? between : gap);
        card(ui, box, CardLook::plain);
        if (i == code.typed().size()) {
            ui.outline(box, theme.palette.blue, theme.space.border_focus, theme.space.radius);
        }
        if (i < code.typed().size()) {
            private_text(ui,
                         {.place = box,
                          .size_px = std::round(std::min(box.h, box.w) * 0.62F),
                          .colour = theme.palette.ink,
                          .ground = theme.palette.card,
                          .align = text::Align::centre,
                          .stand = Stand::middle,
                          .line_height = 1.2F,
                          .bold = true,
                          .one_line = true},
                         code.typed().substr(i, 1), privacy);
        }
    }
}

} // namespace

// The code that the log shows, typed by who stands before this screen.
Outcome draw_pairing_code(ScreenContext const& context, flow::screen::PairingCode const& screen,
                          Privacy privacy, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.wipe = false,
               .back = true,
               .main = MainAction{"pairing.look", context.phrases.plain(Phrase::pairing_look),
                                  text::Icon::link, screen.code.complete()}});
    Places const places = places_of(ui.theme());
    title(context, ui, places);
    signs(ui, places.signs, screen.code, privacy);
    bool const full = screen.code.complete();
    std::optional<KeyPress> const key =
        keyboard(ui, context,
                 {.place = places.keys,
                  .keys = KeySet::pairing,
                  .shift = true,
                  .available = [full](std::string_view) { return !full; }});
    if (outer.main) {
        return flow::event::Next{};
    }
    if (outer.event || !key) {
        return std::move(outer.event);
    }
    return key->action == KeyAction::backspace
               ? flow::Event(flow::event::PairingErase{})
               : flow::Event(flow::event::PairingSign{key->insert.front()});
}

} // namespace inloop::ui
