// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/rect.h"
#include "kiosk/terminal/ui/theme.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::ui {

enum class Role : std::uint8_t { button, main_action, tile, key, setting, text_box, scroll_area };

// Something that can be touched, as it was drawn in the last frame.
struct Widget {
    std::string id{}; // stable, the same in every language: "home.question", "key.a"
    Role role = Role::button;
    std::string label{}; // what it says or what is spoken; never anything a visitor typed
    Rect rect{}; // what is seen
    Rect touch{}; // what can be touched: the rectangle and half the gap around it
    bool enabled = true;
    bool pressed = false;
    bool chosen = false;
    bool covered = false; // lies under a dialog and cannot be touched
};

// A piece of lettering, as it was drawn in the last frame.
struct Lettering {
    std::string text{}; // empty where a visitor typed it
    Rect place{}; // where it had to fit
    Rect used{}; // where it is
    bool cut = false; // did not fit: letters are missing, broken apart or outside their place
    bool covered = false;
    Colour colour{};
    Colour ground{}; // what it stands on, for the contrast audit
    float size_px = 0;
};

// Everything that one frame showed. Serves tests that tap by id, the audit of sizes and gaps, and
// later reading aloud and the keypad. Rebuilt with each frame.
class Registry {
public:
    void clear();
    void add(Widget widget) { m_widgets.push_back(std::move(widget)); }
    void add(Lettering lettering) { m_letterings.push_back(std::move(lettering)); }

    [[nodiscard]] std::vector<Widget> const& widgets() const { return m_widgets; }
    [[nodiscard]] std::vector<Lettering> const& letterings() const { return m_letterings; }
    // nullptr if no widget of that id was drawn.
    [[nodiscard]] Widget const* find(std::string_view id) const;

private:
    std::vector<Widget> m_widgets;
    std::vector<Lettering> m_letterings;
};

} // namespace inloop::ui
