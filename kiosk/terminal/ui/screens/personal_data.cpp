// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/personal_data.h"

#include "kiosk/terminal/ui/marks.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr char const* kKeep = "personal.keep";

using Found = std::vector<entries::PersonalData>;

struct KindWords {
    entries::PersonalDataKind kind;
    Phrase one, more;
};

constexpr std::array<KindWords, 4> kKinds{{
    {entries::PersonalDataKind::phone, Phrase::personal_phone, Phrase::personal_phones},
    {entries::PersonalDataKind::email, Phrase::personal_email, Phrase::personal_emails},
    {entries::PersonalDataKind::plate, Phrase::personal_plate, Phrase::personal_plates},
    {entries::PersonalDataKind::citizen_number, Phrase::personal_citizen,
     Phrase::personal_citizens},
}};

// "een telefoonnummer, 2 kentekens en een e-mailadres": what was found, never the thing itself.
std::string found_words(pages::Phrases const& phrases, Found const& found) {
    std::vector<std::string> parts;
    for (KindWords const& kind : kKinds) {
        auto const count =
            std::count_if(found.begin(), found.end(),
                          [&](entries::PersonalData const& one) { return one.kind == kind.kind; });
        if (count > 0) {
            parts.push_back(count == 1
                                ? phrases.plain(kind.one)
                                : phrases.plain(kind.more, {{"count", std::to_string(count)}}));
        }
    }
    if (parts.empty()) {
        return {};
    }
    std::string all = parts.front();
    for (std::size_t n = 1; n + 1 < parts.size(); ++n) {
        all += ", " + parts[n];
    }
    return parts.size() < 2
               ? all
               : phrases.plain(Phrase::personal_and, {{"first", all}, {"second", parts.back()}});
}

// The text with what was found marked in it, scrolled where it is long.
class MarkedText {
public:
    MarkedText(Ui& ui, flow::Draft const& draft, Found const& found, Privacy privacy)
        : m_ui(ui)
        , m_words(draft.message.text.view())
        , m_found(found)
        , m_privacy(privacy) {}

    // `rail` is the part of `place` at whose edge the buttons that scroll stand.
    void draw(ScreenContext const& context, Rect const& place, Rect const& rail,
              float& offset) const {
        Theme const& theme = m_ui.theme();
        card(m_ui, place, CardLook::plain);
        TypedText text(m_ui, m_words, place.grown(-theme.space.padding, -pad()));
        text.scroll("personal.scroll", rail,
                    {context.phrases.plain(Phrase::write_text_up),
                     context.phrases.plain(Phrase::write_text_down)},
                    offset);
        Ui::Clip const clip(m_ui, place.grown(-theme.space.border_focus));
        if (m_privacy == Privacy::readable) {
            marks(text, offset);
        }
        text.draw(m_privacy, offset);
    }

    // The most whole lines that stand in `height`, with what is around them.
    [[nodiscard]] float height_within(float height) const {
        float const line = TypedText(m_ui, {}, {0, 0, 1, 1}).layout().line_height();
        return std::floor((height - 2 * pad()) / line) * line + 2 * pad();
    }

private:
    [[nodiscard]] float pad() const { return m_ui.theme().px(18, 8, 16); }

    // Tint and a line under it, so that colour does not speak alone.
    void marks(TypedText const& text, float offset) const {
        Theme const& theme = m_ui.theme();
        float const line = theme.space.border_focus;
        for (entries::PersonalData const& one : m_found) {
            for (Rect mark : marks_of(text.layout(), one.begin, one.end)) {
                mark.x += text.inside().x;
                mark.y += text.inside().y - std::round(offset);
                mark = mark.grown(theme.px(4), -std::round(mark.h * 0.06F));
                m_ui.fill(mark, theme.palette.tint, theme.space.radius_chip);
                m_ui.fill(mark.lower(line), theme.palette.blue);
            }
        }
    }

    Ui& m_ui;
    std::string_view m_words;
    Found const& m_found;
    Privacy m_privacy;
};

