// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/terminal/sync/engine.h"
#include "kiosk/terminal/sync/exchange.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/terminal/sync/talk.h"
#include "kiosk/wire/messages.h"
#include "platform/api/http.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace inloop::sync {

// Who owns letterbox and memory, asked from the worker's thread; the program implements it by
// posting to the owner's thread and waiting.
class Keeping {
public:
    virtual ~Keeping() = default;
    // Exchange::gather.
    [[nodiscard]] virtual Result<wire::SyncRequest> gather(Letters letters) = 0;
    // Exchange::apply. Only replies that the log signed for the last request come here.
    [[nodiscard]] virtual Applied apply(wire::SyncReply reply) = 0;
};

struct WorkerSpec {
    LogLink link{};
    seal::SigningKey device; // signs every request
    // Called on the worker's thread after each reply that was applied, and after each try that
    // failed with why; the latter says nothing of letters.
    std::function<void(Applied const&)> applied = [](Applied const&) {};
    std::function<void(Error const&)> failed = [](Error const&) {};
};

// Speaks to the log on a thread of its own, as the engine says when, from its construction on. On
// destruction a request that is under way is cancelled: what it brought or took is said again next
// time.
class Worker {
public:
    // `client` belongs to this worker; it and the others outlive it.
    Worker(WorkerSpec spec, platform::HttpClient& client, Keeping& keeping, Clock const& clock,
           Random& random);
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;
    ~Worker();

    // A letter was stored. Any thread; returns at once.
    void poke();
    // The network came back. Any thread; returns at once.
    void link_up();

private:
    void tell(Event event);
    void run(std::stop_token const& stop);
    [[nodiscard]] Event next_event(Command const& command, std::stop_token const& stop);
    [[nodiscard]] Event exchange();
    [[nodiscard]] Event failure(Error const& error, std::optional<Milliseconds> retry_after = {});
    [[nodiscard]] Event answered(platform::HttpResponse const& response);

    WorkerSpec m_spec; // its device has gone to m_talk
    platform::HttpClient& m_client;
    Keeping& m_keeping;
    Clock const& m_clock;
    Random& m_random;
    State m_state; // the worker's thread only, as is m_talk
    Talk m_talk;
    std::mutex m_mutex; // guards the events
    std::condition_variable_any m_arrived;
    std::deque<Event> m_events;
    std::jthread m_thread; // last: it must end before what it uses
};

} // namespace inloop::sync
