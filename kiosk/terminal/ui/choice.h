// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/ui/ui.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace inloop::ui {

// What the square of the icon says: red leads to 112 and nothing else does.
enum class ChoiceTone : std::uint8_t { information, emergency };

// A large answer: an icon in a square, a title, what it means, and a foot line that says what comes
// next. `words` and `foot` may be empty.
struct ChoiceSpec {
    std::string id{};
    Rect rect{}; // with its bottom edge
    text::Icon icon = text::Icon::info_outline;
    ChoiceTone tone = ChoiceTone::information;
    std::string title{};
    std::string words{};
    std::string foot{};
    bool chosen = false; // blue, with a check
};

// Answers beside or under each other, of one size of letters and one arrangement, so that none
// weighs more: the icon above the words where all are tall enough, else left of them. The index of
// the one that was tapped.
[[nodiscard]] std::optional<std::size_t> choices(Ui& ui, std::span<ChoiceSpec const> specs);

} // namespace inloop::ui
