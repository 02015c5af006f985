// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"
#include "kiosk/seal/pairing.h"
#include "kiosk/seal/signing_key.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace inloop::desk {

// A code somebody types at a kiosk to make it known here. Ten characters, ten minutes, once, five
// tries. It lives in the memory of this process only.
struct PairingCode {
    std::string shown{}; // "XXXXX-XXXXX"
    records::Seconds until = 0;
};

// A kiosk that gave the right code and waits for a person to compare five words.
struct WaitingKiosk {
    records::Device device{};
    std::array<std::string, 5> words{};
};

// Makes kiosks known, and unknown. Under the desk's lock.
class Kiosks {
public:
    // `server_key`: SHA-256 of this server's public key, as kiosks pin it.
    Kiosks(Desk& desk, seal::SigningKey const& ack_sign, ByteArray<32> const& server_key)
        : m_desk(desk)
        , m_ack_sign(ack_sign)
        , m_server_key(server_key) {}

    // Replaces an earlier code. `by` is a lead, or the console.
    [[nodiscard]] Result<PairingCode> make_code(vault::Actor const& by);
    [[nodiscard]] std::optional<PairingCode> code() const; // the one in force

    // A kiosk asks. Not accepted: no code in force, or not made with it; five of them end the code.
    [[nodiscard]] Result<wire::PairReply> pair(wire::PairRequest const& request);

    [[nodiscard]] Result<std::vector<WaitingKiosk>> waiting() const;
    // The words were compared: right, and the kiosk may send; wrong, and it is forgotten. Errors:
    // `not_found` none of this id waits.
    [[nodiscard]] Result<void> confirm(vault::Actor const& by, seal::DeviceId const& device,
                                       bool words_are_right);
    // Works at its next sync; what it sent stays.
    [[nodiscard]] Result<void> revoke(vault::Actor const& by, seal::DeviceId const& device);

private:
    [[nodiscard]] Result<seal::PairingKeys> keys_with(seal::DevicePublicKey const& device) const;
    [[nodiscard]] Result<std::array<std::string, 5>> words_of(records::Device const& device) const;

    Desk& m_desk;
    seal::SigningKey const& m_ack_sign;
    ByteArray<32> m_server_key;
    std::optional<PairingCode> m_code;
    int m_tries = 0;
};

} // namespace inloop::desk
