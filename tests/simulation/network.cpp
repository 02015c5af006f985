// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/network.h"

#include "kiosk/seal/acknowledgement.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/wire/codec.h"
#include "tests/support/must.h"

#include <utility>

namespace inloop::simulation {

using support::must;

namespace {

constexpr Milliseconds kQuick{20};
constexpr Milliseconds kUsual{800};
constexpr Milliseconds kLate{20'000};
constexpr Milliseconds kLatest = std::chrono::days(10);
constexpr std::size_t kRepliesKept = 8;

} // namespace

Weather Weather::drawn(Dice& dice) {
    auto const one_of = [&](std::initializer_list<unsigned> values) {
        return *(values.begin() + dice.below(values.size()));
    };
    return {.lost = one_of({0, 0, 5, 20, 50}),
            .twice = one_of({0, 0, 5, 30}),
            .late = one_of({0, 0, 5, 20}),
            .replayed = one_of({0, 0, 0, 10}),
            .forged = one_of({0, 0, 0, 10})};
}

Network::Network(World& world, Place const& place, Log log)
    : m_world(world)
    , m_place(place)
    , m_log(std::move(log))
    , m_weather(Weather::drawn(world.dice))
    , m_everything_twice(world.dice.percent(5)) {}

void Network::go_down(Milliseconds how_long) {
    m_world.count(Fault::network_down);
    m_down_until = m_world.now() + how_long;
}

void Network::heal() {
    m_down_until = Milliseconds(0);
    m_weather = {};
}

void Network::send(Bytes const& body, seal::DevicePublicKey const& from, Answer const& answer) {
    carry(body, from, answer);
    if (m_everything_twice || m_world.dice.percent(m_weather.twice)) {
        m_world.count(Fault::request_twice);
        carry(body, from, answer);
    }
}

void Network::carry(Bytes const& body, seal::DevicePublicKey const& from, Answer const& answer) {
    if (is_down() || m_world.dice.percent(m_weather.lost)) {
        m_world.count(Fault::request_lost);
        return;
    }
    m_world.after(delay(Fault::request_late),
                  [this, body, from, answer] { arrive(body, from, answer); });
}

void Network::arrive(Bytes const& body, seal::DevicePublicKey const& from, Answer const& answer) {
    if (m_world.dice.percent(m_weather.forged)) {
        m_world.count(Fault::reply_forged);
        carry_back(forged_reply(body, from), answer);
        return;
    }
    auto reply = m_log(body);
    if (!reply) {
        return;
    }
    m_old_replies.push_back(*reply);
    if (m_old_replies.size() > kRepliesKept) {
        m_old_replies.pop_front();
    }
    if (m_world.dice.percent(m_weather.replayed)) {
        m_world.count(Fault::reply_replayed);
        reply = m_old_replies[m_world.dice.below(m_old_replies.size())];
    }
    carry_back(std::move(*reply), answer);
}

void Network::carry_back(Bytes reply, Answer const& answer) {
    if (is_down() || m_world.dice.percent(m_weather.lost)) {
        m_world.count(Fault::reply_lost);
        return;
    }
    m_world.after(delay(Fault::reply_late), [answer, reply = std::move(reply)] { answer(reply); });
}

Milliseconds Network::delay(Fault late) {
    if (m_world.dice.percent(m_weather.late)) {
        m_world.count(late);
        return m_world.dice.between(kLate, kLatest);
    }
    return m_world.dice.between(kQuick, kUsual);
}

Bytes Network::forged_reply(ByteView body, seal::DevicePublicKey const& from) const {
    auto const request = must(wire::read_request(body, from));
    wire::SyncReply reply{.request = request.request, .have_until = 1'000'000};
    for (Bytes const& envelope : request.envelopes) {
        auto const header = seal::read_envelope_header(envelope);
        if (!header) {
            continue;
        }
        reply.verdicts.push_back(
            {.entry = header->entry_id,
             .kind = wire::VerdictKind::stored,
             .acknowledgement = seal::write_acknowledgement({.device_id = header->device_id,
                                                             .seq = header->seq,
                                                             .entry_id = header->entry_id,
                                                             .envelope = seal::hash_of(envelope),
                                                             .server_seq = 1,
                                                             .server_time = 1},
                                                            m_place.stranger())});
    }
    return must(wire::write_reply(reply, m_place.stranger()));
}

} // namespace inloop::simulation
