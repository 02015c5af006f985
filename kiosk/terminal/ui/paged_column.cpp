// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/paged_column.h"

#include "kiosk/terminal/ui/row_sizes.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

using pages::Phrase;

namespace {

// A word that is wider than the column makes its text this much smaller at most.
constexpr float kSmallestShare = 0.5F;
// One row fewer stands in a column, and all are tall, when this much of a row does not fit.
constexpr float kFewerRows = 0.3F;
// Heights in floats: what differs by less is the same.
constexpr float kRounding = 0.5F;

float gap_of(Theme const& theme) {
    return theme.px(20, 10, 20);
}

// Around the words of a notice.
float notice_pad(Theme const& theme) {
    return theme.px(18, 10, 18);
}

float rail_size(Theme const& theme) {
    float const least = theme.mm(kSmallestTargetMm) + 1;
    return std::max(least, theme.large() ? theme.px(128, 80, 110) : theme.px(92, 64, 96));
}

// The bytes from `from` to `to` of all spans together.
pages::RichText part_of(pages::RichText const& words, std::size_t from, std::size_t to) {
    pages::RichText part;
    std::size_t begin = 0;
    for (pages::Span const& span : words) {
        std::size_t const end = begin + span.text.size();
        std::size_t const first = std::max(from, begin);
        std::size_t const last = std::min(to, end);
        if (first < last) {
            part.push_back({span.text.substr(first - begin, last - first), span.bold});
        }
        begin = end;
    }
    // Alone, a text that ends in a line break would have an empty line at its foot.
    while (!part.empty() && !part.back().text.empty() && part.back().text.back() == '\n') {
        part.back().text.pop_back();
    }
    return part;
}

} // namespace

// Lines from `first` to just before `last`.
struct PagedColumn::Slice {
    std::size_t first = 0;
    std::size_t last = 0;
};

// A line that is all bold says what the next one is about.
bool PagedColumn::Item::stays_with_next(std::size_t line) const {
    if (kind != Kind::text) {
        return kind == Kind::title;
    }
    bool const last = line + 1 == lines.starts.size();
    std::size_t const to = last ? pages::plain_text(words).size() : lines.starts[line + 1];
    return std::ranges::all_of(part_of(words, lines.starts[line], to),
                               [](pages::Span const& span) { return span.bold; });
}

PagedColumn::PagedColumn(Ui& ui, ScreenContext const& context, Rect const& place)
    : m_ui(ui)
    , m_context(context)
    , m_place(place) {}

void PagedColumn::title(std::string_view words) {
    m_items.push_back({.kind = Item::Kind::title, .words = {{std::string(words), true}}});
}

void PagedColumn::text(std::string_view words) {
    text(pages::RichText{{std::string(words), false}});
}

void PagedColumn::text(pages::RichText const& words) {
    if (!pages::plain_text(words).empty()) {
        m_items.push_back({.kind = Item::Kind::text, .words = words});
    }
}

void PagedColumn::secret(std::string_view words, Privacy privacy) {
    if (!words.empty()) {
        m_items.push_back({.kind = Item::Kind::secret, .secret_words = words, .privacy = privacy});
    }
}

void PagedColumn::notice(pages::RichText const& words) {
    if (!pages::plain_text(words).empty()) {
        m_items.push_back({.kind = Item::Kind::notice, .words = words});
    }
}

void PagedColumn::row(RowSpec const& spec, flow::Event event) {
    m_items.push_back({.kind = Item::Kind::row, .row = spec, .event = std::move(event)});
}

void PagedColumn::custom(float height, std::function<void(Rect const&)> draw) {
    m_items.push_back({.kind = Item::Kind::custom, .draw = std::move(draw), .asked = height});
}

void PagedColumn::picture(float height, std::function<void(Rect const&)> draw) {
    m_items.push_back(
        {.kind = Item::Kind::custom, .draw = std::move(draw), .asked = height, .read = true});
}

float PagedColumn::width() const {
    return column_of(true).w;
}

