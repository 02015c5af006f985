// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/facts.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/ui.h"

#include <string>
#include <vector>

namespace inloop::ui {

// A card with a checked number, what it is for and when it was checked. A fact that has expired
// shows its label and says that it is to be checked, never its value. Lives inside one frame.
class FactCard {
public:
    // As wide as `place`, standing at its top.
    FactCard(Ui& ui, ScreenContext const& context, pages::Fact const& fact, Rect const& place);
    [[nodiscard]] float height() const { return m_height; }
    // Returns its height.
    float draw() const;

private:
    struct Line {
        std::string words;
        float size = 16;
        bool bold = false;
        Colour colour;
        bool checked = false; // with the shield before it
        float height = 0;
    };
    [[nodiscard]] TextSpec spec_of(Line const& line) const;
    [[nodiscard]] float indent_of(Line const& line) const;
    [[nodiscard]] float shield() const;

    Ui& m_ui;
    Rect m_place;
    std::vector<Line> m_lines;
    float m_height = 0;
};

// What the card says, as one text with a line for each of its lines: for letters too large for a
// card.
[[nodiscard]] pages::RichText fact_words(ScreenContext const& context, pages::Fact const& fact);
// "Nagekeken 11 februari 2021".
[[nodiscard]] std::string checked_words(ScreenContext const& context, pages::Fact const& fact);

} // namespace inloop::ui
