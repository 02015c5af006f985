// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <condition_variable>
#include <mutex>

namespace inloop::officerlog {

// So many at once may do something that takes memory, the others wait a while. Any thread; outlives
// its turns.
class Turns {
public:
    explicit Turns(unsigned many) : m_free(many) {}

    // Held while it lives, if there was one.
    class Turn {
    public:
        Turn(Turns& turns, bool held) : m_turns(turns), m_held(held) {}
        Turn(Turn const&) = delete;
        Turn& operator=(Turn const&) = delete;
        ~Turn() {
            if (m_held) {
                m_turns.give_back();
            }
        }
        [[nodiscard]] explicit operator bool() const { return m_held; }

    private:
        Turns& m_turns;
        bool m_held;
    };

    // Waits for a turn, `limit` at the most.
    [[nodiscard]] Turn wait(Milliseconds limit) {
        std::unique_lock lock(m_mutex);
        bool const held = m_given_back.wait_for(lock, limit, [this] { return m_free > 0; });
        m_free -= held ? 1 : 0;
        return {*this, held};
    }

private:
    void give_back() {
        {
            std::scoped_lock const lock(m_mutex);
            ++m_free;
        }
        m_given_back.notify_one();
    }

    std::mutex m_mutex;
    std::condition_variable m_given_back;
    unsigned m_free;
};

} // namespace inloop::officerlog
