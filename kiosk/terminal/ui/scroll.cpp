// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/scroll.h"

#include "kiosk/terminal/ui/tuning.h"
#include "kiosk/terminal/ui/widgets.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace inloop::ui {

namespace {

constexpr float kFrameSeconds = std::chrono::duration<float>(kAnimationFrame).count();

// Goes with the finger, and remembers how fast it went.
void follow(Ui const& ui, PointerState const& pointer, float& speed, float& offset) {
    float const most = ui.theme().mm(kThrowMostMmPerSecond);
    offset -= pointer.moved.y;
    speed = std::clamp(-pointer.moved.y / kFrameSeconds, -most, most);
}

// Lets a thrown list roll on for one frame.
void roll(Ui& ui, float& speed, float& offset) {
    offset += speed * kFrameSeconds;
    speed *= std::pow(kThrowLeftPerSecond, kFrameSeconds);
    if (std::abs(speed) < ui.theme().mm(kThrowStopMmPerSecond)) {
        speed = 0;
    } else {
        ui.keep_moving();
    }
}

} // namespace

void scroll(Ui& ui, ScrollSpec const& spec, float& offset) {
    float const lowest = std::max(0.0F, spec.content_height - spec.viewport.h);
    PointerState const& pointer = ui.pointer();
    float& speed = ui.throw_speed(spec.id);
    bool const mine = !ui.covered() && spec.viewport.contains(pointer.start.x, pointer.start.y);
    // In a slow frame a whole flick comes at once: its last way stands in the frame of the release.
    bool const left_moving = pointer.released && pointer.moved != platform::Point{};
    if (mine && pointer.pressed) {
        speed = 0; // a finger stops a rolling list
    } else if (mine && pointer.dragged && (pointer.down || left_moving)) {
        follow(ui, pointer, speed, offset);
    }
    if (pointer.released && pointer.time - pointer.moved_at >= kThrowRest) {
        speed = 0;
    } else if (!(pointer.down && mine) && speed != 0) {
        roll(ui, speed, offset);
    }
    float const within = std::clamp(offset, 0.0F, lowest);
    if (within != offset) {
        speed = 0;
    }
    offset = within;
}

float scroll_rail(Theme const& theme) {
    return std::max(theme.mm(kSmallestTargetMm) + 1, theme.px(60));
}

void scroll_buttons(Ui& ui, ScrollSpec const& spec, Rect const& place, std::string_view up_label,
                    std::string_view down_label, float& offset) {
    float const lowest = std::max(0.0F, spec.content_height - spec.viewport.h);
    if (lowest < 1) {
        return;
    }
    Theme const& theme = ui.theme();
    float const step = spec.viewport.h * kScrollButtonShare;
    Rect rail = place;
    rail = rail.take_right(scroll_rail(theme));
    float const height = std::min(rail.h / 2 - theme.px(2), theme.space.button);
    if (button(ui, {.id = spec.id + ".up",
                    .rect = rail.take_top(height),
                    .label = std::string(up_label),
                    .icon = text::Icon::keyboard_arrow_up,
                    .face = ButtonFace::icon_only,
                    .enabled = offset > 0.5F})) {
        offset = std::max(0.0F, offset - step);
    }
    if (button(ui, {.id = spec.id + ".down",
                    .rect = rail.take_bottom(height),
                    .label = std::string(down_label),
                    .icon = text::Icon::keyboard_arrow_down,
                    .face = ButtonFace::icon_only,
                    .enabled = offset < lowest - 0.5F})) {
        offset = std::min(lowest, offset + step);
    }
}

} // namespace inloop::ui
