// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "tests/simulation/place.h"
#include "tests/simulation/world.h"

#include <deque>
#include <functional>
#include <optional>

namespace inloop::simulation {

// What a network does to messages, in percent. Drawn for each schedule.
struct Weather {
    unsigned lost = 0; // each way
    unsigned twice = 0;
    unsigned late = 0; // each way: up to ten days
    unsigned replayed = 0; // an old reply instead
    unsigned forged = 0; // a reply of somebody else instead

    [[nodiscard]] static Weather drawn(Dice& dice);
};

// Carries requests to the log and replies back, or not.
class Network {
public:
    // What the log says to a body; nothing when it says nothing.
    using Log = std::function<std::optional<Bytes>(ByteView body)>;
    // May be called several times, late or never.
    using Answer = std::function<void(Bytes const& body)>;

    Network(World& world, Place const& place, Log log);

    void send(Bytes const& body, seal::DevicePublicKey const& from, Answer const& answer);
    void go_down(Milliseconds how_long);
    // From now on nothing is lost, late or forged. What is on its way stays on its way. Something
    // in between that sends everything twice does so for ever: the log must live with it.
    void heal();

private:
    void carry(Bytes const& body, seal::DevicePublicKey const& from, Answer const& answer);
    void arrive(Bytes const& body, seal::DevicePublicKey const& from, Answer const& answer);
    void carry_back(Bytes reply, Answer const& answer);
    [[nodiscard]] bool is_down() const { return m_world.now() < m_down_until; }
    // As late as messages usually are, or much later.
    [[nodiscard]] Milliseconds delay(Fault late);
    // All that was asked is acknowledged, by a stranger.
    [[nodiscard]] Bytes forged_reply(ByteView body, seal::DevicePublicKey const& from) const;

    World& m_world;
    Place const& m_place;
    Log m_log;
    Weather m_weather;
    bool m_everything_twice;
    Milliseconds m_down_until{0};
    std::deque<Bytes> m_old_replies;
};

} // namespace inloop::simulation