pages::RichText found_line(ScreenContext const& context, Found const& found) {
    return context.phrases.rich(Phrase::personal_text,
                                {{"found", found_words(context.phrases, found)}});
}

Outcome large(ScreenContext const& context, MarkedText const& text, Found const& found,
              flow::screen::PersonalData& screen, Ui& ui) {
    Rect const content = content_of(ui.theme());
    PagedColumn column(ui, context, content);
    column.title(context.phrases.plain(Phrase::personal_title));
    column.text(found_line(context, found));
    column.custom(text.height_within(within_reach(ui.theme(), content).h),
                  [&](Rect const& place) { text.draw(context, place, place, screen.scroll_px); });
    column.text(context.phrases.plain(Phrase::personal_keep_note));
    column.row({.id = kKeep, .label = context.phrases.plain(Phrase::personal_keep)},
               event::KeepPersonalData{});
    return column.draw();
}

bool keep_button(ScreenContext const& context, Ui& ui, Rect const& place) {
    return button(
        ui, {.id = kKeep, .rect = place, .label = context.phrases.plain(Phrase::personal_keep)});
}

// Why one might keep it, with the button to do so.
bool keep(ScreenContext const& context, Ui& ui, Rect place) {
    Theme const& theme = ui.theme();
    Rect const at = place.take_bottom(theme.space.bar_button, theme.space.gap_y);
    card(ui, place, CardLook::information);
    ui.text({.place = place.grown(-theme.px(24, 12, 18), -theme.px(18, 8, 18)),
             .size_px = theme.type.card,
             .smallest_px = std::max(theme.type.label, std::round(theme.type.card * 0.7F)),
             .colour = theme.palette.ink,
             .ground = theme.palette.tint,
             .line_height = 1.28F},
            context.phrases.plain(Phrase::personal_keep_note));
    return keep_button(context, ui, at);
}

void paragraph(Ui& ui, Rect& content, pages::RichText const& words, float size, Colour colour) {
    TextSpec spec = body_text(ui.theme(), content, size);
    spec.line_height = 1.28F;
    spec.colour = colour;
    spec.place = content.take_top(ui.text_height(spec, words, content.w), ui.theme().px(16, 8, 14));
    ui.text(spec, words);
}

// What can be touched lies low as it is, but for the buttons that scroll.
Outcome normal(ScreenContext const& context, MarkedText const& text, Found const& found,
               flow::screen::PersonalData& screen, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    Rect const reach = within_reach(theme, content);
    reading_heading(ui, content, context.phrases.plain(Phrase::personal_title));
    paragraph(ui, content, found_line(context, found), theme.type.body, theme.palette.ink);
    bool kept = false;
    if (theme.shape == Shape::tall) {
        paragraph(ui, content, context.phrases.rich(Phrase::personal_keep_note), theme.type.hint,
                  theme.palette.ink_soft);
        kept = keep_button(context, ui,
                           content.take_bottom(theme.space.bar_button, theme.space.gap_y));
    } else {
        kept = keep(context, ui,
                    content.take_right(std::round(content.w * 0.296F), theme.space.gap_x));
    }
    Rect rail = content;
    rail.take_top(std::max(0.0F, reach.y - content.y));
    text.draw(context, content, rail, screen.scroll_px);
    return kept ? Outcome(event::KeepPersonalData{}) : std::nullopt;
}

} // namespace

// What in the text points at a person, and the choice to take it out. Nothing of the text goes
// anywhere but on the display.
Outcome draw_personal_data(ScreenContext const& context, flow::Draft const& draft,
                           flow::screen::PersonalData& screen, Privacy privacy, Ui& ui) {
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{.id = "personal.remove",
                                  .label = context.phrases.plain(Phrase::personal_remove),
                                  .icon = text::Icon::backspace}});
    Found const found = entries::find_personal_data(draft.message.text.view());
    MarkedText const text(ui, draft, found, privacy);
    Outcome outcome = ui.theme().large() ? large(context, text, found, screen, ui)
                                         : normal(context, text, found, screen, ui);
    if (outer.main) {
        return event::RemovePersonalData{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
