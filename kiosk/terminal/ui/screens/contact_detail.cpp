// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/entries/contact.h"
#include "kiosk/terminal/ui/keyboard.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/text_box.h"
#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace inloop::ui {

using entries::ContactDoubt;
using pages::Phrase;

namespace {

enum class Detail : std::uint8_t { phone, email };

Detail detail_of(flow::Draft const& draft) {
    return draft.contact_wish == entries::ContactWish::email ? Detail::email : Detail::phone;
}

std::optional<Phrase> doubt_phrase(Detail detail, std::string_view typed) {
    ContactDoubt const doubt = detail == Detail::phone ? entries::doubt_about_phone(typed)
                                                       : entries::doubt_about_email(typed);
    if (!entries::is_ripe(doubt, typed)) {
        return std::nullopt;
    }
    switch (doubt) {
    case ContactDoubt::too_short:
        return Phrase::contact_detail_doubt_short;
    case ContactDoubt::too_long:
        return Phrase::contact_detail_doubt_long;
    case ContactDoubt::wrong_start:
        return Phrase::contact_detail_doubt_start;
    case ContactDoubt::no_at:
        return Phrase::contact_detail_doubt_at;
    case ContactDoubt::no_domain:
        return Phrase::contact_detail_doubt_domain;
    case ContactDoubt::strange_sign:
        return Phrase::contact_detail_doubt_sign;
    case ContactDoubt::none:
    case ContactDoubt::empty:
        break;
    }
    return std::nullopt;
}

// The doubt takes the place of the purpose where there is room for one of them only; then
// `doubt` is empty.
struct DetailPlaces {
    Rect title, box, purpose, doubt, keys;
};

float one_line_box(Theme const& theme) {
    return std::max(text_box_height(theme, 1), theme.mm(kSmallestTargetMm) + 1);
}

// As low as low reach asks, but never so low that its keys become small.
Rect number_pad_place(Theme const& theme, Rect const& column) {
    Rect const reach = within_reach(theme, column);
    float const row = theme.mm(kSmallestTargetMm) + 1;
    float const least = 4 * row + 2 * theme.space.key_gap_y;
    return reach.h >= least ? reach : column.lower(std::min(column.h, least));
}

// A keypad beside what is typed.
DetailPlaces beside(Theme const& theme) {
    DetailPlaces places;
    Rect bleed = content_bleed(theme);
    float const width = theme.large() ? theme.px(460, 320, 0) : theme.px(540, 330, 0);
    places.keys = number_pad_place(theme, bleed.take_right(width));
    Rect left = content_of(theme);
    left.w = places.keys.x - theme.space.gap_x - left.x;
    float const title = theme.type.title * (theme.large() ? 1.2F : 1.25F);
    places.title = left.take_top(std::round(title * 2), theme.space.small);
    places.box = left.take_top(one_line_box(theme), theme.space.gap_y);
    if (theme.large()) {
        places.purpose = left;
        return places;
    }
    places.purpose = left.take_top(theme.px(112, 66, 0), theme.space.gap_y);
    places.doubt = left.take_top(theme.px(150, 84, 0));
    return places;
}

// A keypad below what is typed, in portrait.
DetailPlaces above_keypad(Theme const& theme) {
    DetailPlaces places;
    Rect bleed = content_bleed(theme);
    places.keys = bleed.take_bottom(theme.px(theme.large() ? 400 : 540));
    Rect content = bleed.grown(-theme.space.margin, -theme.px(18));
    float const gap = theme.px(14);
    float const line = theme.large() ? theme.type.title * 1.2F : theme.type.heading * 1.25F;
    places.title = content.take_top(std::round(line * (theme.large() ? 2.F : 1.F)), gap);
    places.box = content.take_top(one_line_box(theme), gap);
    if (theme.large()) {
        places.purpose = content;
        return places;
    }
    places.purpose = content.take_top(theme.px(92), gap);
    places.doubt = content;
    return places;
}

// Letters below what is typed, over the whole width. In large letters the box itself says in its
// first line what to type, and a doubt has the room that is left.
DetailPlaces above_letters(Theme const& theme) {
    DetailPlaces places;
    Rect content = content_bleed(theme);
    bool const tall = theme.shape == Shape::tall;
    bool const large = theme.large();
    int const rows = tall ? 8 : 5;
    float const pad = theme.px(12, 4, 18);
    float const gap = theme.px(8, 4, 10);
    float const title = large ? 0 : std::round(theme.type.heading * 1.25F) + gap;
    float const box = large && !tall ? one_line_box(theme)
                                     : std::max(one_line_box(theme), text_box_height(theme, 2));
    float const note = tall && !large ? theme.px(92) + gap : 0;
    float const around = pad + title + box + note + theme.px(10, 4, 12);
    float const least =
        static_cast<float>(rows) * (theme.mm(kSmallestTargetMm) + 1) + 1.4F * theme.space.key_gap_y;
    float const most = large ? std::max(least, content.h - around - theme.type.title * 1.25F)
                             : keyboard_height(theme, rows);
    places.keys = content.take_bottom(std::min(content.h - around, most));
    content = content.grown(-theme.space.margin, 0);
    content.take_top(pad);
    content.take_bottom(theme.px(10, 4, 12));
    if (large) {
        places.box = content.take_bottom(box, gap);
        places.title = content; // for a doubt
        return places;
    }
    places.title = content.take_top(title - gap, gap);
    if (tall) {
        places.box = content.take_top(box, gap);
        places.purpose = content;
    } else {
        places.purpose = content.take_right(std::round(content.w * 0.32F), theme.px(24, 16, 0));
        places.box = content;
    }
    return places;
}

DetailPlaces places_of(Theme const& theme, Detail detail) {
    if (detail == Detail::email) {
        return above_letters(theme);
    }
    return theme.shape == Shape::tall ? above_keypad(theme) : beside(theme);
}

// What is asked, or in large letters the doubt about it.
void title(Ui& ui, Rect const& place, std::string_view words, bool phone) {
    Theme const& theme = ui.theme();
    if (place.h < theme.type.smallest) {
        return;
    }
    bool const beside = phone && theme.shape != Shape::tall;
    TextSpec text = body_text(theme, place, beside ? theme.type.title : theme.type.heading);
    text.bold = true;
    text.line_height = 1.2F;
    text.smallest_px = std::round(text.size_px * 0.42F);
    text.stand = beside ? Stand::top : Stand::middle;
    ui.text(text, words);
}

void note(Ui& ui, Rect const& place, text::Icon icon, pages::RichText const& words) {
    Theme const& theme = ui.theme();
    card(ui, place, CardLook::information);
    Rect inside = place.grown(-theme.px(20, 10, 20), -theme.px(8, 4, 8));
    if (theme.shape != Shape::compact && !theme.large()) {
        ui.icon(icon, inside.take_left(theme.space.icon, theme.px(16)), theme.space.icon,
                theme.palette.blue);
    }
    ui.text({.place = inside,
             .size_px = theme.type.hint,
             .smallest_px = std::round(theme.type.hint * 0.6F),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .stand = Stand::middle,
             .line_height = 1.28F},
            words);
}

void notes(ScreenContext const& context, Ui& ui, DetailPlaces const& places, Phrase purpose,
           std::optional<Phrase> doubt) {
    bool const both = places.doubt.h > 0;
    if (places.purpose.h > 0 && (both || !doubt)) {
        note(ui, places.purpose, text::Icon::lock_outline, context.phrases.rich(purpose));
    }
    if (!doubt || places.purpose.h <= 0) {
        return;
    }
    pages::RichText words = context.phrases.rich(*doubt);
    if (both) {
        pages::append(words, " " + context.phrases.plain(Phrase::contact_detail_doubt_go_on),
                      false);
    }
    note(ui, both ? places.doubt : places.purpose, text::Icon::info_outline, words);
}

} // namespace

