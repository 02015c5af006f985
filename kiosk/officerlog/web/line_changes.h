// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::web {

// What became of a line between two texts.
enum class LineMark : std::uint8_t { same, out, in };
struct LineChange {
    LineMark mark = LineMark::same;
    std::string_view line{};
    friend bool operator==(LineChange const&, LineChange const&) = default;
};

// From `before` to `after`, line by line, with as many lines the same as there can be; what went
// stands before what came. Views into both texts. Takes lines x lines steps: meant for pages, which
// have at most kPageBytes (pages/tuning.h); beyond kMostChangedLines everything went and came.
[[nodiscard]] std::vector<LineChange> line_changes(std::string_view before, std::string_view after);

} // namespace inloop::web
