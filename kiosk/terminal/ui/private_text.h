// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <cstddef>
#include <string_view>

namespace inloop::ui {

// A short text only its visitor may read: a word of a code, a phone number. Its letters are on
// record nowhere; of its place and size the registry knows. While it is barred a bar stands in its
// place that says nothing of its length. In one line or, without spec.one_line, in as many as the
// place holds.
void private_text(Ui& ui, TextSpec const& spec, std::string_view words, Privacy privacy);

// How tall it becomes in `width`, at spec.size_px.
[[nodiscard]] float private_text_height(Ui& ui, TextSpec const& spec, std::string_view words,
                                        float width);

// A longer text only its visitor may read, set in lines of one width in one frame: glyph positions
// only, gone at the end of the frame. On record as private_text() is; barred, a bar stands for each
// line.
class PrivateLines {
public:
    // `words` is borrowed for the call; `spec` gives size, colours and weight.
    PrivateLines(Ui& ui, TextSpec const& spec, std::string_view words, float width);

    [[nodiscard]] std::size_t count() const { return m_layout.lines().size(); }
    [[nodiscard]] float line_height() const { return m_layout.line_height(); }
    [[nodiscard]] bool whole_words() const { return !m_layout.overflowed(); } // none was broken
    // Draws lines `first` to just before `last` from the top of `place` on.
    void draw(Ui& ui, Rect const& place, std::size_t first, std::size_t last,
              Privacy privacy) const;

private:
    TextSpec m_spec;
    text::Layout m_layout;
};

} // namespace inloop::ui
