// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/map_projection.h"
#include "kiosk/terminal/ui/map_view.h"
#include "kiosk/terminal/ui/paged_column.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/scroll.h"
#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

namespace event = flow::event;

constexpr char const* kSkip = "where.skip";
constexpr char const* kList = "where.list";

std::string id_of(pages::Street const& street) {
    return "where.street." + street.id;
}

Outcome large(ScreenContext const& context, flow::Draft const& draft, Ui& ui) {
    PagedColumn column(ui, context, content_of(ui.theme()));
    column.title(context.phrases.plain(Phrase::where_title));
    for (pages::Street const& street : context.assets.map.streets) {
        column.row(
            {.id = id_of(street), .label = street.name, .chosen = draft.spot.street == street.id},
            event::ChooseStreet{street.id});
    }
    column.row({.id = kSkip, .label = context.phrases.plain(Phrase::where_skip)}, event::Skip{});
    return column.draw();
}

struct Places {
    Rect skip, list, map;
};

// Takes the part of the map off `content`, in its own proportion.
Rect take_map(Theme const& theme, pages::Map const& map, Rect& content) {
    float const proportion = std::clamp(map_proportion(map), 0.7F, 2.0F);
    float const gap = theme.space.gap_x;
    if (theme.shape == Shape::tall && !theme.low_reach()) {
        float const two_rows = theme.px(198);
        float const height = std::min(content.h - two_rows - gap, content.w / proportion);
        return content.take_top(std::round(height), gap);
    }
    float const width = std::min(content.w * 0.56F, content.h * proportion);
    return content.take_right(std::round(width), gap);
}

// The title, the way past, the list and the map. What may be touched lies low when a visitor wants
// that; else the way past stands beside the title.
Places places_of(ScreenContext const& context, Ui& ui) {
    Theme const& theme = ui.theme();
    Rect content = content_of(theme);
    float const width = theme.px(236, 176, 300);
    Rect titled = content;
    bool const in_title = !theme.low_reach();
    if (in_title) {
        titled.take_right(width, theme.space.gap_x);
    }
    heading(ui, titled, context.phrases.plain(Phrase::where_title),
            context.phrases.plain(Phrase::where_under));
    Places places;
    places.skip = {content.right() - width, content.y, width, theme.space.bar_button};
    content.take_top(titled.y - content.y);
    if (theme.low_reach() && theme.shape == Shape::tall) {
        places.skip = content.take_bottom(theme.space.bar_button, theme.space.gap_y);
    } else if (theme.low_reach()) {
        Rect column = content.take_right(width, theme.space.gap_x);
        places.skip = column.take_bottom(theme.space.bar_button);
    }
    places.map = take_map(theme, context.assets.map, content);
    places.list = content;
    return places;
}

// The list of streets in whole rows: what is seen at rest is never cut.
class StreetList {
public:
    StreetList(Ui& ui, ScreenContext const& context, Rect const& place, float& offset)
        : m_ui(ui)
        , m_context(context)
        , m_rows(place)
        , m_offset(offset) {
        Theme const& theme = ui.theme();
        m_rail = m_rows.take_right(std::max(theme.px(88, 56, 96), theme.mm(kSmallestTargetMm)),
                                   theme.px(16, 12, 18));
        float const gap = theme.px(18, 14, 18);
        float const least = theme.px(82, 50, 90);
        float const shown = std::max(1.0F, std::floor((m_rows.h + gap) / (least + gap)));
        m_step = (m_rows.h + gap) / shown;
        m_row = m_step - gap;
        m_lowest = std::max(0.0F, static_cast<float>(streets().size()) - shown) * m_step;
    }

    Outcome draw(std::string const& chosen) {
        ScrollSpec const spec{
            .id = kList, .viewport = m_rows, .content_height = m_lowest + m_rows.h};
        scroll(m_ui, spec, m_offset);
        rail();
        settle();
        Ui::Clip const clip(m_ui, m_rows);
        Outcome outcome;
        float y = m_rows.y - m_offset;
        for (pages::Street const& street : streets()) {
            Rect const row{m_rows.x, std::round(y), m_rows.w, std::round(m_row)};
            y += m_step;
            if (row.overlaps(m_rows) && draw_row(street, row, street.id == chosen)) {
                outcome = event::ChooseStreet{street.id};
            }
        }
        return outcome;
    }

    // Moves the list so that the street can be seen.
    void show(std::string const& street) {
        float top = 0;
        for (pages::Street const& one : streets()) {
            if (one.id == street) {
                m_offset = std::clamp(m_offset, top + m_row - m_rows.h, top);
                m_offset = std::clamp(m_offset, 0.0F, m_lowest);
                return;
            }
            top += m_step;
        }
    }

private:
    [[nodiscard]] std::vector<pages::Street> const& streets() const {
        return m_context.assets.map.streets;
    }

