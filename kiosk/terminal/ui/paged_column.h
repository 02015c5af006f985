// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/ui/cuts.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/private_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::ui {

// A row of a column that can be touched: an icon, words and, while it is chosen, a check.
struct RowSpec {
    std::string id{};
    std::string label{};
    std::optional<text::Icon> icon{};
    bool chosen = false;
    bool enabled = true;
    bool bold = true; // what is chosen always is
};

// Draws one row in `rect`, bottom edge included; lettering of the size of tiles, smaller where it
// must. True in the frame in which it was tapped. `size_px` 0: the size of tiles.
[[nodiscard]] bool row(Ui& ui, RowSpec const& spec, Rect const& rect, float size_px = 0);

// How every screen is shown in large letters: texts and rows under each other in one column, as
// many as fit whole, and a rail at the right edge - in portrait at the foot - with up, page number
// and down when there are more. No line of letters and no row is ever cut: pages end between them.
// In low reach the rows keep to the lower half and the title stands above them; a column that is
// only read keeps its whole height, and only its rail is low.
//
// Made anew in each frame: add what the screen holds, then draw().
class PagedColumn {
public:
    // `place` is the content of the screen.
    PagedColumn(Ui& ui, ScreenContext const& context, Rect const& place);

    // A title; at most one, first.
    void title(std::string_view words);
    void text(std::string_view words);
    void text(pages::RichText const& words); // all bold: stays with what follows
    // What only its visitor may read. `words` is borrowed until draw() is done.
    void secret(std::string_view words, Privacy privacy);
    // On the tint of information.
    void notice(pages::RichText const& words);
    // Tapping it is `event`.
    void row(RowSpec const& spec, flow::Event event);
    // Something of the screen's own, `height` tall in a column of width(); never cut, lower where
    // a page is not as tall. It may be touched, so in low reach it lies low.
    void custom(float height, std::function<void(Rect const&)> draw);
    // The same for what is only read.
    void picture(float height, std::function<void(Rect const&)> draw);

    [[nodiscard]] float width() const;

    // Draws the page context.list_page is on and returns what was tapped. The rail moves
    // context.list_page.
    [[nodiscard]] std::optional<flow::Event> draw();

private:
    // What one row, text or custom part is; the rest is set by measure().
    struct Item {
        enum class Kind : unsigned char { title, text, secret, notice, row, custom };
        Kind kind = Kind::text;
        pages::RichText words{};
        std::string_view secret_words{};
        Privacy privacy = Privacy::readable;
        std::optional<PrivateLines> secret{}; // set for the column
        RowSpec row{};
        std::optional<flow::Event> event{};
        std::function<void(Rect const&)> draw{};
        float asked = 0; // height of a custom part
        bool read = false; // a custom part that is only read
        float size_px = 0; // of its letters
        float top = 0; // from the beginning of the column
        float height = 0;
        TextLines lines{};
        [[nodiscard]] bool flows() const { return kind != Kind::row && kind != Kind::custom; }
        [[nodiscard]] bool stays_with_next(std::size_t line) const;
    };
    struct Slice; // of a text, in lines

    [[nodiscard]] bool only_read() const;
    void place_in_reach();
    [[nodiscard]] Rect column_of(bool with_rail) const;
    [[nodiscard]] Rect rail_place() const;
    [[nodiscard]] TextSpec spec_of(Item const& item) const;
    [[nodiscard]] float row_height(Rect const& column) const;
    void measure(Rect const& column);
    void measure_text(Item& item, float width) const;
    void measure_secret(Item& item, float width) const;
    void measure_row(Item& item, float width, float least) const;
    [[nodiscard]] std::vector<Cut> cuts(float page_height) const;
    void draw_page(PageRange const& page, Rect const& column, std::optional<flow::Event>& outcome);
    void draw_text(Item const& item, PageRange const& page, Rect const& place);
    [[nodiscard]] static Slice slice_of(Item const& item, PageRange const& page, float pad);
    void rail(int pages);

    Ui& m_ui;
    ScreenContext const& m_context;
    Rect m_place;
    std::vector<Item> m_items;
};

} // namespace inloop::ui
