// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/line_changes.h"

#include "kiosk/officerlog/web/tuning.h"

#include <algorithm>
#include <cstddef>

namespace inloop::web {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// How long the longest common subsequence of what is left is, from each pair of lines on.
class Common {
public:
    Common(Lines const& before, Lines const& after)
        : m_width(after.size() + 1)
        , m_lengths((before.size() + 1) * m_width) {
        for (std::size_t b = before.size(); b-- > 0;) {
            for (std::size_t a = after.size(); a-- > 0;) {
                m_lengths[b * m_width + a] = before[b] == after[a]
                                                 ? at(b + 1, a + 1) + 1
                                                 : std::max(at(b + 1, a), at(b, a + 1));
            }
        }
    }
    [[nodiscard]] std::uint32_t at(std::size_t b, std::size_t a) const {
        return m_lengths[b * m_width + a];
    }

private:
    std::size_t m_width;
    std::vector<std::uint32_t> m_lengths;
};

std::vector<LineChange> all_new(Lines const& before, Lines const& after) {
    std::vector<LineChange> changes;
    for (std::string_view const line : before) {
        changes.push_back({LineMark::out, line});
    }
    for (std::string_view const line : after) {
        changes.push_back({LineMark::in, line});
    }
    return changes;
}

} // namespace

std::vector<LineChange> line_changes(std::string_view before_text, std::string_view after_text) {
    Lines const before = lines_of(before_text);
    Lines const after = lines_of(after_text);
    if (before.size() > kMostChangedLines || after.size() > kMostChangedLines) {
        return all_new(before, after);
    }
    Common const common(before, after);
    std::vector<LineChange> changes;
    std::size_t b = 0;
    std::size_t a = 0;
    while (b < before.size() || a < after.size()) {
        bool const both = b < before.size() && a < after.size();
        if (both && before[b] == after[a]) {
            changes.push_back({LineMark::same, after[a]});
            ++b;
            ++a;
        } else if (a == after.size() || (both && common.at(b + 1, a) >= common.at(b, a + 1))) {
            changes.push_back({LineMark::out, before[b++]});
        } else {
            changes.push_back({LineMark::in, after[a++]});
        }
    }
    return changes;
}

} // namespace inloop::web
