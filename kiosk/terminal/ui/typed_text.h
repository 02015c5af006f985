// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/ui/ui.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::ui {

// Whether what is typed may be read over the visitor's shoulder right now.
enum class Privacy : std::uint8_t { readable, barred };

// Whether room for scroll buttons is kept where the text is longer than its place. Without, the
// caret still brings every line into sight.
enum class ScrollRail : std::uint8_t { where_needed, none };

// What a visitor typed, set for one place in one frame: glyph positions only, gone at the end of
// the frame. Where it is longer than the place, room for two scroll buttons is kept at the right.
class TypedText {
public:
    // `place` is where letters may stand; `words` is borrowed for the time of this object.
    TypedText(Ui& ui, std::string_view words, Rect const& place,
              ScrollRail rail = ScrollRail::where_needed);

    [[nodiscard]] text::Layout const& layout() const { return m_layout; }
    // Where letters stand: the place less the rail of the buttons.
    [[nodiscard]] Rect const& inside() const { return m_inside; }
    [[nodiscard]] bool scrolls() const { return m_scrolls; }

    struct ScrollLabels {
        std::string up, down;
    };
    // Finger and buttons. `frame` is the box around the text: fingers drag in all of it, buttons
    // stand at its right edge, or where `buttons` says.
    void scroll(std::string const& id, Rect const& frame, ScrollLabels const& labels, float& offset,
                std::optional<Rect> const& buttons = std::nullopt);
    // Moves `offset` so that the caret at `byte` can be seen, to the top of a line.
    void show(std::size_t byte, float& offset) const;
    // Letters, or bars in their place.
    void draw(Privacy privacy, float offset) const;

private:
    [[nodiscard]] text::Layout lay_out(std::string_view words, float width) const;
    [[nodiscard]] float to_line(float offset) const;
    // The furthest the text is scrolled: its last line can be seen, its first one is whole.
    [[nodiscard]] float lowest() const;

    Ui& m_ui;
    Rect m_inside;
    text::Layout m_layout;
    bool m_scrolls = false;
};

} // namespace inloop::ui