// The number or address to answer to. A doubt is told kindly and never stops the visitor.
Outcome draw_contact_detail(ScreenContext const& context, flow::Draft& draft, Privacy privacy,
                            Ui& ui) {
    Theme const& theme = ui.theme();
    flow::TypingField& field = draft.contact;
    Detail const detail = detail_of(draft);
    bool const phone = detail == Detail::phone;
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{"contact_detail.next",
                                  context.phrases.plain(Phrase::contact_detail_next),
                                  text::Icon::arrow_forward, !utf8::is_blank(field.text.view())}});
    DetailPlaces const places = places_of(theme, detail);
    KeyboardSpec const keys{.place = places.keys,
                            .keys = phone ? KeySet::phone : KeySet::email,
                            .key_size = phone ? std::round(theme.type.key * 1.2F) : 0};
    if (auto const key = keyboard(ui, context, keys)) {
        apply_key(ui, places.box, field, kContactLimits, *key);
    }
    std::optional<Phrase> const doubt =
        privacy == Privacy::readable ? doubt_phrase(detail, field.text.view()) : std::nullopt;
    std::string const asked = context.phrases.plain(phone ? Phrase::contact_detail_phone_title
                                                          : Phrase::contact_detail_email_title);
    bool const asked_in_box = theme.large() && !phone;
    if (!asked_in_box || doubt) {
        title(ui, places.title, asked_in_box ? context.phrases.plain(*doubt) : asked, phone);
    }
    notes(context, ui, places,
          phone ? Phrase::contact_detail_phone_purpose : Phrase::contact_detail_email_purpose,
          doubt);
    std::string const box = context.phrases.plain(phone ? Phrase::contact_detail_phone_box
                                                        : Phrase::contact_detail_email_box);
    text_box(ui,
             {.id = "contact_detail.box",
              .place = places.box,
              .label = box,
              .placeholder = {{asked_in_box ? asked : box, asked_in_box}},
              .privacy = privacy},
             field);
    if (outer.main) {
        return flow::event::Next{};
    }
    return std::move(outer.event);
}

} // namespace inloop::ui