bool PagedColumn::only_read() const {
    return std::ranges::all_of(m_items, [](Item const& item) { return item.flows() || item.read; });
}

// Portrait has no width to spare for a rail beside the column.
Rect PagedColumn::column_of(bool with_rail) const {
    Theme const& theme = m_ui.theme();
    Rect column = m_place;
    if (with_rail && theme.shape == Shape::tall) {
        column.take_bottom(rail_size(theme), gap_of(theme));
    } else if (with_rail) {
        column.take_right(rail_size(theme), theme.px(24, 12, 20));
    }
    return column;
}

Rect PagedColumn::rail_place() const {
    Theme const& theme = m_ui.theme();
    Rect place = within_reach(theme, m_place);
    return theme.shape == Shape::tall ? place.take_bottom(rail_size(theme))
                                      : place.take_right(rail_size(theme));
}

// In low reach what can be touched moves down and leaves the title above it.
void PagedColumn::place_in_reach() {
    if (!m_ui.theme().low_reach() || only_read()) {
        return;
    }
    if (!m_items.empty() && m_items.front().kind == Item::Kind::title) {
        heading(m_ui, m_place, pages::plain_text(m_items.front().words));
        m_items.erase(m_items.begin());
    }
    m_place = within_reach(m_ui.theme(), m_place);
}

TextSpec PagedColumn::spec_of(Item const& item) const {
    Theme const& theme = m_ui.theme();
    TextSpec spec = body_text(theme, {}, theme.type.body);
    spec.line_height = 1.28F;
    switch (item.kind) {
    case Item::Kind::title:
        spec.size_px = theme.type.title;
        spec.bold = true;
        spec.line_height = 1.2F;
        break;
    case Item::Kind::row:
        spec.size_px = theme.type.tile;
        spec.bold = true;
        spec.line_height = kRowLine;
        break;
    case Item::Kind::notice:
        spec.ground = theme.palette.tint;
        break;
    case Item::Kind::text:
    case Item::Kind::secret:
    case Item::Kind::custom:
        break;
    }
    if (item.size_px > 0) {
        spec.size_px = item.size_px;
    }
    return spec;
}

// Rows share what there is, so that a page of them ends where the column ends: three in a column of
// large letters, two in the lower half of one.
float PagedColumn::row_height(Rect const& column) const {
    Theme const& theme = m_ui.theme();
    float const gap = gap_of(theme);
    float const least =
        std::max(theme.mm(kSmallestTargetMm) + 1,
                 std::round(theme.type.tile * kRowLine) + theme.px(24, 8, 18) + theme.space.edge);
    float const most = std::max(least, theme.px(136, 76, 146));
    float const fit = std::max(1.0F, std::floor((column.h + gap) / (least + gap)));
    float const count =
        std::min(fit, std::max(1.0F, std::ceil((column.h + gap) / (most + gap) - kFewerRows)));
    float const share = std::floor((column.h - (count - 1) * gap) / count);
    return std::clamp(share, least, most);
}

void PagedColumn::measure_text(Item& item, float width) const {
    float const pad = item.kind == Item::Kind::notice ? notice_pad(m_ui.theme()) : 0;
    TextSpec spec = spec_of(item);
    float const smallest = spec.size_px * kSmallestShare;
    item.lines = m_ui.text_lines(spec, item.words, width - 2 * pad);
    while (!item.lines.whole_words && spec.size_px > smallest) {
        spec.size_px -= 1;
        item.lines = m_ui.text_lines(spec, item.words, width - 2 * pad);
    }
    item.size_px = spec.size_px;
    item.height = item.lines.line_height * static_cast<float>(item.lines.starts.size()) + 2 * pad;
}

void PagedColumn::measure_secret(Item& item, float width) const {
    TextSpec spec = spec_of(item);
    float const smallest = spec.size_px * kSmallestShare;
    item.secret.emplace(m_ui, spec, item.secret_words, width);
    while (!item.secret->whole_words() && spec.size_px > smallest) {
        spec.size_px -= 1;
        item.secret.emplace(m_ui, spec, item.secret_words, width);
    }
    item.size_px = spec.size_px;
    item.lines = {.starts = std::vector<std::size_t>(item.secret->count()),
                  .line_height = item.secret->line_height()};
    item.height = item.lines.line_height * static_cast<float>(item.secret->count());
}