    // A row that is only partly seen, while the list moves, is not for touching.
    bool draw_row(pages::Street const& street, Rect const& row, bool chosen) {
        constexpr float kRounding = 1;
        bool const whole =
            row.y > m_rows.y - kRounding && row.bottom() < m_rows.bottom() + kRounding;
        if (!whole && !moving()) {
            return false;
        }
        RowSpec const spec{
            .id = id_of(street), .label = street.name, .chosen = chosen, .bold = false};
        return ui::row(m_ui, spec, row, m_ui.theme().type.body) && whole;
    }

    [[nodiscard]] bool moving() const {
        return m_ui.pointer().down || m_ui.throw_speed(kList) != 0 || off_row() != 0;
    }

    // How far the list stands from the nearest whole row.
    [[nodiscard]] float off_row() const {
        return std::min(m_lowest, std::round(m_offset / m_step) * m_step) - m_offset;
    }

    // Once let go, the list glides to a whole row.
    void settle() {
        if (m_ui.pointer().down || m_ui.throw_speed(kList) != 0) {
            return;
        }
        float const off = off_row();
        if (std::abs(off) < 1) {
            m_offset += off;
            return;
        }
        m_offset += off * kSettleShare;
        m_ui.keep_moving();
    }

    void rail() {
        Theme const& theme = m_ui.theme();
        if (m_lowest < 1) {
            return;
        }
        float const between = theme.px(16, 10, 16);
        float const button_height = std::min((m_rail.h - between) / 2, m_rail.h * 0.35F);
        float const height = std::max(button_height, theme.mm(kSmallestTargetMm));
        float const page = std::max(m_step, m_rows.h + (m_step - m_row) - m_step);
        Rect middle = m_rail;
        if (rail_button("where.list.up", middle.take_top(height, between), Phrase::list_up,
                        text::Icon::keyboard_arrow_up, m_offset > 1)) {
            m_offset = std::max(0.0F, m_offset - page);
        }
        if (rail_button("where.list.down", middle.take_bottom(height, between), Phrase::list_down,
                        text::Icon::keyboard_arrow_down, m_offset < m_lowest - 1)) {
            m_offset = std::min(m_lowest, m_offset + page);
        }
        bar(middle);
    }

    bool rail_button(char const* id, Rect const& place, Phrase label, text::Icon icon,
                     bool enabled) {
        return button(m_ui, {.id = id,
                             .rect = place,
                             .label = m_context.phrases.plain(label),
                             .icon = icon,
                             .face = ButtonFace::icon_only,
                             .enabled = enabled});
    }

    // Which part of the list is seen; for reading, not for touching.
    void bar(Rect const& between) {
        Theme const& theme = m_ui.theme();
        float const width = theme.px(8, 6, 8);
        Rect const track = between.centred(width, between.h);
        if (track.h < 4 * width) {
            return;
        }
        float const whole = m_lowest + m_rows.h;
        m_ui.fill(track, theme.palette.line, width / 2);
        Rect const thumb{track.x, track.y + track.h * m_offset / whole, width,
                         track.h * m_rows.h / whole};
        m_ui.fill(thumb, theme.high_contrast() ? theme.palette.amber : theme.palette.ink_soft,
                  width / 2);
    }

    Ui& m_ui;
    ScreenContext const& m_context;
    Rect m_rows;
    Rect m_rail;
    float m_step = 1; // from one row to the next
    float m_row = 1;
    float m_lowest = 0;
    float& m_offset;
};

Outcome list_and_map(ScreenContext const& context, flow::screen::Where& screen,
                     flow::Draft const& draft, Ui& ui) {
    Places const places = places_of(context, ui);
    StreetList list(ui, context, places.list, screen.scroll_px);
    Outcome outcome = list.draw(draft.spot.street);
    if (auto touched = map_view(ui, context.assets.map,
                                {.id = "where.map",
                                 .rect = places.map,
                                 .label = context.phrases.plain(Phrase::where_map),
                                 .here = context.phrases.plain(Phrase::where_here),
                                 .spot = draft.spot})) {
        list.show(touched->street);
        outcome = event::ChoosePoint{touched->point, std::move(touched->street)};
    }
    if (button(ui, {.id = kSkip,
                    .rect = places.skip,
                    .label = context.phrases.plain(Phrase::where_skip)})) {
        outcome = event::Skip{};
    }
    return outcome;
}

} // namespace

// A list for who reads, a sketch for who recognises; both choose the same.
Outcome draw_where(ScreenContext const& context, flow::screen::Where& screen,
                   flow::Draft const& draft, Ui& ui) {
    bool const chosen = !draft.spot.street.empty() || draft.spot.point.has_value();
    FrameOutcome outer =
        frame(ui, context,
              {.back = true,
               .main = MainAction{.id = "where.next",
                                  .label = context.phrases.plain(Phrase::where_next),
                                  .enabled = chosen}});
    Outcome outcome =
        ui.theme().large() ? large(context, draft, ui) : list_and_map(context, screen, draft, ui);
    if (outer.main) {
        return event::Next{};
    }
    return outer.event ? std::move(outer.event) : std::move(outcome);
}

} // namespace inloop::ui
