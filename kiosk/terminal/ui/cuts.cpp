// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/cuts.h"

#include <algorithm>
#include <cmath>

namespace inloop::ui {

namespace {

// Heights are sums of floats: what differs by less is the same.
constexpr float kRounding = 0.5F;

// The cut after the last one that fits, when the page begins with `first`.
std::size_t end_of_page(std::span<Cut const> cuts, std::size_t first, float height) {
    std::size_t end = first + 1;
    while (end < cuts.size() && cuts[end].bottom - cuts[first].top <= height + kRounding) {
        ++end;
    }
    std::size_t keep = end;
    while (end < cuts.size() && keep > first && cuts[keep - 1].stays_with_next) {
        --keep;
    }
    return keep > first ? keep : end; // nothing but headings: then they stand alone
}

} // namespace

std::vector<PageRange> break_pages(std::span<Cut const> cuts, float height) {
    std::vector<PageRange> pages;
    std::size_t first = 0;
    while (first < cuts.size()) {
        std::size_t const end = end_of_page(cuts, first, height);
        pages.push_back({cuts[first].top, cuts[end - 1].bottom});
        first = end;
    }
    return pages;
}

bool Resting::may_begin(std::size_t index) const {
    return index == 0 || !m_cuts[index - 1].stays_with_next;
}

std::size_t Resting::first_at(float offset) const {
    std::size_t first = 0;
    while (first + 1 < m_cuts.size() && m_cuts[first].top < offset - kRounding) {
        ++first;
    }
    return first;
}

float Resting::lowest() const {
    if (m_cuts.empty()) {
        return 0;
    }
    for (std::size_t i = 0; i < m_cuts.size(); ++i) {
        if (may_begin(i) && m_cuts.back().bottom - m_cuts[i].top <= m_height + kRounding) {
            return m_cuts[i].top;
        }
    }
    return m_cuts.back().top;
}

float Resting::nearest(float offset) const {
    float const last = lowest();
    float best = 0;
    for (std::size_t i = 0; i < m_cuts.size() && m_cuts[i].top <= last; ++i) {
        bool const closer = std::abs(m_cuts[i].top - offset) < std::abs(best - offset);
        if (closer && (may_begin(i) || m_cuts[i].top == last)) {
            best = m_cuts[i].top;
        }
    }
    return best;
}

float Resting::next(float offset) const {
    if (m_cuts.empty()) {
        return 0;
    }
    std::size_t const end = end_of_page(m_cuts, first_at(offset), m_height);
    return end < m_cuts.size() ? std::min(m_cuts[end].top, lowest()) : lowest();
}

float Resting::previous(float offset) const {
    if (m_cuts.empty()) {
        return 0;
    }
    std::size_t const first = first_at(offset);
    if (first == 0) {
        return 0;
    }
    float const until = m_cuts[first - 1].bottom;
    for (std::size_t i = 0; i + 1 < first; ++i) {
        if (may_begin(i) && until - m_cuts[i].top <= m_height + kRounding) {
            return m_cuts[i].top;
        }
    }
    return m_cuts[first - 1].top;
}

float Resting::seen_until(float offset) const {
    if (m_cuts.empty()) {
        return 0;
    }
    return m_cuts[end_of_page(m_cuts, first_at(offset), m_height) - 1].bottom;
}

} // namespace inloop::ui
