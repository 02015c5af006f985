// SPDX-License-Identifier: EUPL-1.2
#include "platform/headless/headless_display.h"

#include <chrono>
#include <utility>
#include <variant>

namespace inloop::platform {

namespace {

Instant now() {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
}

} // namespace

HeadlessDisplay::HeadlessDisplay(PixelSize size, float pixels_per_mm)
    : m_pixels_per_mm(pixels_per_mm)
    , m_painter(size)
    , m_size(size) {}

void HeadlessDisplay::push(InputEvent event) {
    std::lock_guard const lock(m_mutex);
    m_waiting.push_back(event);
    m_arrived.notify_one();
}

void HeadlessDisplay::resize(PixelSize size) {
    std::lock_guard const lock(m_mutex);
    m_size = size;
    m_waiting.emplace_back(DisplayEvent{DisplayEvent::What::resized});
    m_arrived.notify_one();
}

void HeadlessDisplay::fail_next_present(Error error) {
    std::lock_guard const lock(m_mutex);
    m_failure = std::move(error);
}

PixelSize HeadlessDisplay::size() const {
    std::lock_guard const lock(m_mutex);
    return m_size;
}

void HeadlessDisplay::wait(std::optional<Instant> until, std::vector<InputEvent>& events) {
    std::vector<InputEvent> arrived;
    {
        std::unique_lock lock(m_mutex);
        auto const ready = [this] { return m_woken || !m_waiting.empty(); };
        if (until) {
            m_arrived.wait_until(lock, *until, ready);
        } else {
            m_arrived.wait(lock, ready);
        }
        m_woken = false;
        arrived.swap(m_waiting);
    }
    for (InputEvent const& event : arrived) {
        deliver(event, events);
    }
}

void HeadlessDisplay::deliver(InputEvent const& event, std::vector<InputEvent>& events) {
    if (auto const* finger = std::get_if<FingerEvent>(&event)) {
        m_fingers.note(*finger);
    } else if (auto const* display = std::get_if<DisplayEvent>(&event)) {
        if (display->what == DisplayEvent::What::lost) {
            m_fingers.cancel_all(now(), events);
            m_lost = true;
        } else if (display->what == DisplayEvent::What::back) {
            m_lost = false;
        }
    }
    events.push_back(event);
}

void HeadlessDisplay::wake() {
    std::lock_guard const lock(m_mutex);
    m_woken = true;
    m_arrived.notify_one();
}

Result<TextureId> HeadlessDisplay::create_texture(PixelSize size, TextureFormat format) {
    return m_painter.create_texture(size, format);
}

void HeadlessDisplay::update_texture(TextureId texture, PixelRect area,
                                     std::span<std::uint8_t const> pixels) {
    m_painter.update_texture(texture, area, pixels);
}

void HeadlessDisplay::destroy_texture(TextureId texture) {
    m_painter.destroy_texture(texture);
}

Result<FrameReport> HeadlessDisplay::present(ImDrawData const& frame) {
    PixelSize size;
    {
        std::lock_guard const lock(m_mutex);
        if (m_failure) {
            return tl::unexpected(*std::exchange(m_failure, std::nullopt));
        }
        size = m_size;
    }
    if (m_lost) {
        return FrameReport{};
    }
    if (size != m_painter.size()) {
        m_painter.resize(size);
    }
    auto const damage = m_painter.paint(frame);
    return FrameReport{!damage.empty(), pixels_in(damage)};
}

Result<Image> HeadlessDisplay::screenshot() {
    return m_painter.image();
}

} // namespace inloop::platform
