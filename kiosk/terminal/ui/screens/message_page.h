// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/ui.h"

#include <string>
#include <vector>

namespace inloop::ui {

// One thing the visitor is told, with what he may do beside the main action.
struct MessagePage {
    enum class Tone : std::uint8_t { information, done }; // the colour of the icon
    struct Action {
        std::string id{};
        std::string label{};
        text::Icon icon = text::Icon::arrow_forward;
        flow::Event event{};
    };

    text::Icon icon = text::Icon::info_outline;
    Tone tone = Tone::information;
    std::string title{};
    pages::RichText text{};
    std::vector<Action> actions{};
};

// Draws it in the content of the screen and returns the action that was tapped. As many actions
// stand beside each other as have room for their words.
[[nodiscard]] Outcome message_page(Ui& ui, ScreenContext const& context, MessagePage page);

} // namespace inloop::ui
