// SPDX-License-Identifier: EUPL-1.2
// Where a text that is longer than its place may be broken, so that no line is ever seen by half.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace inloop::ui {

// What nothing may break: a line of letters, a picture, a card. Pixels from the beginning of the
// text.
struct Cut {
    float top = 0;
    float bottom = 0;
    bool stays_with_next = false; // a heading, which says nothing at the foot of a page
};

// The first and the last line of a paragraph of `lines` are not left alone: true where `line`
// stays with the next one for that.
[[nodiscard]] constexpr bool alone_at_an_end(std::size_t line, std::size_t lines) {
    return line + 1 < lines && (line == 0 || line + 2 == lines);
}

// From `top` to `bottom` of a text.
struct PageRange {
    float top = 0;
    float bottom = 0;
};

// The pages of a text in a place `height` tall. Each holds at least one cut, so a cut taller than
// the place stands on a page of its own. `cuts` in order; none: no pages.
[[nodiscard]] std::vector<PageRange> break_pages(std::span<Cut const> cuts, float height);

// The same for a text that is scrolled: `offset` is how far, and a place where it rests is the top
// of a cut. `cuts` in order, the first at 0.
class Resting {
public:
    // `cuts` outlive it.
    Resting(std::span<Cut const> cuts, float height) : m_cuts(cuts), m_height(height) {}

    // The furthest place: from here on all that follows is seen.
    [[nodiscard]] float lowest() const;
    // The place nearest to where a finger left it.
    [[nodiscard]] float nearest(float offset) const;
    // A page further; lowest() at the end.
    [[nodiscard]] float next(float offset) const;
    // A page back; 0 at the beginning.
    [[nodiscard]] float previous(float offset) const;
    // Where the last cut ends that is seen whole when it rests at `offset`.
    [[nodiscard]] float seen_until(float offset) const;

private:
    [[nodiscard]] bool may_begin(std::size_t index) const;
    [[nodiscard]] std::size_t first_at(float offset) const;

    std::span<Cut const> m_cuts;
    float m_height;
};

} // namespace inloop::ui
