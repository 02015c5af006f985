// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/secret_text.h"
#include "kiosk/terminal/ui/cuts.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/private_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::ui {

// What an answer is called: the newest one, or one before it.
[[nodiscard]] std::string answer_label(ScreenContext const& context, std::size_t position);

// The answers of the police to one letter under each other, the newest first, as PageView shows a
// page: set for a width, read by scrolling, broken between lines. Only their visitor may read them;
// nothing of them is on record. Lives inside one frame.
class AnswerView {
public:
    // Set for the width of `place`; `answers` outlives the view.
    AnswerView(Ui& ui, ScreenContext const& context, std::span<SecretText const> answers,
               Rect const& place, Privacy privacy);

    [[nodiscard]] std::span<Cut const> cuts() const { return m_cuts; }
    // Draws what shows in the first `height` of the place when it is scrolled down by `offset`.
    void draw(float offset, float height);

private:
    // An answer and what it is called.
    struct Part {
        std::string label;
        float label_top = 0;
        float top = 0; // of the answer
        PrivateLines lines;
    };

    [[nodiscard]] TextSpec label_spec() const;
    void draw_part(Part const& part, float y, Rect const& seen);

    Ui& m_ui;
    Rect m_place;
    Privacy m_privacy;
    std::vector<Part> m_parts;
    std::vector<Cut> m_cuts;
};

} // namespace inloop::ui
