// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/letterbox/letterbox.h"

#include <array>

namespace inloop::letterbox {

inline constexpr char const* kTmpFolder = "tmp";
inline constexpr char const* kQuarantineFolder = "quarantine";

[[nodiscard]] constexpr char const* folder_of(LetterState state) {
    switch (state) {
    case LetterState::sent:
        return "sent";
    case LetterState::dead:
        return "dead";
    case LetterState::new_:
        break;
    }
    return "new";
}

// In the order in which a letter found twice is kept: under the least final state, because sending
// once more is harmless and forgetting to send is not.
inline constexpr std::array kStates{LetterState::new_, LetterState::dead, LetterState::sent};

inline constexpr std::array kFolders{kTmpFolder, "new", "sent", "dead", kQuarantineFolder};

} // namespace inloop::letterbox
