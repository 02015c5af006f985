// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/pairing.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <span>

namespace inloop::seal {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
static_assert(kAlphabet.size() == 32);
constexpr std::string_view kRequestMagic = "PKH1";
constexpr std::string_view kReplyMagic = "PKH2";
constexpr std::string_view kWordsMagic = "PKW1";
constexpr unsigned kWordBits = 11;

// The sign of the alphabet that was meant; 0 when there is none.
char meant_by(char typed) {
    char const upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O') {
        return '0';
    }
    if (upper == 'I' || upper == 'L') {
        return '1';
    }
    return kAlphabet.find(upper) == std::string_view::npos ? '\0' : upper;
}

Hash keyed_hash(PairingCode const& code, ByteView message) {
    Hash hash;
    crypto_generichash(raw(hash.bytes.data()), hash.bytes.size(), raw(message.data()),
                       message.size(), reinterpret_cast<unsigned char const*>(code.signs.data()),
                       code.signs.size());
    return hash;
}

Bytes bytes_of(std::string_view magic, PairingKeys const& keys) {
    Bytes out;
    append(out, as_bytes(magic));
    append(out, keys.device.bytes);
    append(out, keys.log_sign.bytes);
    append(out, keys.ack_sign.bytes);
    append(out, keys.server_key);
    append(out, keys.deployment.bytes);
    return out;
}

} // namespace

PairingCode draw_pairing_code(Random& random) {
    PairingCode code;
    for (char& sign : code.signs) {
        sign = kAlphabet[random.below(static_cast<std::uint32_t>(kAlphabet.size()))];
    }
    return code;
}

std::string shown(PairingCode const& code) {
    std::string text(code.signs.begin(), code.signs.end());
    text.insert(kPairingSigns / 2, 1, '-');
    return text;
}

std::optional<PairingCode> parse_pairing_code(std::string_view typed) {
    PairingCode code;
    std::size_t count = 0;
    for (char const sign : typed) {
        if (sign == ' ' || sign == '-') {
            continue;
        }
        char const meant = meant_by(sign);
        if (meant == '\0' || count == kPairingSigns) {
            return std::nullopt;
        }
        code.signs[count++] = meant;
    }
    return count == kPairingSigns ? std::optional(code) : std::nullopt;
}

Hash pairing_proof(PairingCode const& code, DevicePublicKey const& device,
                   ByteArray<32> const& server_key) {
    Bytes message;
    append(message, as_bytes(kRequestMagic));
    append(message, device.bytes);
    append(message, server_key);
    return keyed_hash(code, message);
}

Hash pairing_reply_proof(PairingCode const& code, PairingKeys const& keys) {
    return keyed_hash(code, bytes_of(kReplyMagic, keys));
}

bool is_same_proof(Hash const& one, Hash const& other) {
    return sodium_memcmp(one.bytes.data(), other.bytes.data(), one.bytes.size()) == 0;
}

std::array<std::uint16_t, kPairingWords> pairing_words(PairingKeys const& keys) {
    Hash const hash = hash_of(bytes_of(kWordsMagic, keys));
    std::array<std::uint16_t, kPairingWords> words{};
    for (std::size_t bit = 0; bit < kPairingWords * kWordBits; ++bit) {
        unsigned const byte = std::to_integer<unsigned>(hash.bytes[bit / 8]);
        std::uint16_t& word = words[bit / kWordBits];
        word = static_cast<std::uint16_t>((static_cast<unsigned>(word) << 1U) |
                                          ((byte >> (7U - bit % 8)) & 1U));
    }
    return words;
}

} // namespace inloop::seal
