// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/kiosks.h"

#include "kiosk/base/hex.h"
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/own_policy.h"
#include "kiosk/seal/pairing.h"

#include <algorithm>
#include <utility>

namespace inloop::desk {
namespace {

records::Seconds seconds_now(Clock const& clock) {
    return clock.wall().time_since_epoch().count();
}

// What people call a kiosk stands on pages and in the audit: one short line.
std::string shortened(std::string name) {
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (name.size() > kMaxKioskNameBytes) {
        name.resize(kMaxKioskNameBytes);
    }
    return utf8::repaired(name);
}

} // namespace

Result<PairingCode> Kiosks::make_code(vault::Actor const& by) {
    if (Result<void> row = m_desk.audit.write(by, {.action = "pairing-code"}); !row) {
        return tl::unexpected(row.error());
    }
    m_code = PairingCode{seal::shown(seal::draw_pairing_code(m_desk.random)),
                         seconds_now(m_desk.clock) + kPairingSeconds};
    m_tries = 0;
    return *m_code;
}

std::optional<PairingCode> Kiosks::code() const {
    if (!m_code || seconds_now(m_desk.clock) >= m_code->until) {
        return std::nullopt;
    }
    return m_code;
}

Result<wire::PairReply> Kiosks::pair(wire::PairRequest const& request) {
    std::optional<PairingCode> const current = code();
    std::optional<seal::PairingCode> const drawn =
        current ? seal::parse_pairing_code(current->shown) : std::nullopt;
    if (!drawn || !seal::is_same_proof(seal::pairing_proof(*drawn, request.device, m_server_key),
                                       request.proof)) {
        if (++m_tries >= kPairingTries) {
            m_code.reset();
        }
        return wire::PairReply{};
    }
    Result<Bytes> policy = m_desk.store.policy();
    Result<seal::PairingKeys> const keys = keys_with(request.device);
    if (!policy || !keys) {
        return tl::unexpected(policy ? keys.error() : policy.error());
    }
    records::Device device;
    device.id = seal::device_id_of(request.device);
    device.key = request.device;
    device.name = shortened(request.name);
    device.state = records::DeviceState::pending;
    device.paired_at = seconds_now(m_desk.clock);
    if (Result<void> kept = m_desk.store.put_device(device); !kept) {
        return tl::unexpected(kept.error());
    }
    if (Result<void> row = m_desk.audit.write({"kiosk " + device.name, "pairing"},
                                              {.action = "pair", .object = hex(device.id.bytes)});
        !row) {
        return tl::unexpected(row.error());
    }
    m_code.reset(); // once
    wire::PairReply reply;
    reply.accepted = true;
    reply.log_sign = keys->log_sign;
    reply.ack_sign = keys->ack_sign;
    reply.policy = std::move(*policy);
    reply.proof = seal::pairing_reply_proof(*drawn, *keys);
    return reply;
}

Result<seal::PairingKeys> Kiosks::keys_with(seal::DevicePublicKey const& device) const {
    Result<Bytes> const file = m_desk.store.policy();
    Result<seal::Policy> const policy =
        file ? seal::read_own_policy(*file) : tl::unexpected(file.error());
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    seal::PairingKeys keys;
    keys.device = device;
    keys.log_sign = policy->deployment().first_log_sign;
    keys.ack_sign.bytes = m_ack_sign.public_key();
    keys.server_key = m_server_key;
    keys.deployment = policy->deployment().id;
    return keys;
}

Result<std::array<std::string, 5>> Kiosks::words_of(records::Device const& device) const {
    Result<seal::PairingKeys> const keys = keys_with(device.key);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    std::array<std::string, 5> words;
    std::ranges::transform(seal::pairing_words(*keys), words.begin(), [this](std::uint16_t index) {
        return std::string(m_desk.words.word(index));
    });
    return words;
}

Result<std::vector<WaitingKiosk>> Kiosks::waiting() const {
    Result<std::vector<records::Device>> const devices = m_desk.store.devices();
    if (!devices) {
        return tl::unexpected(devices.error());
    }
    std::vector<WaitingKiosk> found;
    for (records::Device const& device : *devices) {
        if (device.state != records::DeviceState::pending) {
            continue;
        }
        Result<std::array<std::string, 5>> words = words_of(device);
        if (!words) {
            return tl::unexpected(words.error());
        }
        found.push_back({device, std::move(*words)});
    }
    return found;
}

Result<void> Kiosks::confirm(vault::Actor const& by, seal::DeviceId const& id,
                             bool words_are_right) {
    Result<std::optional<records::Device>> device = m_desk.store.device(id);
    if (!device) {
        return tl::unexpected(device.error());
    }
    if (!*device || (*device)->state != records::DeviceState::pending) {
        return fail(ErrorCode::not_found, "no kiosk of this id waits to be confirmed");
    }
    (*device)->state =
        words_are_right ? records::DeviceState::active : records::DeviceState::revoked;
    return m_desk.store.transaction([&]() -> Result<void> {
        if (Result<void> kept = m_desk.store.put_device(**device); !kept) {
            return kept;
        }
        return m_desk.audit.write(by, {.action = "confirm-kiosk",
                                       .object = hex(id.bytes),
                                       .result = words_are_right ? "ok" : "refused"});
    });
}

Result<void> Kiosks::revoke(vault::Actor const& by, seal::DeviceId const& id) {
    Result<std::optional<records::Device>> device = m_desk.store.device(id);
    if (!device) {
        return tl::unexpected(device.error());
    }
    if (!*device) {
        return fail(ErrorCode::not_found, "no kiosk of this id is known");
    }
    (*device)->state = records::DeviceState::revoked;
    return m_desk.store.transaction([&]() -> Result<void> {
        if (Result<void> kept = m_desk.store.put_device(**device); !kept) {
            return kept;
        }
        return m_desk.audit.write(by, {.action = "revoke-kiosk", .object = hex(id.bytes)});
    });
}

} // namespace inloop::desk
