// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/tuning.h"
#include "kiosk/terminal/ui/screens/screens.h"
#include "kiosk/terminal/ui/screens/wait_page.h"

#include <chrono>
#include <string>

namespace inloop::ui {

using pages::Phrase;

namespace {

// The longest wait there is.
constexpr float kWholeSeconds = std::chrono::duration<float>(entries::kFloodRefill).count();

} // namespace

// Many letters came just now: this one goes by itself when its time has come.
Outcome draw_waiting(ScreenContext const& context, flow::screen::Waiting const& screen, Ui& ui) {
    FrameOutcome outer = frame(ui, context, {.back = true, .clock = true});
    std::string const seconds = std::to_string(screen.seconds_left);
    float const left = static_cast<float>(screen.seconds_left) / kWholeSeconds;
    wait_page(ui, {.title = context.phrases.plain(Phrase::waiting_title),
                   .text = context.phrases.rich(Phrase::waiting_text, {{"seconds", seconds}}),
                   .note = context.phrases.plain(Phrase::waiting_safe),
                   .share = 1 - left});
    return std::move(outer.event);
}

} // namespace inloop::ui