void PagedColumn::measure_row(Item& item, float width, float least) const {
    Theme const& theme = m_ui.theme();
    float const room = width - row_sizes(theme, item.row.icon.has_value(), item.row.chosen).around;
    TextSpec spec = spec_of(item);
    float const smallest = spec.size_px * kRowSmallest;
    pages::RichText const words{{item.row.label, true}};
    TextLines lines = m_ui.text_lines(spec, words, room);
    while (!lines.whole_words && spec.size_px > smallest) {
        spec.size_px -= 1;
        lines = m_ui.text_lines(spec, words, room);
    }
    item.size_px = spec.size_px;
    float const high = lines.line_height * static_cast<float>(lines.starts.size());
    item.height = std::max(least, high + theme.px(24, 8, 18) + theme.space.edge);
}

void PagedColumn::measure(Rect const& column) {
    float const least = row_height(column);
    float y = 0;
    for (Item& item : m_items) {
        item.size_px = 0;
        if (item.kind == Item::Kind::secret) {
            measure_secret(item, column.w);
        } else if (item.flows()) {
            measure_text(item, column.w);
        } else if (item.kind == Item::Kind::row) {
            measure_row(item, column.w, least);
        } else {
            item.height = item.asked;
        }
        if (!item.flows()) {
            item.height = std::min(item.height, column.h);
        }
        item.top = y;
        y += item.height + gap_of(m_ui.theme());
    }
}

std::vector<Cut> PagedColumn::cuts(float page_height) const {
    std::vector<Cut> all;
    for (Item const& item : m_items) {
        float const bottom = item.top + item.height;
        if (!item.flows()) {
            all.push_back({item.top, bottom, false});
            continue;
        }
        std::size_t const count = item.lines.starts.size();
        bool const notice = item.kind == Item::Kind::notice;
        float const pad = notice ? notice_pad(m_ui.theme()) : 0;
        // A notice is one thing: it breaks only where it must.
        bool const whole = notice && item.height <= page_height;
        for (std::size_t line = 0; line < count; ++line) {
            float const top = item.top + pad + static_cast<float>(line) * item.lines.line_height;
            bool const last = line + 1 == count;
            all.push_back(
                {line == 0 ? item.top : top, last ? bottom : top + item.lines.line_height,
                 item.stays_with_next(line) || (whole && !last) || alone_at_an_end(line, count)});
        }
    }
    return all;
}

// Which of its lines stand on the page.
PagedColumn::Slice PagedColumn::slice_of(Item const& item, PageRange const& page, float pad) {
    float const line = item.lines.line_height;
    auto const count = static_cast<float>(item.lines.starts.size());
    float const above = page.top - (item.top + pad);
    float const below = page.bottom - (item.top + pad);
    return {
        static_cast<std::size_t>(std::clamp(std::ceil((above - kRounding) / line), 0.0F, count)),
        static_cast<std::size_t>(std::clamp(std::floor((below + kRounding) / line), 0.0F, count))};
}

void PagedColumn::draw_text(Item const& item, PageRange const& page, Rect const& place) {
    bool const notice = item.kind == Item::Kind::notice;
    float const pad = notice ? notice_pad(m_ui.theme()) : 0;
    float const line = item.lines.line_height;
    Slice const slice = slice_of(item, page, pad);
    if (slice.first >= slice.last) {
        return;
    }
    if (item.kind == Item::Kind::secret) {
        item.secret->draw(m_ui, place, slice.first, slice.last, item.privacy);
        return;
    }
    bool const begins = slice.first == 0;
    bool const ends = slice.last == item.lines.starts.size();
    if (notice) { // where the page breaks it, its tint reaches into the gap
        Rect tint = place;
        tint.y -= begins ? 0 : std::round(pad / 2);
        tint.h = place.bottom() + (ends ? 0 : std::round(pad / 2)) - tint.y;
        card(m_ui, tint, CardLook::information);
    }
    std::size_t const to =
        ends ? pages::plain_text(item.words).size() : item.lines.starts[slice.last];
    TextSpec spec = spec_of(item);
    spec.place = {place.x + pad, place.y + (begins ? pad : 0), place.w - 2 * pad,
                  static_cast<float>(slice.last - slice.first) * line};
    m_ui.text(spec, part_of(item.words, item.lines.starts[slice.first], to));
}

