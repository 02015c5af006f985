// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/scroll.h"

#include "kiosk/terminal/ui/tuning.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace inloop::ui {

namespace {

constexpr float kFrameSeconds = std::chrono::duration<float>(kAnimationFrame).count();

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
    if (pointer.down && mine) {
        if (pointer.pressed) {
            speed = 0; // a finger stops a rolling list
        } else if (pointer.dragged) {
            offset -= pointer.moved.y;
            speed = -pointer.moved.y / kFrameSeconds;
        }
    } else if (speed != 0) {
        roll(ui, speed, offset);
    }
    float const within = std::clamp(offset, 0.0F, lowest);
    if (within != offset) {
        speed = 0;
    }
    offset = within;
}

} // namespace inloop::ui
