// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/terminal/ui/cuts.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/ui.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace inloop::ui {

// The blocks of an information page under each other, in normal letters. Facts that are not current
// are shown as to be checked, never as true; a page that is not translated says so first. Lives
// inside one frame.
class PageView {
public:
    // Set for the width of `place`; its height is what is seen at once.
    PageView(Ui& ui, ScreenContext const& context, pages::Page const& page, Rect const& place);
    PageView(PageView const&) = delete;
    PageView& operator=(PageView const&) = delete;
    ~PageView() = default;

    // Of all blocks.
    [[nodiscard]] float height() const { return m_y; }
    [[nodiscard]] std::span<Cut const> cuts() const { return m_cuts; }
    // Draws what shows in the first `height` of the place when it is scrolled down by `offset`.
    void draw(float offset, float height);

private:
    struct Blocks; // one function for each block
    // A part of a block that is drawn at once, as wide as the place.
    struct Part {
        float top = 0;
        float height = 0;
        std::function<void(Rect const&)> draw;
    };

    [[nodiscard]] TextSpec spec(float size_px) const;
    void space(float height) { m_y += height; }
    // Words from `indent` on, broken between lines; what `mark` draws stands before them.
    void words(pages::RichText const& words, TextSpec spec, float indent = 0,
               std::function<void(Rect const&)> mark = {});
    void notice(pages::RichText const& words);
    void whole(float height, std::function<void(Rect const&)> draw);
    void shifts();

    Ui& m_ui;
    ScreenContext const& m_context;
    Rect m_place;
    float m_y = 0;
    std::vector<Part> m_parts;
    std::vector<Cut> m_cuts;
};

// What the kiosk knows itself, as texts: who is here and who comes when, one each; how many letters
// lie here.
[[nodiscard]] std::vector<pages::RichText> shift_lines(ScreenContext const& context);
[[nodiscard]] pages::RichText letters_line(ScreenContext const& context);

} // namespace inloop::ui