void PagedColumn::draw_page(PageRange const& page, Rect const& column,
                            std::optional<flow::Event>& outcome) {
    for (Item& item : m_items) {
        float const top = std::max(item.top, page.top);
        float const bottom = std::min(item.top + item.height, page.bottom);
        if (bottom <= top) {
            continue;
        }
        Rect const place{column.x, column.y + top - page.top, column.w, bottom - top};
        if (item.flows()) {
            draw_text(item, page, place);
        } else if (item.kind == Item::Kind::custom) {
            item.draw(place);
        } else if (ui::row(m_ui, item.row, place, item.size_px)) {
            outcome = std::move(item.event);
        }
    }
}

void PagedColumn::rail(int pages) {
    Theme const& theme = m_ui.theme();
    int& page = m_context.list_page;
    Rect place = rail_place();
    bool const lying = theme.shape == Shape::tall;
    float const middle = lying ? theme.px(180) : std::min(theme.px(92, 60, 92), place.h * 0.3F);
    float const length = ((lying ? place.w : place.h) - middle) / 2;
    Rect const up = lying ? place.take_left(length) : place.take_top(length);
    Rect const down = lying ? place.take_right(length) : place.take_bottom(length);
    // Going on is the main action of a screen that has no other.
    bool const free = std::ranges::none_of(m_ui.registry().widgets(), [](Widget const& widget) {
        return widget.role == Role::main_action;
    });
    bool const more = page + 1 < pages;
    int const shown = page;
    if (button(m_ui, {.id = "list.up",
                      .rect = up,
                      .label = m_context.phrases.plain(Phrase::list_up),
                      .icon = text::Icon::keyboard_arrow_up,
                      .face = ButtonFace::icon_only,
                      .enabled = shown > 0})) {
        --page;
    }
    if (button(m_ui, {.id = "list.down",
                      .rect = down,
                      .label = m_context.phrases.plain(Phrase::list_down),
                      .icon = text::Icon::keyboard_arrow_down,
                      .look = free && more ? ButtonLook::main_action : ButtonLook::plain,
                      .face = ButtonFace::icon_only,
                      .enabled = more})) {
        ++page;
    }
    m_ui.text({.place = place,
               .size_px = theme.type.body,
               .smallest_px = std::round(theme.type.body * 0.5F),
               .colour = theme.palette.ink,
               .ground = theme.palette.paper,
               .align = text::Align::centre,
               .stand = Stand::middle,
               .line_height = 1.1F,
               .bold = true,
               .one_line = true},
              m_context.phrases.plain(Phrase::list_page, {{"page", std::to_string(shown + 1)},
                                                          {"pages", std::to_string(pages)}}));
}

std::optional<flow::Event> PagedColumn::draw() {
    place_in_reach();
    std::optional<flow::Event> outcome;
    Rect column = column_of(false);
    measure(column);
    std::vector<PageRange> all = break_pages(cuts(column.h), column.h);
    bool const railed = all.size() > 1;
    if (railed) {
        column = column_of(true);
        measure(column);
        all = break_pages(cuts(column.h), column.h);
    }
    int& page = m_context.list_page;
    auto const count = static_cast<int>(all.size());
    page = std::clamp(page, 0, std::max(0, count - 1));
    int const shown = page;
    if (railed) {
        rail(count);
    }
    if (count > 0) {
        draw_page(all[static_cast<std::size_t>(shown)], column, outcome);
    }
    return outcome;
}

} // namespace inloop::ui
