// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/test_letter.h"

#include "kiosk/seal/envelope.h"

#include <random>

namespace inloop::support {

namespace {

template <std::size_t N>
ByteArray<N> filled(std::uint64_t seed) {
    ByteArray<N> out{};
    std::mt19937_64 numbers(seed);
    for (std::byte& byte : out) {
        byte = static_cast<std::byte>(numbers() & 0xFFU);
    }
    return out;
}

} // namespace

seal::EntryId entry_id(std::uint64_t number) {
    return {filled<16>(2 * number)};
}
seal::ReceiptPublicKey receipt_key(std::uint64_t number) {
    return {filled<32>(2 * number + 1)};
}

Bytes make_letter(std::uint64_t seq, std::uint64_t number, std::size_t blocks) {
    constexpr std::size_t kNonceBytes = 24;
    constexpr std::size_t kTagBytes = 16;
    constexpr std::size_t kSignatureBytes = 64;
    std::size_t const sealed = blocks * seal::kPaddingBytes + kTagBytes;
    std::mt19937_64 numbers(number + 1000);
    auto const noise = [&](Bytes& out, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            out.push_back(static_cast<std::byte>(numbers() & 0xFFU));
        }
    };
    Bytes out;
    append(out, as_bytes("PKB1"));
    append_le<std::uint8_t>(out, 1);
    append_le<std::uint8_t>(out, seal::kEnvelopeHeaderBytes);
    append_le<std::uint16_t>(out, 0);
    append_le<std::uint32_t>(out, 117); // week
    append_le<std::uint32_t>(out, 0);
    append(out, filled<8>(7)); // device
    append_le<std::uint64_t>(out, seq);
    append(out, entry_id(number).bytes);
    append(out, receipt_key(number).bytes);
    noise(out, seal::kWrapBytes + kNonceBytes);
    append_le<std::uint32_t>(out, static_cast<std::uint32_t>(sealed));
    noise(out, sealed + kSignatureBytes);
    return out;
}

Bytes make_letter(std::uint64_t seq) {
    return make_letter(seq, seq);
}

} // namespace inloop::support
