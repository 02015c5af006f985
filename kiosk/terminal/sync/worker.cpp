// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/worker.h"

#include "kiosk/terminal/sync/tuning.h"
#include "kiosk/wire/codec.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace inloop::sync {

namespace {

constexpr int kOk = 200;

// Seconds only: the other form is a date, and nothing is decided by the calendar.
std::optional<Milliseconds> retry_after(platform::HttpResponse const& response) {
    auto const field = platform::first_of(response.headers, "retry-after");
    std::uint32_t seconds = 0;
    if (!field ||
        std::from_chars(field->data(), field->data() + field->size(), seconds).ec != std::errc()) {
        return std::nullopt;
    }
    return Milliseconds(std::int64_t{1000} * seconds);
}

} // namespace

Worker::Worker(WorkerSpec spec, platform::HttpClient& client, Keeping& keeping, Clock const& clock,
               Random& random)
    : m_spec(std::move(spec))
    , m_client(client)
    , m_keeping(keeping)
    , m_clock(clock)
    , m_random(random)
    , m_talk(std::move(m_spec.device), m_spec.link.ack_sign) {
    m_events.emplace_back(event::Paired{});
    m_thread = std::jthread([this](std::stop_token const& stop) { run(stop); });
}

Worker::~Worker() {
    m_thread.request_stop();
    m_client.cancel();
}

void Worker::poke() {
    tell(event::LetterStored{});
}

void Worker::link_up() {
    tell(event::LinkUp{});
}

// What waits already says the same.
void Worker::tell(Event event) {
    {
        std::scoped_lock const lock(m_mutex);
        bool const waits = std::ranges::any_of(
            m_events, [&](Event const& other) { return other.index() == event.index(); });
        if (waits) {
            return;
        }
        m_events.push_back(event);
    }
    m_arrived.notify_one();
}

void Worker::run(std::stop_token const& stop) {
    Command command = command::WaitForEvent{};
    while (!stop.stop_requested()) {
        Event const event = next_event(command, stop);
        if (stop.stop_requested()) {
            return;
        }
        Step next = step(m_state, event, m_clock.now(), m_random);
        m_state = next.state;
        command = next.command;
    }
}

// Carries the command out until there is something to tell the engine.
Event Worker::next_event(Command const& command, std::stop_token const& stop) {
    if (std::holds_alternative<command::SendNow>(command)) {
        return exchange();
    }
    std::unique_lock lock(m_mutex);
    auto const something = [this] { return !m_events.empty(); };
    if (auto const* until = std::get_if<command::WaitUntil>(&command)) {
        Milliseconds const left = until->moment - m_clock.now();
        if (!m_arrived.wait_for(lock, stop, left, something)) {
            return event::TimerDue{};
        }
    } else if (!m_arrived.wait(lock, stop, something)) {
        return event::TimerDue{}; // stopped
    }
    Event event = m_events.front();
    m_events.pop_front();
    return event;
}

Event Worker::failure(Error const& error, std::optional<Milliseconds> retry) {
    m_spec.failed(error);
    return event::Failed{retry};
}

Event Worker::exchange() {
    Letters const letters = m_state.may_send_letters() ? Letters::taken_along : Letters::held_back;
    auto body = m_keeping.gather(letters).and_then(
        [&](wire::SyncRequest request) { return m_talk.ask(std::move(request), m_random); });
    if (!body) {
        return failure(body.error());
    }
    auto const response = m_client.send({.method = "POST",
                                         .url = m_spec.link.url + wire::kSyncPath,
                                         .headers = {{"content-type", "application/octet-stream"}},
                                         .body = std::move(*body),
                                         .server_key = m_spec.link.server_key,
                                         .response_limit = wire::kMaxReplyBytes});
    if (!response) {
        return failure(response.error());
    }
    return answered(*response);
}

Event Worker::answered(platform::HttpResponse const& response) {
    if (response.status != kOk) {
        return failure({ErrorCode::unavailable,
                        "the log answered with HTTP status " + std::to_string(response.status)},
                       retry_after(response));
    }
    auto reply = m_talk.believe(response.body);
    if (!reply) {
        return failure(reply.error());
    }
    Applied const applied = m_keeping.apply(std::move(*reply));
    m_spec.applied(applied);
    return event_of(applied);
}

} // namespace inloop::sync
